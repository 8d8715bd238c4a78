import type { PassengerField, PassengerFileReading, UnreadRow } from '@entente/contracts/screening/passenger-list';
import { type CsvRow, parseCsv } from '../../../platform/csv.ts';
import type { ListContent, StatedPerson } from '../model/passenger.ts';
import { fieldOfTitle } from './titles.ts';

const SEPARATORS = [';', '\t', ','];
const SAMPLES = 3;
const LONGEST_SAMPLE = 80;

/** A table of people: how it was read, and who is in it. */
export interface TableReading extends ListContent {
  separator: string;
  firstRow: 'titles' | 'person';
  columns: { title: string; field: PassengerField; samples: string[] }[];
}

/** Why columns cannot be read as they were given. */
export type ColumnFault = 'wrong-number' | 'named-twice';

/** Reads a table as its titles say, or as the officer says where he corrects them. */
export function readTable(text: string, asked: PassengerFileReading): TableReading | ColumnFault {
  const { separator, body } = separatorOf(text);
  const rows = rowsOf(body, separator);
  const head = rows.find((row) => row.kind === 'row');
  const known = (head?.cells ?? []).map(fieldOfTitle);
  const firstRow = asked.firstRow ?? (known.some((field) => field !== undefined) ? 'titles' : 'person');
  const fields = asked.columns ?? proposeFields(firstRow === 'titles' ? known : known.map(() => undefined));
  if (head && fields.length !== head.cells.length) return 'wrong-number';
  if (isNamedTwice(fields)) return 'named-twice';
  const content = rows.filter((row) => firstRow === 'person' || row !== head);
  const people: StatedPerson[] = [];
  const unread: UnreadRow[] = [];
  for (const row of content) {
    if (row.kind === 'row') {
      // A line of separators alone is how spreadsheets write an empty row.
      if (row.cells.some((cell) => cell.trim() !== '')) people.push(statedOf(row.line, row.cells, fields));
    } else {
      unread.push({ line: row.line, code: row.kind === 'cut' ? 'cut' : row.fault });
    }
  }
  const columns = fields.map((field, at) => ({
    title: firstRow === 'titles' ? (head?.cells[at] ?? '').trim().slice(0, LONGEST_SAMPLE) : '',
    field,
    samples: samplesOf(content, at),
  }));
  return { people, unread, warnings: [], separator, firstRow, columns };
}

/** What separates cells: what a spreadsheet says in its first line, or else what gives the most titles known, then the most cells. */
function separatorOf(text: string): { separator: string; body: string } {
  const said = /^sep=(.)\r?\n/u.exec(text);
  // The line stays as an empty one, so that lines keep their numbers.
  if (said) return { separator: said[1]!, body: text.slice(said[0].length - 1) };
  const tried = SEPARATORS.map((separator) => {
    const cells = [...firstRows(text, separator)].flatMap((row) => (row.kind === 'row' ? row.cells : []));
    return { separator, titles: cells.filter((cell) => fieldOfTitle(cell) !== undefined).length, width: cells.length };
  });
  const best = tried.toSorted((a, b) => b.titles - a.titles || b.width - a.width)[0]!;
  return { separator: best.width > 1 ? best.separator : ',', body: text };
}

function* firstRows(text: string, separator: string): Generator<CsvRow> {
  for (const row of parseCsv(text, undefined, separator)) {
    yield row;
    if (row.kind === 'row') return;
  }
}

/** Every record; those after the first must be as wide as it is. */
function rowsOf(text: string, separator: string): CsvRow[] {
  let width: number | undefined;
  const rows: CsvRow[] = [];
  for (const row of parseCsv(text, () => width, separator)) {
    if (row.kind === 'row') width ??= row.cells.length;
    rows.push(row);
  }
  return rows;
}

/** A title that says the same as one before is left to the officer; whole names may stand in several columns. */
function proposeFields(known: readonly (PassengerField | undefined)[]): PassengerField[] {
  const taken = new Set<PassengerField>();
  return known.map((field) => {
    if (field === undefined || (field !== 'name' && taken.has(field))) return 'unused';
    taken.add(field);
    return field;
  });
}

function isNamedTwice(fields: readonly PassengerField[]): boolean {
  const single = fields.filter((field) => field !== 'unused' && field !== 'name');
  return new Set(single).size < single.length;
}

function statedOf(line: number, cells: readonly string[], fields: readonly PassengerField[]): StatedPerson {
  const cell = (field: PassengerField): string | undefined => {
    const at = fields.indexOf(field);
    const text = at < 0 ? '' : (cells[at] ?? '').trim();
    return text === '' ? undefined : text;
  };
  const [number, issuer] = [cell('document'), cell('issuer')];
  const single = {
    family: cell('family'),
    given: cell('given'),
    middle: cell('middle'),
    birthDate: cell('birth-date'),
    sex: cell('sex'),
    nationality: cell('nationality'),
  };
  return {
    line,
    ...onlyGiven(single),
    names: fields.flatMap((field, at) => (field === 'name' ? [(cells[at] ?? '').trim()] : [])).filter(Boolean),
    documents: number === undefined ? [] : [{ number, ...(issuer !== undefined && { issuer }) }],
  };
}

/** Without what is not there. */
export function onlyGiven<Value extends object>(value: Value): { [Key in keyof Value]?: NonNullable<Value[Key]> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as never;
}

function samplesOf(rows: readonly CsvRow[], at: number): string[] {
  const cells = rows.flatMap((row) => (row.kind === 'row' ? [(row.cells[at] ?? '').trim()] : []));
  return cells
    .filter((cell) => cell !== '')
    .slice(0, SAMPLES)
    .map((cell) => cell.slice(0, LONGEST_SAMPLE));
}
