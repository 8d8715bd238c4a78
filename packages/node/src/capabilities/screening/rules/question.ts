import type { SubjectKind } from '@entente/contracts/alerts';
import type { CheckRequest, IdentityQuery, ObjectScheme, ReadAs, ShownDocument } from '@entente/contracts/screening';
import {
  type MatchQuery,
  type MrzReading,
  type MrzResult,
  type NumberKind,
  type ObjectQuery,
  parseCountry,
  readInput,
  readMrz,
} from '@entente/matching';
import type { Question, ReadingOutcome, UnreadableCode } from '../model/question.ts';
import { isPossibleDate } from './dates.ts';

/** A zone's free field shorter than this is no number that a list would know a person by. */
const SHORTEST_OPTIONAL = 6;

/** Schemes by which lists know vessels and aircraft, as they know persons by documents. */
const LISTED_SCHEMES: ReadonlySet<NumberKind> = new Set([
  'imo',
  'mmsi',
  'call-sign',
  'aircraft-registration',
  'serial-number',
]);

/** Takes the officer's input for a question to the index, or says why it is none. `today` (`YYYY-MM-DD`) tells centuries. */
export function readRequest(request: CheckRequest, today: string): ReadingOutcome {
  switch (request.by) {
    case 'text':
      return fromText(request.text, today);
    case 'mrz':
      return fromZone(readMrz(request.text, today));
    case 'document':
      return fromDocument(request.number, request.issuer);
    case 'identity':
      return fromIdentity(request.identity, request.documents);
    case 'object':
      return fromObject(request.scheme, request.number, request.country);
  }
}

function fromText(text: string, today: string): ReadingOutcome {
  const reading = readInput(text, today);
  switch (reading.kind) {
    case 'mrz':
      return zoneQuestion(reading.reading);
    case 'document':
      return fromDocument(reading.number, reading.country);
    case 'number':
      return numberQuestion(reading.value, reading.schemes, reading.country);
    case 'identity':
      return fromIdentity(reading);
    case 'unreadable':
      if (reading.code === 'broken-zone') return fromZone(readMrz(text, today));
      return { ok: false, code: reading.code === 'empty' ? 'empty' : 'nothing-to-ask' };
  }
}

function fromZone(result: MrzResult): ReadingOutcome {
  return result.ok ? zoneQuestion(result.reading) : { ok: false, code: result.code };
}

/** A zone asks by everything it holds: the name, the particulars, the document's number and the personal number. */
function zoneQuestion(mrz: MrzReading): ReadingOutcome {
  const names = [[mrz.given, mrz.family].filter((part) => part !== '').join(' ')].filter((name) => name !== '');
  const numbers = [mrz.documentNumber, personalNumber(mrz)].filter((number) => number !== undefined);
  if (names.length === 0 && numbers.length === 0) return { ok: false, code: 'nothing-to-ask' };
  const country = mrz.issuer === undefined ? undefined : parseCountry(mrz.issuer);
  const nationality = mrz.nationality === undefined ? undefined : parseCountry(mrz.nationality);
  const known = particulars({ birthDate: mrz.birthDate, nationality, sex: mrz.sex });
  const query: MatchQuery = {
    names,
    ...known,
    documents: numbers.map((number) => ({ number, ...(country !== undefined && { country }) })),
    nameTruncated: mrz.nameTruncated,
  };
  const readAs: ReadAs = { kind: 'mrz', mrz, names, ...known };
  if (mrz.documentNumber === undefined) return question(readAs, query);
  return question({ ...readAs, documentNumber: mrz.documentNumber }, query, [
    askedAs(mrz.documentNumber, 'document', country),
  ]);
}

function personalNumber(mrz: MrzReading): string | undefined {
  return mrz.optional !== undefined && mrz.optional.length >= SHORTEST_OPTIONAL ? mrz.optional : undefined;
}

function fromDocument(number: string, issuer: string | undefined): ReadingOutcome {
  const documents = readDocuments([{ number, ...(issuer !== undefined && { issuer }) }]);
  if (typeof documents === 'string') return { ok: false, code: documents };
  const numbers = documents.map(({ country }) => askedAs(number, 'document', country));
  return question({ kind: 'document', names: [], documentNumber: number }, { names: [], documents }, numbers);
}

function fromObject(scheme: ObjectScheme, number: string, state: string | undefined): ReadingOutcome {
  if (!/[\p{L}\p{N}]/u.test(number)) return { ok: false, code: 'nothing-to-ask' };
  const country = state === undefined ? undefined : parseCountry(state);
  if (state !== undefined && country === undefined) return { ok: false, code: 'unknown-country' };
  return numberQuestion(number, [scheme], country);
}

/** A number that may be of several kinds of things is asked as each; the likeliest says what it was taken for. */
function numberQuestion(number: string, schemes: NumberKind[], country: string | undefined): ReadingOutcome {
  const isDocument = schemes.includes('document');
  const listed = isDocument || schemes.some((scheme) => LISTED_SCHEMES.has(scheme));
  const documents = listed ? [{ number, ...(isDocument && country !== undefined && { country }) }] : [];
  const readAs: ReadAs = {
    kind: schemes[0] === 'document' ? 'document' : 'object',
    names: [],
    ...(isDocument && { documentNumber: number }),
    object: { number, schemes },
  };
  return question(
    readAs,
    { names: [], documents },
    schemes.map((scheme) => askedAs(number, scheme, country)),
  );
}

function askedAs(value: string, scheme: NumberKind, country: string | undefined): ObjectQuery {
  return { value, scheme, ...(country !== undefined && { country }) };
}

function fromIdentity(identity: IdentityQuery, shown: readonly ShownDocument[] = []): ReadingOutcome {
  const names = identity.names.filter((name) => /\p{L}/u.test(name));
  if (names.length === 0) return { ok: false, code: 'nothing-to-ask' };
  const { birthDate, sex } = identity;
  if (birthDate !== undefined && !isPossibleDate(birthDate)) return { ok: false, code: 'impossible-date' };
  const nationality = identity.nationality === undefined ? undefined : parseCountry(identity.nationality);
  if (identity.nationality !== undefined && nationality === undefined) return { ok: false, code: 'unknown-country' };
  const known = particulars({ birthDate, nationality, sex });
  if (shown.length === 0) return question({ kind: 'identity', names, ...known }, { names, ...known });
  const documents = readDocuments(shown);
  if (typeof documents === 'string') return { ok: false, code: documents };
  return question(
    { kind: 'identity', names, ...known, documentNumber: documents[0]!.number },
    { names, ...known, documents },
    documents.map(({ number, country }) => askedAs(number, 'document', country)),
  );
}

/** Documents with their issuers as codes, or why one of them is none. */
function readDocuments(shown: readonly ShownDocument[]): { number: string; country?: string }[] | UnreadableCode {
  const documents = [];
  for (const { number, issuer } of shown) {
    if (!/[\p{L}\p{N}]/u.test(number)) return 'nothing-to-ask';
    const country = issuer === undefined ? undefined : parseCountry(issuer);
    if (issuer !== undefined && country === undefined) return 'unknown-country';
    documents.push({ number, ...(country !== undefined && { country }) });
  }
  return documents;
}

/** Whether a list's entry may answer: what is asked as an object alone is no person's document. */
export function mayBeListed({ object, documentNumber, names }: ReadAs, kind: SubjectKind): boolean {
  if (object === undefined || documentNumber !== undefined || names.length > 0) return true;
  return kind === 'vessel' || kind === 'aircraft';
}

function question(readAs: ReadAs, query: MatchQuery, numbers: ObjectQuery[] = []): ReadingOutcome {
  const asked: Question = { readAs, query, numbers };
  return { ok: true, question: asked };
}

/** Only what is known; a sex left open in a zone (`<`) is repeated to the officer and contradicts nothing. */
function particulars(known: Pick<ReadAs, 'birthDate' | 'nationality' | 'sex'>) {
  const { birthDate, nationality, sex } = known;
  return {
    ...(birthDate !== undefined && { birthDate }),
    ...(nationality !== undefined && { nationality }),
    ...(sex !== undefined && { sex }),
  };
}
