import { openCheckpoint } from '../note/checkpoint.ts';
import { parseVerifierKey } from '../note/verifier-key.ts';
import { verifyInclusion } from '../tlog/inclusion.ts';
import type { ExportedRecord, ExportHeader } from './export.ts';
import { Faults } from './faults.ts';
import { readPath } from './proof.ts';
import type { Verdict } from './verify.ts';
import { Erasures, placeOf, verifyRecord } from './verify-record.ts';

/**
 * Checks a selection of a log's records: each against itself and, by its audit path, against the signed
 * head. What was left out of the selection cannot be told, nor whether a missing part was erased by a leaf.
 */
export async function verifySelection(
  header: ExportHeader,
  records: AsyncIterable<ExportedRecord>,
  verifierKey: string = header.verifierKey,
): Promise<Verdict> {
  const faults = new Faults();
  const erasures = new Erasures();
  if (verifierKey !== header.verifierKey) faults.add('key', 'the export', "names another key than the node's");
  const head = openHead(header, verifierKey, faults);
  let count = 0;
  for await (const record of records) {
    count++;
    const leafHash = verifyRecord(record, erasures, faults);
    if (record.parts?.some(({ erasedBy }) => erasedBy !== null)) {
      faults.add('column', placeOf(record), 'names the record of an erasure, which a selection cannot show');
    }
    if (head === undefined) continue;
    const { index } = record;
    const path = readPath(record.path ?? null);
    if (index === null || !verifyInclusion({ leafHash, index, size: head.size, root: head.root, path })) {
      faults.add('position', placeOf(record), 'the path does not lead from the record to the root');
    }
  }
  return {
    origin: header.origin,
    verifierKey,
    size: count,
    root: '',
    checkpoints: head === undefined ? 0 : 1,
    erased: erasures.count,
    lost: 0,
    pending: { count: 0, oldest: null },
    checkpoint: head === undefined ? null : header.checkpoint,
    faults: faults.list,
    faultCount: faults.count,
  };
}

function openHead(header: ExportHeader, verifierKey: string, faults: Faults) {
  try {
    const head = openCheckpoint(header.checkpoint, parseVerifierKey(verifierKey));
    if (head.size !== header.size)
      faults.add('size', 'the export', `is of ${header.size} records, its head of ${head.size}`);
    if (head.origin !== header.origin) faults.add('key', 'the export', 'the head is that of another log');
    return head;
  } catch (error) {
    faults.add('signature', 'the head', (error as Error).message);
    return undefined;
  }
}
