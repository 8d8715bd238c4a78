import type { MrzReading } from '@entente/contracts/screening';
import { FormattedMessage } from 'react-intl';
import style from './check-digit.module.css';

const WORDS = {
  valid: 'digit.valid',
  invalid: 'digit.invalid',
  corrected: 'digit.corrected',
  absent: 'digit.absent',
} as const;

const SIGNS = { valid: '✓', invalid: '✕', corrected: '≈', absent: '–' } as const;

/** What a check digit of the zone says about the field beside it. */
export function CheckDigitMark({ verdict }: { verdict: MrzReading['checkDigits'][number]['verdict'] }) {
  return (
    <span className={style.digit} data-verdict={verdict}>
      <span aria-hidden>{SIGNS[verdict]}</span> <FormattedMessage id={WORDS[verdict]} />
    </span>
  );
}
