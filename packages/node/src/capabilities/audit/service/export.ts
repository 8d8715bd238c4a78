import type { RecordQuery } from '@entente/contracts/audit';
import { toHex } from '@entente/crypto/bytes';
import { type ExportHeader, writeHeader, writeLost, writeRecord } from '@entente/crypto/log/export';
import type { HeldPart } from '@entente/crypto/log/source';
import { proveInclusion } from '@entente/crypto/tlog/inclusion';
import { type ReadTiles, readFromTiles } from '@entente/crypto/tlog/tile-reader';
import type { Tx } from '../../../platform/database/database.ts';
import type { Attribution, RecordFilter } from '../model.ts';
import { holdParts } from '../store/parts.ts';
import { readFolded } from '../store/records.ts';
import { inSnapshot } from '../store/snapshot.ts';
import { readHead, readTiles } from '../store/tree.ts';
import { readWholeLog } from '../store/whole-log.ts';
import type { Audit } from './audit.ts';
import { newestCheckpoint } from './prove.ts';
import { factsOf, filterOf } from './read.ts';
import { recordEvent } from './record-event.ts';

/** What to export: everything, or what a search finds; with the texts of personal parts only when asked for. */
export type ExportQuery = Omit<RecordQuery, 'cursor' | 'limit'> & { parts?: boolean };

const BATCH = 500;
/** Tiles of a selection's paths kept at hand; 8 KiB each. */
const TILES_KEPT = 64;

/**
 * The log as JSON lines that `entente-verify.mjs` checks anywhere, streamed out of one snapshot. The
 * export is on record before its first line leaves.
 */
export async function exportLog(
  audit: Pick<Audit, 'db' | 'clock'>,
  asking: Attribution,
  query: ExportQuery,
): Promise<AsyncGenerator<string>> {
  const { parts = false, ...filters } = query;
  const { size } = await newestCheckpoint(audit.db);
  const complete = Object.keys(factsOf(filters)).length === 0;
  await audit.db.transaction().execute((tx) =>
    recordEvent(tx, {
      ...asking,
      at: audit.clock.now(),
      event: 'audit.exported',
      outcome: 'done',
      facts: { ...factsOf(filters), complete, parts, size },
    }),
  );
  return inSnapshot(audit.db, (tx) =>
    complete ? writeWhole(tx, parts) : writeSelection(tx, filterOf(filters), parts),
  );
}

/** Every leaf in order, and those waiting, which the head does not cover yet but which may record an erasure. */
async function* writeWhole(tx: Tx, parts: boolean): AsyncGenerator<string> {
  yield writeHeader(await headerOf(tx, { complete: true, parts }));
  for await (const record of (await readWholeLog(tx))!.records) {
    if ('lostHash' in record) yield writeLost(record);
    else {
      const { index, content } = record;
      yield writeRecord({ index, content, ...(parts && { parts: record.parts }) });
    }
  }
}

/** What the filter finds, each record with its audit path. */
async function* writeSelection(tx: Tx, filter: RecordFilter, parts: boolean): AsyncGenerator<string> {
  const header = await headerOf(tx, { complete: false, parts });
  yield writeHeader(header);
  const read = readFromTiles(keepTiles((places) => readTiles(tx, places)));
  for (let from = 0; ; ) {
    const records = await readFolded(tx, filter, { from, below: header.size, limit: BATCH });
    const held = parts
      ? await holdParts(
          tx,
          records.map(({ id }) => id),
        )
      : undefined;
    for (const { id, content, position } of records) {
      const path = await proveInclusion(position!, header.size, read);
      const record = { index: position, content, path: path.map(toHex) };
      yield writeRecord(held ? { ...record, parts: (held.get(id) ?? []).map(withoutErasure) } : record);
    }
    if (records.length < BATCH) return;
    from = records.at(-1)!.position! + 1;
  }
}

async function headerOf(tx: Tx, kind: { complete: boolean; parts: boolean }): Promise<ExportHeader> {
  const { origin, verifierKey } = (await readHead(tx))!;
  const { size, note } = await newestCheckpoint(tx);
  return { origin, verifierKey, size, checkpoint: note, ...kind };
}

/** Which record erased a part is shown by that record, which a selection need not hold. */
function withoutErasure(part: HeldPart): HeldPart {
  return { ...part, erasedBy: null };
}

/** Neighbouring records share their tiles; the oldest kept makes room for the newest. */
function keepTiles(read: ReadTiles): ReadTiles {
  const kept = new Map<string, Uint8Array | undefined>();
  return async (places) => {
    const keys = places.map(({ level, index }) => `${level}/${index}`);
    const missing = places.filter((_, at) => !kept.has(keys[at]!));
    const found = await read(missing);
    missing.forEach(({ level, index }, at) => void kept.set(`${level}/${index}`, found[at]));
    const tiles = keys.map((key) => kept.get(key));
    for (const key of kept.keys()) {
      if (kept.size <= TILES_KEPT) break;
      kept.delete(key);
    }
    return tiles;
  };
}
