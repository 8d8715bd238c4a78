import type { ScreeningFigures } from '@entente/contracts/screening/shift';
import type { IntlShape } from 'react-intl';
import { dayInWords } from '../../../ui/day.ts';

type Pattern = ScreeningFigures['patterns'][number];

const WORDS = {
  'far-above-others': 'pattern.far-above-others',
  'mostly-typed-names': 'pattern.mostly-typed-names',
  'same-question-again': 'pattern.same-question-again',
  'outside-shift': 'pattern.outside-shift',
  'many-refusals': 'pattern.many-refusals',
} as const satisfies Record<Pattern['pattern'], string>;

/** A pattern as a sentence about an officer and a day: what was counted, never what it means. */
export function patternInWords(intl: IntlShape, { pattern, officer, day, count }: Pattern): string {
  return intl.formatMessage({ id: WORDS[pattern] }, { name: officer.name, day: dayInWords(intl, day), count });
}
