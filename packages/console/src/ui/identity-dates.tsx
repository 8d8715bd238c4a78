import type { ListedBirthDate } from '@entente/contracts/alerts';
import { type IntlShape, useIntl } from 'react-intl';
import { dayInWords } from './day.ts';

export function BirthDates({ dates }: { dates: ListedBirthDate[] }) {
  const intl = useIntl();
  return dates.map((date) => birthDateInWords(intl, date)).join(' · ');
}

/** A birth date as far as it is known, in words: about 1971; between 1963 and 1968. */
export function birthDateInWords(intl: IntlShape, { date, to, circa }: ListedBirthDate): string {
  const from = dayInWords(intl, date);
  if (to) return intl.formatMessage({ id: 'identity.birth-dates.range' }, { from, to: dayInWords(intl, to) });
  return circa ? intl.formatMessage({ id: 'identity.birth-dates.circa' }, { date: from }) : from;
}
