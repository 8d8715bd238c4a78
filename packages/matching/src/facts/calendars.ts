/** A day of the Gregorian calendar. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** Julian day numbers of the last day before the first year of each calendar, at noon. */
const BEFORE_SOLAR = 1_948_320;
const BEFORE_LUNAR = 1_948_439;
/** Of 31 December of the year before 1. */
const BEFORE_GREGORIAN = 1_721_425;

/**
 * The Gregorian day of a day of the Solar Hijri calendar, which Iran and Afghanistan write. Leap years fall by the cycle of 33
 * years, which is right for the years 1244 to 1500. Undefined where there is no such day.
 */
export function fromSolarHijri(year: number, month: number, day: number): Day | undefined {
  if (day > solarMonth(year, month)) return undefined;
  const months = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return toGregorian(BEFORE_SOLAR + 365 * (year - 1) + leapDaysBefore(year) + months + day);
}

/**
 * The Gregorian day of a day of the Lunar Hijri calendar by its arithmetic form (months of 30 and 29 days in turn, eleven leap years
 * in thirty). Where months begin by the moon as it is seen, a day may lie one off. Undefined where there is no such day.
 */
export function fromLunarHijri(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 30) return undefined;
  const months = Math.ceil(29.5 * (month - 1));
  return toGregorian(BEFORE_LUNAR + 354 * (year - 1) + Math.floor((3 + 11 * year) / 30) + months + day);
}

function solarMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month <= 6) return 31;
  return month < 12 || leapDaysBefore(year + 1) > leapDaysBefore(year) ? 30 : 29;
}

/** Eight years of 33 are leap. */
function leapDaysBefore(year: number): number {
  return Math.floor((8 * year - 12) / 33);
}

/** By the count of days of 400, 100, 4 years and one; from a March on, so that a leap day is the last of its year. */
function toGregorian(julianDay: number): Day {
  const days = julianDay - BEFORE_GREGORIAN + 305;
  const century = Math.floor((4 * days + 3) / 146_097);
  const inCentury = days - Math.floor((146_097 * century) / 4);
  const inYear = Math.floor((4 * inCentury + 3) / 1_461);
  const dayOfYear = inCentury - Math.floor((1_461 * inYear) / 4);
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const january = month >= 10 ? 1 : 0;
  return { year: 100 * century + inYear + january, month: month + 3 - 12 * january, day };
}
