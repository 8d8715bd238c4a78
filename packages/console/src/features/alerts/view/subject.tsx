import type { AlertContent } from '@entente/contracts/alerts/content';
import { FormattedMessage } from 'react-intl';
import { IdentityCard } from '../../../ui/identity-card.tsx';
import { IdentityNames } from '../../../ui/identity-names.tsx';
import { SUBJECT_KINDS } from '../../../ui/listed-words.ts';
import { Panel } from '../../../ui/panel.tsx';
import type { Speech } from '../words/content-words.ts';
import { ContentFacts } from './content-facts.tsx';
import style from './sheet.module.css';

const OBJECT_FIELDS = [
  '/subject/documentType',
  '/subject/number',
  '/subject/issuer',
  '/subject/status',
  '/subject/prefix',
  '/subject/from',
  '/subject/to',
  '/subject/reportedOn',
  '/subject/plate',
  '/subject/country',
  '/subject/vin',
  '/subject/name',
  '/subject/imo',
  '/subject/mmsi',
  '/subject/callSign',
  '/subject/flag',
  '/subject/registration',
  '/subject/icaoAddress',
  '/subject/serialNumber',
  '/subject/make',
  '/subject/model',
  '/subject/calibre',
  '/subject/colour',
  '/subject/identifiers',
  '/subject/addresses',
] as const;

interface SubjectProps {
  content: AlertContent;
  speech: Speech;
}

/** Whom or what the alert is about: a person's identities side by side, any other subject by its particulars. */
export function SubjectView({ content, speech }: SubjectProps) {
  const { subject } = content;
  if (subject.kind === 'person') {
    return (
      <section className={style.identities} aria-label={speech.intl.formatMessage({ id: 'alert.field.identities' })}>
        {subject.identities.map((identity, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: identities are known by their place
          <IdentityCard key={place} identity={identity} />
        ))}
      </section>
    );
  }
  return (
    <>
      <Panel title={<FormattedMessage id={SUBJECT_KINDS[subject.kind]} />}>
        {subject.kind === 'organisation' && <IdentityNames names={subject.names} />}
        <ContentFacts content={content} pointers={OBJECT_FIELDS} speech={speech} />
      </Panel>
      {subject.kind === 'document' && subject.invalidation && (
        <Panel title={<FormattedMessage id="alert.field.invalidation" />}>
          <ContentFacts content={content} pointers={partsOf('/subject/invalidation', INVALIDATION)} speech={speech} />
        </Panel>
      )}
      {subject.kind === 'document' && subject.holder && (
        <section className={style.identities} aria-label={speech.intl.formatMessage({ id: 'alert.field.holder' })}>
          <h2>
            <FormattedMessage id="alert.field.holder" />
          </h2>
          <IdentityCard identity={subject.holder} />
        </section>
      )}
      {subject.kind === 'organisation' && subject.designation && (
        <Panel title={<FormattedMessage id="alert.field.designation" />}>
          <ContentFacts content={content} pointers={partsOf('/subject/designation', DESIGNATION)} speech={speech} />
        </Panel>
      )}
    </>
  );
}

const INVALIDATION = ['authority', 'number', 'date', 'appeal'];
const DESIGNATION = ['authority', 'instrument', 'reference', 'date'];

function partsOf(pointer: string, names: string[]): string[] {
  return names.map((name) => `${pointer}/${name}`);
}
