import type { CheckRequest, IdentityQuery, ObjectScheme, ReadAs } from '@entente/contracts/screening';
import { type MatchQuery, type MrzReading, type MrzResult, parseCountry, readInput, readMrz } from '@entente/matching';
import type { Question, ReadingOutcome } from '../model/question.ts';
import { isPossibleDate } from './dates.ts';

/** A zone's free field shorter than this is no number that a list would know a person by. */
const SHORTEST_OPTIONAL = 6;

/** Schemes by which lists know vessels and aircraft. */
const LISTED_SCHEMES: ObjectScheme[] = ['imo', 'mmsi', 'call-sign', 'aircraft-registration', 'serial-number'];

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
      return fromIdentity(request.identity);
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
      return fromDocument(reading.value, reading.country);
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
  if (mrz.documentNumber !== undefined) readAs.documentNumber = mrz.documentNumber;
  return question(readAs, query);
}

function personalNumber(mrz: MrzReading): string | undefined {
  return mrz.optional !== undefined && mrz.optional.length >= SHORTEST_OPTIONAL ? mrz.optional : undefined;
}

function fromDocument(number: string, issuer: string | undefined): ReadingOutcome {
  if (!/[\p{L}\p{N}]/u.test(number)) return { ok: false, code: 'nothing-to-ask' };
  const country = issuer === undefined ? undefined : parseCountry(issuer);
  if (issuer !== undefined && country === undefined) return { ok: false, code: 'unknown-country' };
  const documents = [{ number, ...(country !== undefined && { country }) }];
  return question({ kind: 'document', names: [], documentNumber: number }, { names: [], documents });
}

/** Lists know vessels and aircraft by their numbers, as they know persons by documents. */
function fromObject(scheme: ObjectScheme, number: string, state: string | undefined): ReadingOutcome {
  if (!/[\p{L}\p{N}]/u.test(number)) return { ok: false, code: 'nothing-to-ask' };
  const country = state === undefined ? undefined : parseCountry(state);
  if (state !== undefined && country === undefined) return { ok: false, code: 'unknown-country' };
  const documents = LISTED_SCHEMES.includes(scheme) ? [{ number }] : [];
  return question({ kind: 'object', names: [], object: { number, schemes: [scheme] } }, { names: [], documents });
}

function fromIdentity(identity: IdentityQuery): ReadingOutcome {
  const names = identity.names.filter((name) => /\p{L}/u.test(name));
  if (names.length === 0) return { ok: false, code: 'nothing-to-ask' };
  const { birthDate, sex } = identity;
  if (birthDate !== undefined && !isPossibleDate(birthDate)) return { ok: false, code: 'impossible-date' };
  const nationality = identity.nationality === undefined ? undefined : parseCountry(identity.nationality);
  if (identity.nationality !== undefined && nationality === undefined) return { ok: false, code: 'unknown-country' };
  const known = particulars({ birthDate, nationality, sex });
  return question({ kind: 'identity', names, ...known }, { names, ...known });
}

function question(readAs: ReadAs, query: MatchQuery): ReadingOutcome {
  const asked: Question = { readAs, query };
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
