import { type Day, fromLunarHijri, fromSolarHijri } from './calendars.ts';
import type { PartialDate } from './partial-date.ts';

/** Years in which somebody alive may have been born, by the Solar or the Lunar Hijri calendar; no other calendar has them. */
const FIRST = 1280;
const AFTER = 1500;

/** A date as it may be in the Gregorian calendar: itself, where it is written in that. */
export function inGregorian(date: PartialDate): readonly PartialDate[] {
  return isHijri(date) ? gregorianReadings(date) : [date];
}

type Calendar = (year: number, month: number, day: number) => Day | undefined;

/** Whether a date is written in a Hijri calendar, as Iran, Afghanistan and some Arab states print it. */
export function isHijri({ year }: PartialDate): boolean {
  return year >= FIRST && year < AFTER;
}

/** What a Hijri date may be in the Gregorian calendar: by the sun, and by the moon. A day that is not known leaves a range of years. */
function gregorianReadings(date: PartialDate): PartialDate[] {
  return [fromSolarHijri, fromLunarHijri].flatMap((calendar) => readBy(calendar, date) ?? []);
}

function readBy(calendar: Calendar, { year, month, day, lastYear, circa }: PartialDate): PartialDate | undefined {
  if (month > 0 && day > 0) {
    const found = calendar(year, month, day);
    return found && { ...found, lastYear: found.year, circa };
  }
  const first = calendar(year, month || 1, 1);
  const last = calendar(lastYear, month || 12, 29);
  return first && last && { year: first.year, month: 0, day: 0, lastYear: last.year, circa };
}
