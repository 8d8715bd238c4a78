import { type CsvRow, readCsv } from './csv.ts';
import { headOf } from './decode.ts';
import { ListFileError, type ListItem, type Place, problemItem } from './item.ts';
import { because } from './reasons.ts';
import { describeText } from './sniff.ts';
import { type ListSource, openSource } from './source.ts';

/** A CSV list whose first record names its columns. */
export interface HeadedList {
  /** The list's name in a sentence: "is not …". */
  list: string;
  /** Columns without which it is another list. */
  header: readonly string[];
  /** True for a line before the header, which is handed to `before`. */
  before?(cells: string[]): ListItem[] | undefined;
  /** The reference of a record whose width is wrong, as far as it stands in the first columns. */
  refOf?(row: Record<string, string>): string | undefined;
  /** Whether a record that lacks columns at its end, and ends with an empty one, has the others in their places. */
  inPlace?(row: Record<string, string>): boolean;
}

export type HeadedItem =
  | { kind: 'record'; row: Record<string, string>; place: Place }
  | { kind: 'cut'; items: ListItem[] }
  | { kind: 'other'; items: ListItem[] };

/** The records of a CSV file by column name. A header line repeated among the records is passed over. */
export async function* readHeaded(source: ListSource, list: HeadedList): AsyncGenerator<HeadedItem> {
  let header: string[] | undefined;
  for await (const row of readCsv(source, { columns: () => header?.length })) {
    const place = { file: source.name, place: `line ${row.line}` };
    if (row.kind === 'cut') {
      if (!header) throw await notThatList(source, list);
      const items: ListItem[] = [
        { kind: 'scope', scope: '*', complete: false },
        problemItem(place, because('cut'), true),
      ];
      yield { kind: 'cut', items };
    } else if (row.kind !== 'row') {
      if (!header) throw await notThatList(source, list);
      const short = row.kind === 'fault' ? completed(header, list, row.cells) : undefined;
      if (short) yield { kind: 'record', row: short, place };
      yield {
        kind: 'other',
        items: [problemItem(place, row.reason, row.kind === 'fault' && !short, refOfFault(header, list, row))],
      };
    } else if (!header) {
      const before = list.before?.(row.cells);
      if (before) yield { kind: 'other', items: before };
      else header = await readHeader(source, list, row.cells);
    } else if (row.cells[0] !== header[0] || row.cells[1] !== header[1]) {
      yield { kind: 'record', row: named(header, row.cells), place };
    }
  }
  if (!header) throw await notThatList(source, list);
}

/** How many records each reference has, for lists that spread one subject over several. Reads the files once more. */
export async function countRefs(
  sources: ListSource[],
  list: HeadedList,
  refOf: (row: Record<string, string>) => string,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const source of sources) {
    const probe = openSource(source.path, source.signal, source.limits);
    for await (const item of readHeaded(probe, list)) {
      if (item.kind !== 'record') continue;
      const ref = refOf(item.row);
      if (ref) counts.set(ref, (counts.get(ref) ?? 0) + 1);
    }
  }
  return counts;
}

async function readHeader(source: ListSource, list: HeadedList, cells: string[]): Promise<string[]> {
  const header = cells.map((cell) => cell.trim());
  const missing = list.header.filter((column) => !header.includes(column));
  if (missing.length > 0) throw await notThatList(source, list, missing);
  return header;
}

async function notThatList(source: ListSource, list: HeadedList, missing: string[] = []): Promise<ListFileError> {
  const near = missing.length > 0 && missing.length * 2 < list.header.length;
  const why = near
    ? `its header lacks ${missing.map((column) => `"${column}"`).join(', ')}`
    : describeText(await headOf(source));
  return new ListFileError('list-wrong-format', `${source.name} is not ${list.list}: ${why}.`);
}

function refOfFault(header: string[], list: HeadedList, row: CsvRow): string | undefined {
  const cells = row.kind === 'fault' ? row.cells : undefined;
  return (cells && list.refOf?.(named(header, cells))) || undefined;
}

/** A record whose last, empty columns were not written. */
function completed(
  header: string[],
  list: HeadedList,
  cells: string[] | undefined,
): Record<string, string> | undefined {
  if (!list.inPlace || !cells || cells.length >= header.length || cells.at(-1) !== '') return undefined;
  const row = named(header, cells);
  return list.inPlace(row) ? row : undefined;
}

function named(header: string[], cells: string[]): Record<string, string> {
  const row: Record<string, string> = Object.create(null);
  header.forEach((column, at) => {
    row[column] = cells[at] ?? '';
  });
  return row;
}
