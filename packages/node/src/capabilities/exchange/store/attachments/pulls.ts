import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../../platform/database/database.ts';
import type { FilePersonal, StoredFile } from '../../model/files.ts';
import { FILE } from '../sealed-tables.ts';
import { deleteChunks, type FileRow, fromRow } from './files.ts';

/** A file that is to come from another node. */
export interface NewPull {
  id: string;
  size: number;
  personal: FilePersonal;
}

/** Begins files that an envelope of another node announces, in the order of its attachments. */
export async function insertPulls(
  tx: Tx,
  { node, seq, at }: { node: string; seq: number; at: Date },
  files: readonly NewPull[],
): Promise<void> {
  const sealing = sealingOf(tx);
  for (const [position, { id, size, personal }] of files.entries()) {
    await sql`
      INSERT INTO exchange.file (id, state, size, kept_at, node, seq, position, personal)
      VALUES (${id}, 'coming', ${size}, ${at}, ${node}, ${seq}, ${position},
        ${sealing.seal(FILE.place(id), personal)})`.execute(tx);
  }
}

/** A file that is being pulled, or of whose end its sender is to be told. */
export interface Pull extends StoredFile {
  node: string;
  seq: number;
  position: number;
  tries: number;
  /** The envelope's id and type. */
  envelope: string;
  type: string;
}

type PullRow = FileRow & Omit<Pull, keyof StoredFile | 'envelope'> & { envelope: Buffer };

/**
 * What is to be done next about a node's files: those that have ended first, then the smallest, so that a photograph does not wait
 * behind a film.
 *
 * @param forgotten a moment that no retry is put off beyond
 */
export async function findNextPull(
  db: Database,
  node: string,
  { now, forgotten }: { now: Date; forgotten: Date },
): Promise<Pull | undefined> {
  const { rows } = await sql<PullRow>`
    SELECT file.id, file.state, file.size, file.chunks, file.failure, file.personal, file.node, file.seq, file.position,
      file.tries, inbox.envelope, inbox.type
    FROM exchange.file JOIN exchange.inbox USING (node, seq)
    WHERE file.node = ${node} AND NOT file.told AND (file.retry_at IS NULL OR file.retry_at NOT BETWEEN ${now} AND ${forgotten})
    ORDER BY file.state = 'coming', file.size, file.seq, file.position LIMIT 1`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { node: from, seq, position, tries, envelope, type, ...file } = row;
  return { ...fromRow(db, file), node: from, seq, position, tries, envelope: envelope.toString('hex'), type };
}

/** The file, which nobody else ends meanwhile; false where it is no longer coming. */
export async function lockComing(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM exchange.file WHERE id = ${id} AND state = 'coming' FOR UPDATE`.execute(tx);
  return rows.length === 1;
}

/** It is whole and taken. */
export async function markHere(tx: Tx, id: string): Promise<void> {
  await sql`UPDATE exchange.file SET state = 'here', failure = NULL, retry_at = NULL WHERE id = ${id}`.execute(tx);
}

/** It will not come: its chunks go, its name stays to be shown. Its sender is told unless it said so itself. */
export async function markEnded(tx: Tx, id: string, state: 'refused' | 'gone', failure: string): Promise<void> {
  await sql`
    UPDATE exchange.file SET state = ${state}, failure = ${failure}, chunks = 0, retry_at = NULL, told = ${state === 'gone'}
    WHERE id = ${id}`.execute(tx);
  await deleteChunks(tx, [id]);
}

/** It was not to be had this time. */
export async function noteFault(
  db: Database,
  id: string,
  failure: string,
  tries: number,
  retryAt: Date,
): Promise<void> {
  await sql`
    UPDATE exchange.file SET failure = ${failure}, tries = ${tries}, retry_at = ${retryAt}
    WHERE id = ${id} AND state = 'coming'`.execute(db);
}

/** Its sender knows what became of it. */
export async function markTold(db: Database, id: string): Promise<void> {
  await sql`UPDATE exchange.file SET told = true, retry_at = NULL WHERE id = ${id}`.execute(db);
}
