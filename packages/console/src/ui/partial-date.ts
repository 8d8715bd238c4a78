/** Reads a date as officers type it, as far as it is known: `28.04.1971`, `28/4/1971`, `04.1971`, `1971`, `1971-04-28`. Null: no date. */
export function readPartialDate(typed: string): string | null {
  const text = typed.trim();
  const iso = /^(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})日?)?月?)?年?$/.exec(text);
  if (iso) return partialDate(iso[1]!, iso[2], iso[3]);
  const dayFirst = /^(?:(\d{1,2})[-./ ])?(\d{1,2})[-./ ](\d{4})$/.exec(text);
  if (dayFirst) return partialDate(dayFirst[3]!, dayFirst[2], dayFirst[1]);
  return null;
}

function partialDate(year: string, month: string | undefined, day: string | undefined): string | null {
  if (!month) return year;
  const paddedMonth = month.padStart(2, '0');
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (!day) return `${year}-${paddedMonth}`;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || Number(day) < 1) return null;
  return `${year}-${paddedMonth}-${day.padStart(2, '0')}`;
}
