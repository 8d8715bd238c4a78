import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** Notified when an act was adopted, the node has joined, or keys were made. */
export const CHANGES_CHANNEL = 'membership_changes';

/** Which organisation the node is in. */
export interface StandingRow {
  organisation: string;
  pin: string;
  node: string;
}

/** An act as stored. */
export interface ActRow {
  number: number;
  hash: string;
  line: string;
}

/** Lets one transaction at a time change what the node has joined, adopted and consented to, and make keys. */
export async function lockRegister(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('membership.act', 0))`.execute(tx);
}

/** Wakes every process that follows the register, at the commit. */
export async function notifyChange(tx: Tx): Promise<void> {
  await sql`SELECT pg_notify(${CHANGES_CHANNEL}, '')`.execute(tx);
}

/** By what a follower sees that something has changed: the newest act, and how many keys were made. */
export async function readMark(db: Database): Promise<{ head: number; keys: number }> {
  const { rows } = await sql<{ head: number; keys: number }>`
    SELECT (SELECT coalesce(max(number), 0) FROM membership.act) AS head,
      (SELECT count(*) FROM membership.own_key) AS keys`.execute(db);
  return rows[0]!;
}

export async function readStandingRow(db: Database): Promise<StandingRow | undefined> {
  return await tablesOf(db)
    .selectFrom('membership.standing')
    .select(['organisation', 'pin', 'node'])
    .executeTakeFirst();
}

export async function insertStanding(tx: Tx, standing: StandingRow, at: Date, record: string): Promise<void> {
  await tablesOf(tx)
    .insertInto('membership.standing')
    .values({ ...standing, joined_at: at, record })
    .execute();
}

/** Acts after a number, in their order. */
export async function readActRows(
  db: Database,
  { after, limit }: { after: number; limit?: number },
): Promise<ActRow[]> {
  const query = tablesOf(db)
    .selectFrom('membership.act')
    .select(['number', 'hash', 'line'])
    .where('number', '>', after)
    .orderBy('number');
  return await (limit === undefined ? query : query.limit(limit)).execute();
}

export async function insertAct(tx: Tx, act: ActRow, at: Date, record: string): Promise<void> {
  await tablesOf(tx)
    .insertInto('membership.act')
    .values({ ...act, adopted_at: at, record })
    .execute();
}
