/** Formats a moment as the day it falls on, one for each time zone: making one costs more than using it. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** The calendar day, `2027-03-01`, that a moment falls on in a time zone. */
export function dayAt(moment: Date, timeZone = 'UTC'): string {
  let format = FORMATS.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    FORMATS.set(timeZone, format);
  }
  return format.format(moment);
}

/** Ends of days found before: thousands of alerts share a few hundred days. */
const ENDS = new Map<string, number>();
const MOST_ENDS = 5000;

/** The first moment after a day has ended in a time zone: what expires on that day answers until then. */
export function endOfDay(day: string, timeZone = 'UTC'): Date {
  const key = `${day} ${timeZone}`;
  const known = ENDS.get(key);
  if (known !== undefined) return new Date(known);
  const [early, late] = [Date.parse(day) - 14 * HOUR, Date.parse(day) + 38 * HOUR];
  const end = firstAfter(day, early, late, timeZone);
  if (ENDS.size >= MOST_ENDS) ENDS.clear();
  ENDS.set(key, end);
  return new Date(end);
}

const HOUR = 3_600_000;

/** Halves the span in which the day must end, down to a second: zones change their offset, and some by odd minutes. */
function firstAfter(day: string, from: number, to: number, timeZone: string): number {
  let [low, high] = [from, to];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (dayAt(new Date(middle), timeZone) > day) high = middle;
    else low = middle;
  }
  return high;
}

/** Whether text of the form `2027-03-01` is a day of the calendar. */
export function isDay(text: string | undefined): text is string {
  if (text === undefined) return false;
  const time = Date.parse(text);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whether text of the form `2027`, `2027-03` or `2027-03-01` is a year, a month or a day of the calendar. */
export function isPartialDay(text: string): boolean {
  return isDay(firstDayOf(text));
}

/** The first day that a year, a month or a day can mean. */
export function firstDayOf(partial: string): string {
  return `${partial}-01-01`.slice(0, 10);
}

/** The last day that a year, a month or a day can mean. */
export function lastDayOf(partial: string): string {
  if (partial.length === 4) return `${partial}-12-31`;
  if (partial.length > 7) return partial;
  const [year, month] = partial.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, month, 0));
  return Number.isNaN(last.getTime()) ? partial : `${partial}-${String(last.getUTCDate()).padStart(2, '0')}`;
}

/** The day so many days after another; an impossible day stays itself. */
export function addDays(day: string, days: number): string {
  if (!isDay(day)) return day;
  const moved = new Date(Date.parse(day) + days * 24 * HOUR);
  return moved.getTime() > LAST_DAY ? '9999-12-31' : moved.toISOString().slice(0, 10);
}

const LAST_DAY = Date.parse('9999-12-31');

/** The same day of the year so many years on; 29 February becomes 1 March where there is none. */
export function addYears(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const moved = `${year}${day.slice(4)}`;
  return isDay(moved) ? moved : `${year}-03-01`;
}
