/** A UTC moment as a `datetime-local` field shows it, in the reader's zone, to the minute. */
export function toLocal(moment: string | undefined): string {
  if (!moment) return '';
  const date = new Date(moment);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** Back to UTC; `last` takes the minute to its end, so that "to 12:00" holds what happened within it. */
export function toMoment(local: string, last = false): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local)) return undefined;
  const date = new Date(local);
  if (Number.isNaN(date.getTime())) return undefined;
  return new Date(date.getTime() + (last ? 59_999 : 0)).toISOString();
}

/** The beginning of the day `days` before the one `now` lies in, in the reader's zone. */
export function dayBefore(now: Date, days: number): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).toISOString();
}
