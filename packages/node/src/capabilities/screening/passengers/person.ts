import type { ReadPassenger, UnreadRow, UnreadRowCode } from '@entente/contracts/screening/passenger-list';
import { parseCountry } from '@entente/matching';
import type { DateOrder, ReadPerson, StatedPerson } from '../model/passenger.ts';
import { readRequest } from '../rules/question.ts';
import { readBirthDate, readSex } from './values.ts';

const LONGEST_NAME = 500;
const LONGEST_NUMBER = 60;
const MOST_NAMES = 20;
const MOST_DOCUMENTS = 5;
const QUOTED = 60;

/** What a row is: somebody to be asked about, or why not. */
export type PersonReading = { ok: true; person: ReadPerson } | { ok: false; unread: UnreadRow };

/**
 * Makes the question about somebody on a list. A field that cannot be understood leaves the whole row unread rather than being left
 * out: an officer must know what was asked. `today`: `YYYY-MM-DD`.
 */
export function readPerson(stated: StatedPerson, dates: DateOrder, today: string): PersonReading {
  const { line } = stated;
  const fault = (code: UnreadRowCode, text?: string): PersonReading => ({
    ok: false,
    unread: { line, code, ...(text !== undefined && { text: quote(text) }) },
  });
  const names = namesOf(stated);
  const documents = stated.documents.filter(({ number }) => /[\p{L}\p{N}]/u.test(number));
  if (names.length === 0 && documents.length === 0) return fault('nothing-to-ask');
  const long =
    names.find((name) => name.length > LONGEST_NAME) ??
    documents.find(({ number }) => number.length > LONGEST_NUMBER)?.number;
  if (long !== undefined) return fault('too-long', long);
  if (names.length > MOST_NAMES || documents.length > MOST_DOCUMENTS) return fault('too-long');
  const born = stated.birthDate === undefined ? undefined : readBirthDate(stated.birthDate, dates, today);
  if (born && !born.ok) return fault(born.code, stated.birthDate);
  const sex = stated.sex === undefined ? undefined : readSex(stated.sex);
  if (stated.sex !== undefined && sex === undefined) return fault('unknown-sex', stated.sex);
  const states = [stated.nationality, ...documents.map(({ issuer }) => issuer)];
  const unknown = states.find((state) => state !== undefined && parseCountry(state) === undefined);
  if (unknown !== undefined) return fault('unknown-country', unknown);
  const request = askAbout(names, documents, {
    ...(born && { birthDate: born.date }),
    ...(stated.nationality !== undefined && { nationality: stated.nationality }),
    ...(sex !== undefined && sex !== 'unspecified' && { sex }),
  });
  // What the desk could not read is not taken for readable here.
  return readRequest(request, today).ok ? { ok: true, person: { line, request } } : fault('nothing-to-ask');
}

type Particulars = Omit<Extract<ReadPerson['request'], { by: 'identity' }>['identity'], 'names'>;

/** Without a name the first document asks alone: a list's particulars are nobody's then. */
function askAbout(
  names: string[],
  documents: StatedPerson['documents'],
  particulars: Particulars,
): ReadPerson['request'] {
  if (names.length === 0) return { by: 'document', ...documents[0]! };
  return { by: 'identity', identity: { names, ...particulars }, ...(documents.length > 0 && { documents }) };
}

/** The person's names: the parts put together, and every whole name. A Han name is written without a space, the family's first. */
function namesOf({ family, given, middle, names }: StatedPerson): string[] {
  const parts = [given, middle, family].filter((part) => part !== undefined);
  const isHan = parts.length > 0 && parts.every((part) => /^\p{Script=Han}+$/u.test(part));
  const joined = isHan ? [family, given, middle].join('') : parts.join(' ');
  const all = [joined, ...names].map((name) => name.replace(/\s+/gu, ' ').trim());
  return [...new Set(all.filter((name) => /\p{L}/u.test(name)))];
}

function quote(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > QUOTED ? `${line.slice(0, QUOTED - 1)}…` : line;
}

/** The person as he is shown for the officer to see a misreading. */
export function showPerson({ line, request }: ReadPerson): ReadPassenger {
  if (request.by === 'document') {
    const { number, issuer } = request;
    return { line, names: [], documents: [{ number, ...(issuer !== undefined && { issuer }) }] };
  }
  return { line, ...request.identity, documents: request.documents ?? [] };
}
