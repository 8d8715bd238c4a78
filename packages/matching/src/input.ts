import { takeCode, takeCountry } from './input/country-tail.ts';
import { findDate } from './input/dates.ts';
import { type NumberReading, readNumber } from './input/number.ts';
import { type MrzField, type MrzReading, readMrz } from './mrz.ts';
import { normalName } from './names/normal-name.ts';
import { asciiDigits } from './text/digits.ts';

/**
 * What a text in the desk's one field was taken for. `number` may belong to any of several schemes,
 * a document's among them; `unreadable` carries a code the console words.
 */
export type InputReading =
  | { kind: 'mrz'; reading: MrzReading; missing: MrzField[] }
  | NumberReading
  | { kind: 'identity'; names: string[]; birthDate?: string; nationality?: string }
  | { kind: 'unreadable'; code: 'empty' | 'broken-zone' | 'nothing-to-read' };

/** No input is longer; what lies beyond is not looked at. */
const LONGEST = 12_000;

/**
 * Tells a machine-readable zone, the number of a document or an object, and a typed name apart. A name
 * may be followed by a birth date and a nationality (`Иванов Пётр 1971 RUS`), a number by its issuer.
 * Never throws.
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
