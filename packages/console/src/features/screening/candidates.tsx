import type { Band, Candidate } from '@entente/contracts/screening';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Mark } from '../../ui/mark.tsx';
import { CandidateRow } from './candidate-row.tsx';
import style from './candidates.module.css';

const BANDS: { band: Band; about: 'band.exact-document' | 'band.strong' | 'band.possible' }[] = [
  { band: 'exact-document', about: 'band.exact-document' },
  { band: 'strong', about: 'band.strong' },
  { band: 'possible', about: 'band.possible' },
];

/** Candidates by band, best first; the best one's evidence stands open. */
export function Candidates({ candidates }: { candidates: Candidate[] }) {
  const [open, setOpen] = useState<ReadonlySet<Candidate>>(() => new Set(candidates.slice(0, 1)));
  function toggle(candidate: Candidate) {
    const next = new Set(open);
    if (!next.delete(candidate)) next.add(candidate);
    setOpen(next);
  }
  return BANDS.map(({ band, about }) => {
    const mine = candidates.filter((candidate) => candidate.band === band);
    if (mine.length === 0) return null;
    return (
      <section key={band} className={style.band}>
        <h2 className={style.head}>
          <Mark kind={band} />
          <span className={style.about}>
            <FormattedMessage id={about} />
          </span>
        </h2>
        <ol className={style.list}>
          {mine.map((candidate) => (
            <CandidateRow
              key={`${candidate.list} ${candidate.ref}`}
              candidate={candidate}
              open={open.has(candidate)}
              onToggle={() => toggle(candidate)}
            />
          ))}
        </ol>
      </section>
    );
  });
}
