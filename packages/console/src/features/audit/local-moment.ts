/** A UTC moment as the filters show it: `2026-11-23 12:00` in the reader's zone, to the minute. */
export function toLocal(moment: string | undefined): string {
  if (!moment) return '';
  const date = new Date(moment);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16).replace('T', ' ');
}

const WRITTEN = [
  /^(?<year>\d{4})[-./年](?<month>\d{1,2})[-./月](?<day>\d{1,2})日?(?:[T ]+(?<hour>\d{1,2}):(?<minute>\d{2}))?$/,
  /^(?<day>\d{1,2})[-./](?<month>\d{1,2})[-./](?<year>\d{4})(?:[T ]+(?<hour>\d{1,2}):(?<minute>\d{2}))?$/,
];

/**
 * Reads `2026-11-23 12:00` or `23.11.2026 12:00` back to UTC; the time may be left out. `last` takes the
 * minute, or the day without a time, to its end. Undefined: nothing was typed; null: it is no moment.
 */
export function toMoment(typed: string, last = false): string | null | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const parts = WRITTEN.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!parts) return null;
  const { hour, minute } = parts;
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const timed = hour !== undefined && minute !== undefined;
  const date = timed
    ? new Date(year, month - 1, day, Number(hour), Number(minute))
    : new Date(year, month - 1, last ? day + 1 : day);
  const shown = timed || !last ? date : new Date(date.getTime() - 1);
  if (shown.getMonth() !== month - 1 || shown.getDate() !== day || (timed && Number(hour) > 23)) return null;
  if (timed && Number(minute) > 59) return null;
  return new Date(timed && last ? date.getTime() + 59_999 : shown.getTime()).toISOString();
}

/** The beginning of the day `days` before the one `now` lies in, in the reader's zone. */
export function dayBefore(now: Date, days: number): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).toISOString();
}
