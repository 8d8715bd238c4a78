import type { RecordView } from '@entente/contracts/audit';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { Copied } from '../../ui/copied.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';
import { usePurposeWords } from './purpose-words.ts';

const ACTORS = { officer: 'actor.officer', operator: 'actor.operator', node: 'actor.node' } as const;

/** What the leaf says: who, when, why, on which basis, with what outcome. */
export function RecordContent({ view }: { view: RecordView }) {
  const purposes = usePurposeWords();
  const { content, actorName, index, leafHash } = view;
  return (
    <Panel title={<FormattedMessage id="record.content" />} aside={<Mark kind={content.outcome} />}>
      <Facts>
        <Fact name={<FormattedMessage id="audit.at" />}>
          <Moment at={content.at} seconds />
        </Fact>
        <Fact name={<FormattedMessage id="audit.event" />}>
          <code>{content.event}</code>
        </Fact>
        <Fact name={<FormattedMessage id="audit.actor" />} aside={<FormattedMessage id={ACTORS[content.actor.kind]} />}>
          {actorName}
        </Fact>
        {content.actor.authority && (
          <Fact name={<FormattedMessage id="record.authority" />}>{content.actor.authority}</Fact>
        )}
        {content.purpose && (
          <Fact name={<FormattedMessage id="audit.purpose" />}>{purposes.purpose(content.purpose)}</Fact>
        )}
        {content.legalBasis && (
          <Fact name={<FormattedMessage id="purpose.legal-basis" />}>{purposes.legalBasis(content.legalBasis)}</Fact>
        )}
        {content.case && (
          <Fact name={<FormattedMessage id="audit.case" />}>
            <code>{content.case}</code>
          </Fact>
        )}
        {content.subject && (
          <Fact name={<FormattedMessage id="record.subject" />}>
            <span>
              {content.subject.kind} <code>{content.subject.ref}</code>
            </span>
          </Fact>
        )}
        {Object.entries(content.facts).map(([name, value]) => (
          <Fact key={name} name={<code>{name}</code>}>
            <FactValue value={value} />
          </Fact>
        ))}
        <Fact name={<FormattedMessage id="audit.position" />}>
          {index === null ? <Mark kind="pending" /> : <FormattedNumber value={index} />}
        </Fact>
        <Fact name={<FormattedMessage id="record.leaf" />}>
          <Copied text={leafHash} />
        </Fact>
        <Fact name={<FormattedMessage id="record.id" />}>
          <Copied text={content.id} />
        </Fact>
      </Facts>
    </Panel>
  );
}

const HASH = /^[0-9a-f]{32,}$/;

function FactValue({ value }: { value: string | number | boolean }) {
  if (typeof value === 'number') return <FormattedNumber value={value} />;
  return HASH.test(String(value)) ? <code>{value}</code> : String(value);
}
