import type { PassengerHit } from '@entente/contracts/screening/passenger-list';
import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import { Mark } from '../../../ui/mark.tsx';
import { Name } from '../../../ui/name.tsx';
import { AskedAction } from '../asked-action.tsx';
import { Candidates } from '../candidates.tsx';
import { CANDIDATE } from '../desk-keys.ts';
import { namesOf } from '../names.ts';
import { ReferralBar } from '../referral/referral.tsx';
import { SourceLine } from '../source-line.tsx';
import style from './passengers.module.css';

interface HitRowProps {
  hit: PassengerHit;
  open: boolean;
  onToggle: () => void;
}

/** One traveller who may be meant: his line and name as listed, the best candidate, what to do; all candidates beneath. */
export function HitRow({ hit, open, onToggle }: HitRowProps) {
  const details = useId();
  const { line, check, found, traveller } = hit;
  const [best, ...others] = found?.candidates ?? [];
  if (!found || !best) {
    return (
      <li className={style.gone}>
        <span className={style.place}>{line}</span>
        <bdi>{traveller}</bdi>
        <FormattedMessage id="passengers.hit.gone" />
      </li>
    );
  }
  const { names, birthDate, documentNumber } = found.readAs;
  return (
    <li>
      <button
        type="button"
        className={style.hit}
        aria-expanded={open}
        aria-controls={details}
        onClick={onToggle}
        {...{ [CANDIDATE]: true }}
      >
        <span className={style.place}>{line}</span>
        <span className={style.who}>
          {names.map((name) => (
            <Name key={name} name={name} />
          ))}
          <span className={style.under}>{[birthDate, documentNumber].filter(Boolean).join(' · ') || '—'}</span>
        </span>
        <span className={style.best}>
          <Mark kind={best.band} />
          <Name {...namesOf(best)} />
          <SourceLine candidate={best} />
          {others.length > 0 && (
            <span className={style.under}>
              <FormattedMessage id="passengers.hit.others" values={{ count: others.length }} />
            </span>
          )}
        </span>
        <span className={style.action}>
          <AskedAction candidate={best} />
        </span>
        <IconChevronDown size={18} aria-hidden className={style.chevron} />
      </button>
      <div id={details} hidden={!open} className={style.details}>
        {open && (
          <>
            <Candidates candidates={found.candidates} />
            <ReferralBar check={check} />
          </>
        )}
      </div>
    </li>
  );
}
