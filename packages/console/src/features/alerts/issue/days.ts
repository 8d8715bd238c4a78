/** Whether a text is a day of the calendar: `2026-11-23`. */
export function isDay(text: string): boolean {
  const time = Date.parse(text);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const DAY_MS = 86_400_000;

/** The day so many days after another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The reader's calendar day at a moment. */
export function dayOf(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** The last day before a moment at which something ends: what ends with the night holds for the whole day before. */
export function lastDayBefore(moment: string): string {
  return dayOf(new Date(Date.parse(moment) - 1));
}

/** Days from today to the last day before a moment: 0 on that day itself, negative once it is past. */
export function daysLeft(moment: string, now: Date): number {
  return (Date.parse(lastDayBefore(moment)) - Date.parse(dayOf(now))) / DAY_MS;
}
