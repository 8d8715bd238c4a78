import type { IntlShape } from 'react-intl';

/** A date as far as it is known (`1971`, `1971-04`, `1971-04-28`), in words that cannot be misread: 28 Apr 1971. */
export function dayInWords(intl: IntlShape, date: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return date;
  const [, year, month, day] = match;
  if (!month) return year!;
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  if (Number.isNaN(moment.getTime()) || moment.getUTCMonth() !== Number(month) - 1) return date;
  const words = intl.formatDate(moment, {
    year: 'numeric',
    month: 'short',
    ...(day ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  });
  return withoutYearMark(words);
}

/** Russian puts «г.» after a year, which a table and a sentence's own full stop do without. */
export function withoutYearMark(words: string): string {
  return words.replace(/\sг\.(?=$|,)/, '');
}
