import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** A restore that showed. */
export interface Restore {
  id: string;
  at: Date;
  sizeBefore: number;
  sizeAfter: number;
  lost: number;
}

export async function insertRestore(tx: Tx, { id, at, sizeBefore, sizeAfter, lost }: Restore): Promise<void> {
  await tablesOf(tx)
    .insertInto('exchange.restore')
    .values({ id, at, size_before: sizeBefore, size_after: sizeAfter, lost })
    .execute();
}

/** The newest restores, the newest first. */
export async function readRestores(db: Database, limit: number): Promise<Restore[]> {
  const rows = await tablesOf(db)
    .selectFrom('exchange.restore')
    .selectAll()
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ size_before, size_after, ...row }) => ({
    ...row,
    sizeBefore: size_before,
    sizeAfter: size_after,
  }));
}

/** Whether some peer has still to tell or to send what this node may lack: after a restore, until every channel is open. */
export async function isCatchingUp(db: Database | Tx): Promise<boolean> {
  const { rows } = await sql<{ behind: boolean }>`
    SELECT EXISTS (
      SELECT FROM exchange.opening WHERE state = 'catching-up' OR (
        state = 'waiting' AND EXISTS (SELECT FROM exchange.restore WHERE restore.at >= opening.since)
      )
    ) AS behind`.execute(db);
  return rows[0]!.behind;
}
