import type { HeldRecord, LogSource, LostRecord } from '@entente/crypto/log/source';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import { readAllLost } from './lost.ts';
import { holdParts } from './parts.ts';
import { tablesOf } from './tables.ts';
import { readHead, readTiles } from './tree.ts';

/** Rows read at a time. */
const BATCH = 2000;

/**
 * The whole log as it is stored, for the verifier, which believes none of it. `tx` is a repeatable read,
 * so that a log that grows meanwhile is seen at one moment. Undefined for a node that has none yet.
 */
export async function readWholeLog(tx: Tx): Promise<LogSource | undefined> {
  const head = await readHead(tx);
  if (head === undefined) return undefined;
  const { tiles, parts } = await countRows(tx);
  return {
    ...head,
    records: readRecords(tx),
    checkpoints: readCheckpoints(tx),
    tiles: { count: tiles, read: (places) => readTiles(tx, places) },
    partCount: parts,
  };
}

/** Folded records by position, the lost among them, then those waiting. */
async function* readRecords(tx: Tx): AsyncGenerator<HeldRecord | LostRecord> {
  yield* byIndex(readFolded(tx), readAllLost(tx, BATCH));
  yield* readWaiting(tx);
}

async function* readFolded(tx: Tx): AsyncGenerator<HeldRecord> {
  for (let after = -1; ; ) {
    const rows = await selectRecords(tx).where('position', '>', after).orderBy('position').limit(BATCH).execute();
    yield* await withParts(tx, rows);
    if (rows.length < BATCH) break;
    after = rows.at(-1)!.position!;
  }
}

async function* readWaiting(tx: Tx): AsyncGenerator<HeldRecord> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const waiting = selectRecords(tx).where('position', 'is', null).where('id', '>', after);
    const rows = await waiting.orderBy('id').limit(BATCH).execute();
    yield* await withParts(tx, rows);
    if (rows.length < BATCH) break;
    after = rows.at(-1)!.id;
  }
}

/** Two runs of records, each in the order of its places, as one. */
async function* byIndex(
  held: AsyncGenerator<HeldRecord>,
  lost: AsyncGenerator<LostRecord>,
): AsyncGenerator<HeldRecord | LostRecord> {
  let next = await lost.next();
  for await (const record of held) {
    while (!next.done && next.value.index < record.index!) {
      yield next.value;
      next = await lost.next();
    }
    yield record;
  }
  for (; !next.done; next = await lost.next()) yield next.value;
}

function selectRecords(tx: Tx) {
  return tablesOf(tx).selectFrom('audit.record').selectAll();
}

type RecordRow = Awaited<ReturnType<ReturnType<typeof selectRecords>['execute']>>[number];

async function withParts(tx: Tx, rows: RecordRow[]): Promise<HeldRecord[]> {
  const parts = await holdParts(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    index: row.position,
    content: row.content,
    leafHash: row.leaf_hash,
    columns: { id: row.id, event: row.event, actor: row.actor, outcome: row.outcome, case: row.case_reference },
    parts: parts.get(row.id) ?? [],
  }));
}

async function* readCheckpoints(tx: Tx): AsyncGenerator<{ size: number; note: string }> {
  for (let after = -1; ; ) {
    const rows = await tablesOf(tx)
      .selectFrom('audit.checkpoint')
      .selectAll()
      .where('size', '>', after)
      .orderBy('size')
      .limit(BATCH)
      .execute();
    yield* rows;
    if (rows.length < BATCH) break;
    after = rows.at(-1)!.size;
  }
}

async function countRows(tx: Tx): Promise<{ tiles: number; parts: number }> {
  const { rows } = await sql<{ tiles: number; parts: number }>`
    SELECT (SELECT count(*) FROM audit.tile) AS tiles, (SELECT count(*) FROM audit.part) AS parts`.execute(tx);
  return rows[0]!;
}
