import type { ListedBirthDate } from '@entente/contracts/alerts';
import { because, type Reason } from './reasons.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';

/**
 * One date as lists write it (`6.10.2001`, `28.01 1966`, `26 Feb. 2011`, `10 Dec 1948`, `Nov. 1973`,
 * `January 1958`, `1961`, `1978-04-28`, `25/12/1973`, `00/00/1958`; day before month), as ISO 8601 as far
 * as it is known. Undefined where it is none or cannot be: 31 February, year 3.
 */
export function parseDate(text: string): string | undefined {
  const trimmed = text.trim().replace(/\.$/, '');
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*|Z|[+-]\d\d:\d\d)?$/.exec(trimmed);
  if (iso) return partialDate(iso[1], iso[2], iso[3]);
  const numeric = /^(\d{1,2}|dd)\s*[./]\s*(\d{1,2}|mm)\s*[./ ]\s*(\d{4})$/i.exec(trimmed);
  if (numeric) return partialDate(numeric[3], numeric[2], numeric[1]);
  const worded = new RegExp(`^(?:(\\d{1,2})[ .-]+)?(${MONTH_NAME})[ .,-]+(\\d{4})$`, 'i').exec(trimmed);
  if (worded) return partialDate(worded[3], monthNumber(worded[2] as string), worded[1]);
  return undefined;
}

/** Puts a date together; unknown parts are absent, `0`, `00`, `dd` or `mm`. */
function partialDate(year = '', month = '', day = ''): string | undefined {
  const [y, m, d] = [Number(year), Number(month) || 0, Number(day) || 0];
  if (!(y >= 1800 && y <= 2199) || m > 12 || d > 31) return undefined;
  if (m === 0) return d === 0 ? year : undefined;
  const start = `${year}-${String(m).padStart(2, '0')}`;
  if (d === 0) return start;
  if (d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return undefined;
  return `${start}-${String(d).padStart(2, '0')}`;
}

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

const DATE = `\\d{4}-\\d{1,2}-\\d{1,2}|(?:\\d{1,2}|dd)\\s?[./]\\s?(?:\\d{1,2}|mm)\\s?[./ ]\\s?\\d{4}|(?:\\d{1,2}[ .-]+)?${MONTH_NAME}[ .,-]+\\d{4}|\\d{4}(?!\\d)(?!s\\b)`;
const APPROXIMATE = /\b(approximately|approx|circa|about|around|probably|possibly|ca?\.)\W*$/i;
const EXPRESSION = new RegExp(
  `(?<![\\d/])(?:(?<from>${DATE})\\s*(?:-|–|to)\\s*(?<to>${DATE})|between\\s+(?<low>${DATE})\\s+and\\s+(?<high>${DATE})|(?<one>${DATE}))`,
  'gi',
);

const FIELD = 'birthDate';

/** Birth dates found in a field, and what could not be read of it. */
export interface BirthDates {
  dates: ListedBirthDate[];
  faults: Reason[];
}

/**
 * Every birth date in a free field: enumerations (`(a) 1.3.1961, (b) 1961`), alternatives (`1955 or 1956`),
 * ranges (`between 1960 and 1962`, `1967-1969`), approximate ones. Dates of another calendar are left out
 * with a word, as are dates that cannot be.
 */
export function parseBirthDates(text: string): BirthDates {
  const found: BirthDates = { dates: [], faults: [] };
  let last = 0;
  for (const match of text.matchAll(EXPRESSION)) {
    const before = text.slice(last, match.index);
    last = match.index + match[0].length;
    const after = text.slice(last, last + 30);
    readExpression(found, match, before, after);
  }
  if (found.dates.length === 0 && found.faults.length === 0 && text.trim()) {
    found.faults.push(because('unreadable-date', { field: FIELD, text }));
  }
  return found;
}

function readExpression(found: BirthDates, match: RegExpExecArray, before: string, after: string): void {
  const { from, to, low, high, one } = match.groups as Record<string, string | undefined>;
  if (/^\s*\(?hijri/i.test(after)) {
    found.faults.push(because('other-calendar', { field: FIELD, text: match[0] }));
    return;
  }
  if (/\b(before|after|until)\s*$/i.test(before)) {
    found.faults.push(because('limit-date', { field: FIELD, text: `${before.trim().slice(-6)} ${match[0]}` }));
    return;
  }
  const first = parseDate((one ?? from ?? low) as string);
  const last = one === undefined ? parseDate((to ?? high) as string) : undefined;
  if (first === undefined || (one === undefined && last === undefined)) {
    found.faults.push(because('impossible-date', { field: FIELD, text: match[0] }));
    return;
  }
  const circa = APPROXIMATE.test(before) || /^\W*\(?(approximately|approx|circa)\b/i.test(after);
  addBirthDate(found.dates, { date: first, ...(last !== undefined && { to: last }), ...(circa && { circa: true }) });
}

/** Adds a date unless it stands there already. */
export function addBirthDate(dates: ListedBirthDate[], date: ListedBirthDate): void {
  const same = (other: ListedBirthDate) => other.date === date.date && other.to === date.to;
  if (!dates.some(same)) dates.push(date);
}
