import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** A run of numbers without their content. */
export interface Run {
  first: number;
  last: number;
}

/**
 * The numbers from the one after `after` on that were given to envelopes for a node and are erased, in one piece; undefined where the
 * next can be sent.
 */
export async function readErasedRun(db: Database, node: string, after: number): Promise<Run | undefined> {
  const { rows } = await sql<{ gone: boolean; last: number }>`
    SELECT NOT EXISTS (
        SELECT FROM exchange.outbox WHERE node = ${node} AND seq = ${after + 1} AND personal IS NOT NULL
      ) AS gone,
      coalesce(
        (SELECT min(seq) FROM exchange.outbox WHERE node = ${node} AND seq > ${after} AND personal IS NOT NULL) - 1, sent
      ) AS last
    FROM exchange.outgoing WHERE node = ${node} AND sent > ${after}`.execute(db);
  const [row] = rows;
  return row?.gone ? { first: after + 1, last: row.last } : undefined;
}

/** The last of the numbers from the one after `after` on whose envelopes came from a node and are erased; undefined where the next is not. */
export async function readErasedHere(db: Database, node: string, after: number): Promise<number | undefined> {
  const { rows } = await sql<{ gone: boolean; last: number }>`
    SELECT NOT EXISTS (
        SELECT FROM exchange.inbox WHERE node = ${node} AND seq = ${after + 1} AND personal IS NOT NULL
      ) AS gone,
      coalesce(
        (SELECT min(seq) FROM exchange.inbox WHERE node = ${node} AND seq > ${after} AND personal IS NOT NULL) - 1, received
      ) AS last
    FROM exchange.incoming WHERE node = ${node} AND received > ${after}`.execute(db);
  const [row] = rows;
  return row?.gone ? row.last : undefined;
}

/** Rows of the outbox under a run of numbers, by pages. */
export async function* readRowsOf(tx: Tx, node: string, { first, last }: Run): AsyncGenerator<string[]> {
  for (let from = first; from <= last; ) {
    const { rows } = await sql<{ id: string; seq: number }>`
      SELECT id, seq FROM exchange.outbox WHERE node = ${node} AND seq BETWEEN ${from} AND ${last}
      ORDER BY seq LIMIT 5000`.execute(tx);
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
    from = rows.at(-1)!.seq + 1;
  }
}

export async function insertPassed(
  tx: Tx,
  passed: Run & { node: string; direction: 'out' | 'in'; at: Date; record: string },
): Promise<void> {
  await tablesOf(tx)
    .insertInto('exchange.passed')
    .values(passed)
    .onConflict((row) => row.doNothing())
    .execute();
}

/** Whether a number was passed over. */
export async function isPassed(
  db: Database | Tx,
  node: string,
  direction: 'out' | 'in',
  seq: number,
): Promise<boolean> {
  const row = await tablesOf(db)
    .selectFrom('exchange.passed')
    .select('record')
    .where('node', '=', node)
    .where('direction', '=', direction)
    .where('first', '<=', seq)
    .where('last', '>=', seq)
    .executeTakeFirst();
  return row !== undefined;
}
