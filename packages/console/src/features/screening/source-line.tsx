import type { Candidate } from '@entente/contracts/screening';
import { FormattedMessage } from 'react-intl';
import { useCountries } from '../../ui/countries.ts';
import { SUBJECT_KINDS } from '../../ui/listed-words.ts';
import { useTranslated } from '../../ui/translated.ts';
import style from './source-line.module.css';

/** What the candidate is and where it comes from: a state's alert with its category, or an entry of a list. */
export function SourceLine({ candidate: { source, kind } }: { candidate: Candidate }) {
  const translated = useTranslated();
  const countries = useCountries();
  return (
    <span className={style.source}>
      <FormattedMessage id={SUBJECT_KINDS[kind]} />
      {source.kind === 'alert' ? (
        <>
          <span className={style.owner}>
            <FormattedMessage id="candidate.owner" values={{ state: countries.name(source.owner) }} />
          </span>
          <span>{translated(source.categoryNames)}</span>
          <code>{source.reference}</code>
        </>
      ) : (
        <>
          <span>{translated(source.names)}</span>
          <code>{source.citation ?? source.ref}</code>
        </>
      )}
    </span>
  );
}
