import { type ExportedRecord, type ExportHeader, readHeader, readRecord } from '@entente/crypto/log/export';
import type { LostRecord } from '@entente/crypto/log/source';
import { type Trust, type Verdict, verifyLog } from '@entente/crypto/log/verify';
import { verifySelection } from '@entente/crypto/log/verify-selection';
import { Refusal } from '@entente/crypto/refusal';
import { readExportLines } from './export-lines.ts';

/** What was checked, and what came of it. */
export interface ExportVerdict {
  header: ExportHeader;
  verdict: Verdict;
}

/**
 * Checks an exported log line by line, whatever its size. Throws a `Refusal` with the line's number for
 * what is no export.
 */
export async function verifyExport(file: string, trust: Trust): Promise<ExportVerdict> {
  const lines = readExportLines(file);
  const { value: first, done } = await lines.next();
  if (done) throw new Refusal('not-json', 'the file is empty');
  const header = atLine(first.number, () => readHeader(first.text));
  if (!header.complete && trust.pinned !== undefined) {
    throw new Refusal('malformed-leaf', 'a selection of records cannot be compared with an earlier checkpoint');
  }
  const records = readRecords(lines, header);
  const verdict = header.complete
    ? await verifyLog({ ...header, records, checkpoints: onlyHead(header) }, trust)
    : await verifySelection(header, heldOnly(records), trust.verifierKey);
  return { header, verdict };
}

async function* readRecords(
  lines: AsyncIterable<{ number: number; text: string }>,
  header: ExportHeader,
): AsyncGenerator<ExportedRecord | LostRecord> {
  for await (const { number, text } of lines) yield atLine(number, () => readRecord(text, header));
}

/** Reading has refused lost records in a selection. */
async function* heldOnly(records: AsyncIterable<ExportedRecord | LostRecord>): AsyncGenerator<ExportedRecord> {
  for await (const record of records) if (!('lostHash' in record)) yield record;
}

async function* onlyHead({ size, checkpoint }: ExportHeader): AsyncGenerator<{ size: number; note: string }> {
  yield { size, note: checkpoint };
}

function atLine<T>(number: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, `line ${number}: ${error.message}`);
    throw error;
  }
}
