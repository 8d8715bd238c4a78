import { CsvRecords, type CsvRow as Row } from '../../../platform/csv.ts';
import { readText } from './decode.ts';
import { LIMITS } from './item.ts';
import { because, type Reason } from './reasons.ts';
import type { ListSource } from './source.ts';

/** A record of a list's CSV file, a fault in its place with the reason to report, or word that the file ends inside its last record. */
export type CsvRow =
  | Exclude<Row, { kind: 'fault' }>
  | { kind: 'fault'; line: number; reason: Reason; cells?: string[] }
  | { kind: 'repair'; line: number; reason: Reason };

export interface CsvShape {
  /** Columns of a whole record; undefined until a header has been read. */
  columns(): number | undefined;
  /** Longest record, in characters. */
  record?: number;
}

/** Records of a list's file, with the physical line each begins on. */
export async function* readCsv(source: ListSource, shape: CsvShape): AsyncGenerator<CsvRow> {
  const records = new CsvRecords(shape, shape.record ?? source.limits.record ?? LIMITS.record);
  for await (const chunk of readText(source)) {
    for (const { line, reason } of chunk.repairs) yield { kind: 'repair', line, reason };
    for (const row of records.write(chunk.text)) yield asReported(row, shape);
  }
  for (const row of records.end()) yield asReported(row, shape);
}

function asReported(row: Row, shape: CsvShape): CsvRow {
  if (row.kind !== 'fault') return row;
  const { line, fault, cells } = row;
  const values: Record<string, number> = cells ? { found: cells.length, expected: shape.columns() ?? 0 } : {};
  return { kind: 'fault', line, reason: because(fault, values), ...(cells && { cells }) };
}
