import { FormattedMessage } from 'react-intl';
import { VERDICTS, type Verdict } from './evidence-words.ts';
import style from './verdict.module.css';

const SIGNS = {
  matches: 'M2.5 8.5 6.5 12.5 13.5 4',
  near: 'M2 6.5c2-2.5 4-2.5 6-.5s4 2 6-.5M2 11.5c2-2.5 4-2.5 6-.5s4 2 6-.5',
  partial: 'M2.5 11.5 13.5 4.5M4 4.5h.01M12 11.5h.01',
  contradicts: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  unknown: 'M3 8h10',
} as const satisfies Record<Verdict, string>;

/** For, against, or silent: sign, word and colour together. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return (
    <span className={style.verdict} data-verdict={verdict}>
      <VerdictSign verdict={verdict} />
      <FormattedMessage id={VERDICTS[verdict]} />
    </span>
  );
}

export function VerdictSign({ verdict }: { verdict: Verdict }) {
  return (
    <svg
      width="13"
      height="13"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d={SIGNS[verdict]} />
    </svg>
  );
}
