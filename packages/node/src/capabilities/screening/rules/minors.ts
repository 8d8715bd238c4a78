import type { Evidence } from '@entente/contracts/screening';

const MAJORITY = 18;

/** Whether a birth date, as far as known, leaves it possible that somebody is under 18 on a day (`YYYY-MM-DD`). */
export function mayBeMinor(birthDate: string, today: string): boolean {
  const year = Number(birthDate.slice(0, 4)) + MAJORITY;
  // As young as the date allows: the last day of a month or year that is all that is known.
  const majority = `${String(year).padStart(4, '0')}${(birthDate.slice(4) || '-12-31').padEnd(6, '-31')}`;
  return today < majority;
}

/** Whether the dates asked and listed leave it possible that it is a minor: the traveller's own, or any that is listed. */
export function concernsMinor(birthDate: string | undefined, evidence: readonly Evidence[], today: string): boolean {
  const listed = evidence.flatMap((piece) => (piece.kind === 'birth-date' ? piece.listed : []));
  const dates = [birthDate ?? [], listed.map((date) => date.split('/').at(-1) ?? date)].flat();
  return dates.some((date) => mayBeMinor(date, today));
}
