import type { IndexedBirthDate, Verdict } from '../model.ts';
import { inGregorian, isHijri } from './hijri.ts';
import type { PartialDate } from './partial-date.ts';

export interface BirthDateFinding {
  verdict: Verdict;
  how?: string;
  /** From -1 (contradicts) to 1 (the same full date); what the score is made of. */
  value: number;
}

/** Years that two dates may lie apart and still be a slip or a guess. */
const NEAR_YEARS = 2;
const CIRCA_YEARS = 3;

/** From so many years on a birth date contradicts in full. */
export const FAR_YEARS = 6;

/** What the same date is worth that two documents write in two calendars. */
const ACROSS = 0.95;

const UNKNOWN: BirthDateFinding = { verdict: 'unknown', value: 0 };

/** Reads `1971`, `1971-04` or `1971-04-28`; undefined for anything else. */
export function readPartialDate(date: string): PartialDate | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?$/u.exec(date) ?? [];
  if (year === undefined) return undefined;
  return { year: Number(year), month: Number(month ?? 0), day: Number(day ?? 0), lastYear: Number(year), circa: false };
}

/** Reads a listed birth date; a range keeps only its years. */
export function readListedDate({ date, to, circa }: IndexedBirthDate): PartialDate | undefined {
  const from = readPartialDate(date);
  const last = to === undefined ? undefined : readPartialDate(to);
  if (!from) return undefined;
  if (!last || last.year <= from.year) return { ...from, circa: circa === true };
  return { year: from.year, month: 0, day: 0, lastYear: last.year, circa: circa === true };
}

/** Compares a birth date with all that a list gives; the most favourable counts. */
export function compareBirthDates(query: PartialDate | undefined, listed: readonly PartialDate[]): BirthDateFinding {
  if (!query || listed.length === 0) return UNKNOWN;
  let best: BirthDateFinding | undefined;
  for (const date of listed) {
    const finding = isHijri(query) === isHijri(date) ? compareDates(query, date) : compareAcross(query, date);
    if (!best || finding.value > best.value) best = finding;
  }
  return best ?? UNKNOWN;
}

/** Across calendars the better of both ways to read the year counts, a shade less than within one. */
function compareAcross(query: PartialDate, listed: PartialDate): BirthDateFinding {
  let best: BirthDateFinding | undefined;
  for (const one of inGregorian(query)) {
    for (const other of inGregorian(listed)) {
      const finding = compareDates(one, other);
      if (!best || finding.value > best.value) best = finding;
    }
  }
  // A date that no calendar has tells as much against the person as one of another age.
  if (!best || best.value <= 0) return { verdict: 'contradicts', value: best?.value ?? -1 };
  return { verdict: best.verdict, how: 'other-calendar', value: best.value * ACROSS };
}

function compareDates(query: PartialDate, listed: PartialDate): BirthDateFinding {
  if (listed.lastYear > listed.year) return compareRange(query, listed);
  const apart = Math.abs(query.year - listed.year);
  if (apart === 0) return compareWithinYear(query, listed);
  const full = query.day > 0 && listed.day > 0;
  if (apart === 1 && full && query.month === listed.month && query.day === listed.day)
    return { verdict: 'near', how: 'off-by-one', value: 0.5 };
  if (apart <= (listed.circa ? CIRCA_YEARS : NEAR_YEARS) && (!full || listed.circa))
    return { verdict: 'near', how: 'year-within-range', value: listed.circa ? 0 : -0.2 };
  return { verdict: 'contradicts', value: contradiction(apart) };
}

function compareRange(query: PartialDate, { year, lastYear }: PartialDate): BirthDateFinding {
  if (query.year >= year && query.year <= lastYear) return { verdict: 'partial', how: 'year-within-range', value: 0.3 };
  const apart = query.year < year ? year - query.year : query.year - lastYear;
  if (apart <= 1) return { verdict: 'near', how: 'year-within-range', value: -0.2 };
  return { verdict: 'contradicts', value: contradiction(apart) };
}

function compareWithinYear(query: PartialDate, listed: PartialDate): BirthDateFinding {
  if (query.month === 0 || listed.month === 0) return { verdict: 'partial', how: 'same-year', value: 0.45 };
  const dayUnknown = query.day === 0 || listed.day === 0;
  if (query.month === listed.month && dayUnknown) return { verdict: 'partial', value: 0.7 };
  if (query.month === listed.month && query.day === listed.day) return { verdict: 'matches', value: 1 };
  if (dayUnknown) return { verdict: 'near', how: 'same-year', value: -0.35 };
  if (query.month === listed.day && query.day === listed.month)
    return { verdict: 'near', how: 'day-month-swapped', value: 0.6 };
  if (isOffByOne(query, listed)) return { verdict: 'near', how: 'off-by-one', value: 0.55 };
  if (listed.circa || isNewYear(listed) || isNewYear(query))
    return { verdict: 'partial', how: 'same-year', value: 0.3 };
  return { verdict: 'near', how: 'same-year', value: -0.35 };
}

/** A few years are a slip or a lie more often than another person; more are another person. */
function contradiction(years: number): number {
  if (years <= NEAR_YEARS) return -0.6;
  return years < FAR_YEARS ? -0.85 : -1;
}

/** A day or a month one away, or one digit of the day mistyped. */
function isOffByOne(one: PartialDate, other: PartialDate): boolean {
  if (one.day === other.day) return Math.abs(one.month - other.month) === 1;
  if (one.month !== other.month) return false;
  const apart = Math.abs(one.day - other.day);
  return apart === 1 || apart % 10 === 0;
}

/** 1 January is what documents of many states print when only the year is known. */
function isNewYear({ month, day }: PartialDate): boolean {
  return month === 1 && day === 1;
}
