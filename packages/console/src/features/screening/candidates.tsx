import type { Band, Candidate } from '@entente/contracts/screening';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCountries } from '../../ui/countries.ts';
import { Mark } from '../../ui/mark.tsx';
import { CandidateRow } from './candidate-row.tsx';
import style from './candidates.module.css';
import { type Group, groupCandidates, ownersOf } from './groups.ts';
import { Measured } from './measured.tsx';

const BANDS: { band: Band; about: 'band.exact-document' | 'band.strong' | 'band.possible' }[] = [
  { band: 'exact-document', about: 'band.exact-document' },
  { band: 'strong', about: 'band.strong' },
  { band: 'possible', about: 'band.possible' },
];

/** Candidates by band in the order given, those on one person together; the best one's evidence stands open. */
export function Candidates({ candidates }: { candidates: Candidate[] }) {
  const [open, setOpen] = useState<ReadonlySet<Candidate>>(() => new Set(candidates.slice(0, 1)));
  const groups = groupCandidates(candidates);
  function toggle(candidate: Candidate) {
    const next = new Set(open);
    if (!next.delete(candidate)) next.add(candidate);
    setOpen(next);
  }
  return BANDS.map(({ band, about }) => {
    const mine = groups.filter((group) => group.band === band);
    if (mine.length === 0) return null;
    // The number of a thing has no holder to be compared.
    const things = band === 'exact-document' && mine.every((group) => group.candidates.every(isThing));
    return (
      <section key={band} className={style.band}>
        <header className={style.head}>
          <h2 className={style.title}>
            <Mark kind={things ? 'exact-number' : band} />
            <span className={style.about}>
              <FormattedMessage id={things ? 'band.exact-number' : about} />
            </span>
          </h2>
          <p className={style.measured}>
            <Measured band={band} />
          </p>
        </header>
        {mine.map((group) => (
          <div key={group.key} className={style.group}>
            {group.candidates.length > 1 && <Together group={group} />}
            <ol className={style.list}>
              {group.candidates.map((candidate) => (
                <CandidateRow
                  key={candidate.key}
                  candidate={candidate}
                  open={open.has(candidate)}
                  onToggle={() => toggle(candidate)}
                />
              ))}
            </ol>
          </div>
        ))}
      </section>
    );
  });
}

function isThing({ evidence }: Candidate): boolean {
  return evidence.length > 0 && evidence.every(({ kind }) => kind === 'object');
}

/** Says that what follows reads as one person, and whose alerts they are. */
function Together({ group }: { group: Group }) {
  const intl = useIntl();
  const countries = useCountries();
  const owners = ownersOf(group).map(countries.name);
  return (
    <h3 className={style.together}>
      <FormattedMessage
        id={owners.length > 0 ? 'group.alerts' : 'group.entries'}
        values={{ count: group.candidates.length, states: intl.formatList(owners, { type: 'conjunction' }) }}
      />
    </h3>
  );
}
