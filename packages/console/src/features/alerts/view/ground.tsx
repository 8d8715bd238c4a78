import type { AlertContent } from '@entente/contracts/alerts/content';
import { FormattedMessage } from 'react-intl';
import { Panel } from '../../../ui/panel.tsx';
import { partAt } from '../issue/tree.ts';
import { fieldInWords, type Speech } from '../words/content-words.ts';
import { ContentFacts } from './content-facts.tsx';
import style from './sheet.module.css';

/** The parts of a ground, each with its fields. */
const GROUPS = [
  { pointer: '/ground/issuingAuthority', parts: ['name', 'reference', 'date'] },
  { pointer: '/ground/offence', parts: ['kind', 'description', 'provision', 'definition', 'conduct'] },
  { pointer: '/ground/offence/violentAct', parts: ['act', 'description', 'date', 'place'] },
  { pointer: '/ground/warrant', parts: ['kind', 'authority', 'number', 'date'] },
  { pointer: '/ground/authorisation', parts: ['by', 'authority', 'number', 'date', 'ground', 'description'] },
  { pointer: '/ground/whereaboutsConsent', parts: ['reference', 'givenOn'] },
];

interface GroundProps {
  content: AlertContent;
  speech: Speech;
  /** Terms to be marked, under review. */
  terms?: readonly string[];
}

/** Why the alert may be: law, authority, offence, warrant. */
export function GroundView({ content, speech, terms = [] }: GroundProps) {
  return (
    <Panel title={<FormattedMessage id="alert.view.ground" />}>
      <div className={style.stack}>
        {Object.keys(content.ground).length === 0 && (
          <p className={style.under}>
            <FormattedMessage id="alert.view.nothing" />
          </p>
        )}
        <ContentFacts
          content={content}
          pointers={['/ground/legalBasis', '/ground/instrument']}
          speech={speech}
          terms={terms}
        />
        {GROUPS.filter(({ pointer }) => partAt(content, pointer) !== undefined).map(({ pointer, parts }) => (
          <section key={pointer}>
            <h3>{fieldInWords(speech.intl, pointer)}</h3>
            <ContentFacts
              content={content}
              pointers={parts.map((part) => `${pointer}/${part}`)}
              speech={speech}
              terms={terms}
            />
          </section>
        ))}
      </div>
    </Panel>
  );
}
