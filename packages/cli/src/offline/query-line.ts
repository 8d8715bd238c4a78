import { type MatchQuery, parseCountry } from '@entente/matching';
import { readPartialDate, readRequest } from '@entente/node/screening';

/** What a line of queries asks; `ignored` names fields that could not be understood and were left out of the search. */
export type QueryLine =
  | { ok: true; id: unknown; query: MatchQuery; ignored: string[] }
  | { ok: false; id: unknown; error: string };

const LONGEST_NAME = 500;
const MOST_NAMES = 20;

/** Reads one line of queries. `today` (`YYYY-MM-DD`) tells the century of a zone's birth date. */
export function readQueryLine(text: string, today: string): QueryLine {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return { ok: false, id: null, error: 'not JSON' };
  }
  if (typeof line !== 'object' || line === null || Array.isArray(line)) {
    return { ok: false, id: null, error: 'not a JSON object' };
  }
  return readQuery(line as Record<string, unknown>, today);
}

function readQuery(line: Record<string, unknown>, today: string): QueryLine {
  const id = line.id ?? null;
  const ignored: string[] = [];
  /** Reads a field that is there; one that cannot be understood is noted and left out. */
  const field = <Value>(name: string, read: (text: string) => Value | undefined): Value | undefined => {
    const text = fieldText(line[name]);
    const value = text === undefined ? undefined : read(text);
    if (value === undefined && isPresent(line[name])) ignored.push(name);
    return value;
  };

  const zone = field('mrz', (text) => readZone(text, today));
  const names = [...readNames(line, ignored), ...(zone?.names ?? [])];
  const number = field('document', (text) => text);
  const documents = [...(number === undefined ? [] : [{ number }]), ...(zone?.documents ?? [])];
  const birthDate = field('birthDate', readPartialDate) ?? zone?.birthDate;
  const nationality = field('nationality', parseCountry) ?? zone?.nationality;
  const sex = field('sex', readSex) ?? zone?.sex;
  if (names.length === 0 && documents.length === 0) return { ok: false, id, error: nothingToAsk(ignored) };
  const query: MatchQuery = {
    names,
    ...(documents.length > 0 && { documents }),
    ...(birthDate !== undefined && { birthDate }),
    ...(nationality !== undefined && { nationality }),
    ...(sex !== undefined && { sex }),
    ...(zone?.nameTruncated && { nameTruncated: true }),
  };
  return { ok: true, id, query, ignored };
}

function nothingToAsk(ignored: string[]): string {
  const unread = ignored.length > 0 ? `; not understood: ${ignored.join(', ')}` : '';
  return `no name, document or readable zone to ask by${unread}`;
}

/** `name` and `names` together. */
function readNames(line: Record<string, unknown>, ignored: string[]): string[] {
  const given: [field: string, value: unknown][] = [['name', line.name]];
  if (Array.isArray(line.names))
    given.push(...line.names.slice(0, MOST_NAMES).map((name): [string, unknown] => ['names', name]));
  else given.push(['names', line.names]);
  return given.flatMap(([field, value]) => {
    if (!isPresent(value)) return [];
    if (typeof value === 'string' && value.length <= LONGEST_NAME && /\p{L}/u.test(value))
      return [value.toWellFormed()];
    ignored.push(field);
    return [];
  });
}

/** A zone as one text with line ends, or as its lines. */
function readZone(text: string, today: string): MatchQuery | undefined {
  const reading = readRequest({ by: 'mrz', text }, today);
  return reading.ok ? reading.question.query : undefined;
}

function readSex(text: string): MatchQuery['sex'] | undefined {
  const letter = text.trim().toLowerCase();
  if (letter === 'm' || letter === 'male') return 'male';
  if (letter === 'f' || letter === 'female') return 'female';
  return letter === 'x' || letter === '<' || letter === 'unspecified' ? 'unspecified' : undefined;
}

/** The text of a field; a number is taken as written, lines are joined. */
function fieldText(value: unknown): string | undefined {
  if (!isPresent(value)) return undefined;
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value.join('\n') : undefined;
}

/** An empty string is absent, as null is. */
function isPresent(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isPresent);
  return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
}
