import { parseCountry } from './country.ts';
import { foldDocumentNumber } from './document-number.ts';
import { type MrzField, type MrzReading, readMrz } from './mrz.ts';
import { normalName } from './names/normal-name.ts';
import { asciiDigits } from './text/digits.ts';

/** What a text in the desk's one field was taken for; `unreadable` carries a code the console words. */
export type InputReading =
  | { kind: 'mrz'; reading: MrzReading; missing: MrzField[] }
  | { kind: 'document'; number: string; country?: string }
  | { kind: 'identity'; names: string[]; birthDate?: string; nationality?: string }
  | { kind: 'unreadable'; code: 'empty' | 'broken-zone' | 'nothing-to-read' };

/** No input is longer; what lies beyond is not looked at. */
const LONGEST = 12_000;

/** Day, month and year in the orders people type, with any of `.-/` or spaces between. */
const DAY_FIRST = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/u;
const YEAR_FIRST = /(?<!\d)(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?(?!\d)/u;
const YEAR = /(?<!\d)((?:19|20)\d\d)(?!\d)/u;

/** One to four short runs of letters and digits: how documents carry their numbers. */
const NUMBER_WORDS = /^#?\s*[\p{L}\p{Nd}]{0,4}[\s-]?(?:[\p{L}\p{Nd}]+[\s/-]?){1,3}$/u;

/** No document number is longer, its separators included. */
const LONGEST_NUMBER = 60;

/**
 * Tells a machine-readable zone, a document number and a typed name apart. A name may be followed by
 * a birth date and a nationality (`Иванов Пётр 1971 RUS`). Never throws.
 */
export function readInput(text: string, today: string): InputReading {
  const plain = text.slice(0, LONGEST).replaceAll('№', '').normalize('NFKC');
  const bounded = asciiDigits(plain)
    .replace(/[\p{Cf}\p{Cs}]+/gu, '')
    .trim();
  if (bounded === '') return { kind: 'unreadable', code: 'empty' };
  if (looksLikeZone(bounded)) return readZone(bounded, today);
  return readNumber(bounded) ?? readIdentity(bounded);
}

/** Fillers, or a run too long for a name that begins as a document code does. */
function looksLikeZone(text: string): boolean {
  const characters = text.replace(/\s+/gu, '');
  if (/<<|«|<\p{L}{3}/u.test(characters) && characters.length >= 8) return true;
  return (
    /^[PVACI][A-Z<][A-Z]{3}[A-Z0-9<]{30,}$/iu.test(characters) && /\d/u.test(characters) && !/\p{L}\s\p{L}/u.test(text)
  );
}

function readZone(text: string, today: string): InputReading {
  const read = readMrz(text, today);
  return read.ok
    ? { kind: 'mrz', reading: read.reading, missing: read.missing }
    : { kind: 'unreadable', code: 'broken-zone' };
}

/** A number is short, mostly digits, in Latin or Cyrillic letters, and its letters come in runs too short for a name. */
function readNumber(text: string): InputReading | undefined {
  const { rest, country } = takeCountry(text);
  // The length first: what is too long for a number would make the pattern try every way to split it.
  if (
    rest.length > LONGEST_NUMBER ||
    !NUMBER_WORDS.test(rest) ||
    /(?!\p{Script=Latin}|\p{Script=Cyrillic})\p{L}/u.test(rest)
  )
    return undefined;
  const folded = foldDocumentNumber(rest);
  const digits = folded.replace(/\D/gu, '').length;
  const longestWord = Math.max(0, ...[...rest.matchAll(/\p{L}+/gu)].map(([word]) => word.length));
  if (digits < 5 || longestWord > 4 || folded.length > 2 * digits || isDate(rest)) return undefined;
  return country === undefined ? { kind: 'document', number: rest } : { kind: 'document', number: rest, country };
}

function isDate(text: string): boolean {
  const { rest, birthDate } = findDate(text);
  return birthDate !== undefined && rest.trim() === '' && /[./-]/u.test(text);
}

function readIdentity(text: string): InputReading {
  const dated = findDate(text);
  const { rest, country } =
    dated.birthDate === undefined ? { rest: text, country: undefined } : takeCountry(dated.rest);
  const tail = country === undefined && dated.birthDate === undefined ? takeCode(text) : { rest, country };
  const name = tail.rest.replace(/^[\s,;]+|[\s,;]+$/gu, '');
  if (normalName(name).length === 0) return { kind: 'unreadable', code: 'nothing-to-read' };
  const reading: InputReading = { kind: 'identity', names: [name] };
  if (dated.birthDate !== undefined) reading.birthDate = dated.birthDate;
  if (tail.country !== undefined) reading.nationality = tail.country;
  return reading;
}

/** A date in the text, read as day first unless the month then would not be one; the text without it. */
function findDate(text: string): { rest: string; birthDate?: string } {
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

function partialDate(year: string, month: string, day?: string): string | undefined {
  const [m, d] = [Number(month), Number(day ?? 1)];
  if (m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(Number(year), m, 0)).getUTCDate()) return undefined;
  const padded = `${year}-${month.padStart(2, '0')}`;
  return day === undefined ? padded : `${padded}-${day.padStart(2, '0')}`;
}

/** A nationality at the end of the text: a code, or a state's name of up to four words. */
function takeCountry(text: string): { rest: string; country: string | undefined } {
  const words = text.trim().split(/[\s,;]+/u);
  for (let count = Math.min(4, words.length - 1); count >= 1; count--) {
    const country = parseCountry(words.slice(-count).join(' '));
    if (country !== undefined && /\p{L}/u.test(words.at(-1)!))
      return { rest: words.slice(0, -count).join(' '), country };
  }
  return { rest: text, country: undefined };
}

/** Without a date only a code in capitals is a nationality: `Chad`, `Jordan` and `Georgia` are names too. */
function takeCode(text: string): { rest: string; country: string | undefined } {
  const last = /(?<=\p{L}.*[\s,;])[A-Z]{3}$/u.exec(text.trim());
  const country = last && /\p{Ll}/u.test(text) ? parseCountry(last[0]) : undefined;
  return country === undefined || !last
    ? { rest: text, country: undefined }
    : { rest: text.slice(0, last.index), country };
}
