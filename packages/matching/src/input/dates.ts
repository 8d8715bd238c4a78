/** Day, month and year in the orders people type, with any of `.-/` or spaces between. */
const DAY_FIRST = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/u;
const YEAR_FIRST = /(?<!\d)(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?(?!\d)/u;
const YEAR = /(?<!\d)((?:19|20)\d\d)(?!\d)/u;

/** A date in the text, read as day first unless the month then would not be one; the text without it. */
export function findDate(text: string): { rest: string; birthDate?: string } {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [found, year, month, day] = yearFirst;
    const date = partialDate(year!, month!, day);
    if (date) return { rest: text.replace(found, ' '), birthDate: date };
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const [found, one, two, year] = dayFirst;
    const date = partialDate(year!, two!, one) ?? partialDate(year!, one!, two);
    if (date) return { rest: text.replace(found, ' '), birthDate: date };
  }
  const year = YEAR.exec(text);
  return year ? { rest: text.replace(year[0], ' '), birthDate: year[1]! } : { rest: text };
}

/** Whether the text is a date and nothing else; four digits alone may be a number. */
export function isDate(text: string): boolean {
  const { rest, birthDate } = findDate(text);
  return birthDate !== undefined && rest.trim() === '' && /[./-]/u.test(text);
}

function partialDate(year: string, month: string, day?: string): string | undefined {
  const [m, d] = [Number(month), Number(day ?? 1)];
  if (m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(Number(year), m, 0)).getUTCDate()) return undefined;
  const padded = `${year}-${month.padStart(2, '0')}`;
  return day === undefined ? padded : `${padded}-${day.padStart(2, '0')}`;
}
