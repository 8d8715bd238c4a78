import type { Candidate } from '@entente/contracts/screening';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { useMay } from '../../api/access.ts';
import { Moment } from '../../ui/moment.tsx';
import { scriptTag } from '../../ui/script.ts';
import { useTranslated } from '../../ui/translated.ts';
import style from './evidence.module.css';

const WORDS = {
  'additional-name': 'corrected.additional-name',
  'wrong-name': 'corrected.wrong-name',
  'additional-birth-date': 'corrected.additional-birth-date',
  'wrong-birth-date': 'corrected.wrong-birth-date',
} as const;

/** What this state has corrected of a list's entry, and who did: such a name is not the list's own. */
export function EntryCorrections({ candidate: { source } }: { candidate: Candidate }) {
  const translated = useTranslated();
  const mayRead = useMay('alerts.read-entry');
  if (source.kind !== 'list') return null;
  const { list, ref, corrections = [] } = source;
  if (corrections.length === 0 && !mayRead) return null;
  return (
    <section className={style.piece}>
      <h3>
        <FormattedMessage id="corrected.title" />
      </h3>
      <div>
        {corrections.map(({ kind, value, by, at }) => (
          <p key={`${kind} ${value}`}>
            <FormattedMessage
              id={WORDS[kind]}
              values={{
                value: <bdi lang={scriptTag(value)}>{value}</bdi>,
                by: translated(by),
                at: <Moment at={at} />,
              }}
            />
          </p>
        ))}
        {mayRead && (
          <Link to="/lists/$list/entries/$ref" params={{ list, ref }}>
            <FormattedMessage id="corrected.open" />
          </Link>
        )}
      </div>
    </section>
  );
}
