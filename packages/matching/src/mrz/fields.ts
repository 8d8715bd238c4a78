import { CUT } from './lines.ts';

/** Text of a field without fillers; undefined when it is empty. */
export function textOf(value: string): string | undefined {
  const text = value.replaceAll(CUT, '').replace(/<+/gu, ' ').trim();
  return text === '' ? undefined : text;
}

/** A document number or optional data: fillers stand for spaces and hyphens, which no comparison needs. */
export function numberOf(value: string): string | undefined {
  const number = value.replaceAll(CUT, '').replaceAll('<', '');
  return number === '' ? undefined : number;
}

/** Family and given names: two fillers part them, one stands for a space (ICAO Doc 9303-3, 4.6). */
export function namesOf(field: string): { family: string; given: string; truncated: boolean } {
  const [family = '', ...given] = field.replaceAll(CUT, '').split('<<');
  return {
    family: textOf(family) ?? '',
    given: textOf(given.join('<')) ?? '',
    truncated: field.length > 0 && !field.endsWith('<') && !field.endsWith(CUT),
  };
}

/**
 * A date of birth, `YYMMDD`; unknown month or day are fillers and left out. The century is the one
 * that puts the date on or before `today` (`YYYY-MM-DD`). Undefined when it is no date.
 */
export function birthDateOf(field: string, today: string): string | undefined {
  return dateOf(field, (year) =>
    year <= today.slice(2, 4) && before(field, year, today) ? thisCentury(today) : thisCentury(today) - 1,
  );
}

/** An expiry date: the century that puts it within fifty years of `today`. */
export function expiryDateOf(field: string, today: string): string | undefined {
  const now = Number(today.slice(0, 4));
  return dateOf(field, (year) => {
    const near = thisCentury(today) * 100 + Number(year);
    if (near > now + 50) return thisCentury(today) - 1;
    return near <= now - 50 ? thisCentury(today) + 1 : thisCentury(today);
  });
}

function thisCentury(today: string): number {
  return Number(today.slice(0, 2));
}

function before(field: string, year: string, today: string): boolean {
  if (year < today.slice(2, 4)) return true;
  const rest = field.slice(2).replaceAll('<', '0');
  return rest <= today.slice(5, 7) + today.slice(8, 10);
}

function dateOf(field: string, century: (year: string) => number): string | undefined {
  const [, year, month, day] = /^(\d\d)(\d\d|<<)(\d\d|<<)$/u.exec(field) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const full = `${century(year)}${year}`;
  if (month === '<<' || month === '00') return full;
  if (month > '12') return undefined;
  if (day === '<<' || day === '00') return `${full}-${month}`;
  const last = new Date(Date.UTC(Number(full), Number(month), 0)).getUTCDate();
  return Number(day) <= last ? `${full}-${month}-${day}` : undefined;
}
