import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** A file of a case, by its id in the exchange's keeping. */
export interface StoredFile {
  file: string;
  followUp: string;
  /** The message that has it; null while it waits for one. */
  entry: string | null;
}

export async function insertWaiting(
  tx: Tx,
  { file, followUp, officer, at }: { file: string; followUp: string; officer: string; at: Date },
): Promise<void> {
  await tablesOf(tx)
    .insertInto('cases.file')
    .values({ file, follow_up: followUp, at, officer, entry: null, position: null })
    .execute();
}

/** Files that came with a message of the other side, in their order. */
export async function insertReceived(
  tx: Tx,
  { followUp, entry, at }: { followUp: string; entry: string; at: Date },
  files: readonly string[],
): Promise<void> {
  const rows = files.map((file, position) => ({ file, follow_up: followUp, at, officer: null, entry, position }));
  await tablesOf(tx).insertInto('cases.file').values(rows).execute();
}

/** Ids of files that wait for a message, which nobody else gives to another meanwhile: an officer's own, or all of the case. */
export async function lockWaiting(
  tx: Tx,
  { followUp, officer }: { followUp: string; officer?: string },
): Promise<string[]> {
  let query = tablesOf(tx).selectFrom('cases.file').select('file').where('follow_up', '=', followUp);
  if (officer !== undefined) query = query.where('officer', '=', officer);
  return (await query.where('entry', 'is', null).forUpdate().execute()).map(({ file }) => file);
}

/** Gives files that waited to a message, in this order. */
export async function assignFiles(tx: Tx, followUp: string, entry: string, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  await sql`
    UPDATE cases.file SET entry = ${entry}, position = given.nth - 1
    FROM unnest(${files}::uuid[]) WITH ORDINALITY AS given (id, nth)
    WHERE file.file = given.id AND file.follow_up = ${followUp}`.execute(tx);
}

/** Takes a file that waits out of its case. */
export async function deleteWaiting(tx: Tx, followUp: string, file: string): Promise<void> {
  await tablesOf(tx)
    .deleteFrom('cases.file')
    .where('follow_up', '=', followUp)
    .where('file', '=', file)
    .where('entry', 'is', null)
    .execute();
}

/** Files of a case's messages, in their order. */
export async function listFiles(db: Database | Tx, followUp: string): Promise<{ file: string; entry: string }[]> {
  const query = tablesOf(db).selectFrom('cases.file').select(['file', 'entry']).where('follow_up', '=', followUp);
  const rows = await query.orderBy('entry').orderBy('position').execute();
  return rows.flatMap(({ file, entry }) => (entry === null ? [] : [{ file, entry }]));
}

export async function findFile(db: Database | Tx, file: string): Promise<StoredFile | undefined> {
  return await tablesOf(db)
    .selectFrom('cases.file')
    .select(['file', 'follow_up as followUp', 'entry'])
    .where('file', '=', file)
    .executeTakeFirst();
}

/**
 * Files whose content is to be erased: of cases closed before a moment, and those that no message took up since another, which are
 * no longer their case's.
 */
export async function listFilesToErase(
  tx: Tx,
  { ended, waitedSince }: { ended: Date; waitedSince: Date },
): Promise<string[]> {
  const { rows } = await sql<{ file: string }>`
    WITH unsent AS (DELETE FROM cases.file WHERE entry IS NULL AND at <= ${waitedSince} RETURNING file)
    SELECT file FROM unsent UNION
    SELECT file FROM cases.file JOIN cases.follow_up ON follow_up.id = file.follow_up WHERE closed_at <= ${ended}`.execute(
    tx,
  );
  return rows.map(({ file }) => file);
}
