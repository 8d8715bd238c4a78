/** True for `1971`, `1971-04` and `1971-04-28` where such a day exists. */
export function isPossibleDate(date: string): boolean {
  const [, year = '', month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  return year !== '' && isDay(Number(year), Number(month), Number(day));
}

/** A date as people and files write it, unpadded too (`1971-4-8`), in the contract's form; undefined when it is none. */
export function readPartialDate(text: string): string | undefined {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim()) ?? [];
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
  return isPossibleDate(date) ? date : undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year > 0 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
