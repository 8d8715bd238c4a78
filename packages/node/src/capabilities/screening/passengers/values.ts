import type { DateOrder } from '../model/passenger.ts';
import { isPossibleDate } from '../rules/dates.ts';

/** A date that could be read, or why not. */
export type DateReading = { ok: true; date: string } | { ok: false; code: 'unreadable-date' | 'future-date' };

const MONTHS: Record<string, number> = Object.fromEntries(
  [
    ['jan', 'янв'],
    ['feb', 'фев'],
    ['mar', 'мар'],
    ['apr', 'апр'],
    ['may', 'май', 'мая'],
    ['jun', 'июн'],
    ['jul', 'июл'],
    ['aug', 'авг'],
    ['sep', 'сен'],
    ['oct', 'окт'],
    ['nov', 'ноя'],
    ['dec', 'дек'],
  ].flatMap((names, at) => names.map((name) => [name, at + 1])),
);

/** Day, month and year in figures, in the order a state writes them. */
const THREE_PARTS = /^(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4}|\d{2})$/u;
const YEAR_FIRST = /^(\d{4})(?:[./\-年](\d{1,2})(?:[./\-月](\d{1,2})日?|月)?|年)?$/u;
/** As in airlines' messages and on visas: 12MAY91, 12 May 1991, 12 мая 1991. */
const WORDED = /^(\d{1,2})[ .-]?(\p{L}{3,9})\.?[ .-]?(\d{4}|\d{2})(?: ?г\.?)?$/u;
/** A spreadsheet's time of day, which says nothing about a birth. */
const TIME = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/u;

/**
 * A birth date as people, spreadsheets and carriers write it. `today` (`YYYY-MM-DD`) tells the century of two digits: the last one
 * in which the day is past, as for a machine-readable zone (ICAO Doc 9303-3, 4.8).
 */
export function readBirthDate(text: string, order: DateOrder, today: string): DateReading {
  const written = text.normalize('NFKC').trim().replace(TIME, '').replace(/\s+/gu, ' ');
  const date = findParts(written, order, today);
  if (date === undefined || !isPossibleDate(date)) return { ok: false, code: 'unreadable-date' };
  return date > today ? { ok: false, code: 'future-date' } : { ok: true, date };
}

function findParts(written: string, order: DateOrder, today: string): string | undefined {
  const eight = /^(\d{4})(\d{2})(\d{2})$/u.exec(written);
  if (eight) return join(eight[1]!, eight[2], eight[3]);
  const yearFirst = YEAR_FIRST.exec(written);
  if (yearFirst) return join(yearFirst[1]!, yearFirst[2], yearFirst[3]);
  const parts = THREE_PARTS.exec(written);
  if (parts) {
    const [, one, two, year] = parts;
    const [day, month] = order === 'day-first' ? [one, two] : [two, one];
    return inCentury(year!, month!, day!, today);
  }
  const worded = WORDED.exec(written);
  const month = worded && MONTHS[worded[2]!.slice(0, 3).toLowerCase()];
  return worded && month ? inCentury(worded[3]!, String(month), worded[1]!, today) : undefined;
}

/** A birth date of six figures, `YYMMDD`, as PAXLST states it. */
export function readSixFigures(text: string, today: string): string | undefined {
  const [, year, month, day] = /^(\d{2})(\d{2})(\d{2})$/u.exec(text) ?? [];
  return year === undefined ? undefined : inCentury(year, month!, day!, today);
}

function inCentury(year: string, month: string, day: string, today: string): string {
  if (year.length === 4) return join(year, month, day);
  const recent = join(`20${year}`, month, day);
  return recent <= today ? recent : join(`19${year}`, month, day);
}

function join(year: string, month?: string, day?: string): string {
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
}

/**
 * Which comes first in a list's dates: the day, unless some date says otherwise and none contradicts it. `eitherWay`: there are such
 * dates, and each could be read both ways.
 */
export function tellDateOrder(texts: readonly string[]): { order: DateOrder; eitherWay: boolean } {
  const parts = texts.flatMap((text) => {
    const found = THREE_PARTS.exec(text.normalize('NFKC').trim().replace(TIME, ''));
    return found ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
  const dayFirst = parts.some(([one]) => one > 12);
  const monthFirst = parts.some(([, two]) => two > 12);
  const telling = parts.filter(([one, two]) => one !== two);
  return {
    order: monthFirst && !dayFirst ? 'month-first' : 'day-first',
    eitherWay: telling.length > 0 && !dayFirst && !monthFirst,
  };
}

const SEXES: Record<string, 'male' | 'female' | 'unspecified'> = {
  ...spelt('male', 'm male man mr mstr м муж мужской мужчина 男 男性'),
  ...spelt('female', 'f female woman mrs ms miss ж жен женский женщина 女 女性 w'),
  ...spelt('unspecified', 'x u < unspecified unknown н не_указан 未知 不明 - —'),
};

function spelt<Sex extends string>(sex: Sex, words: string): Record<string, Sex> {
  return Object.fromEntries(words.split(' ').map((word) => [word.replaceAll('_', ' '), sex]));
}

/** Male, female or left open, in the words of the three languages; undefined for anything else. */
export function readSex(text: string): 'male' | 'female' | 'unspecified' | undefined {
  const word = text.normalize('NFKC').trim().toLowerCase().replace(/\.$/u, '');
  return Object.hasOwn(SEXES, word) ? SEXES[word] : undefined;
}
