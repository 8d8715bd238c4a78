import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../../platform/database/database.ts';
import type { FilePersonal, StoredFile } from '../../model/files.ts';
import { FILE } from '../sealed-tables.ts';

/** Begins a file of this node's own; it has no key, no size and no chunk yet. */
export async function beginFile(db: Database | Tx, id: string, at: Date, holder: string | null): Promise<void> {
  await sql`
    INSERT INTO exchange.file (id, state, size, kept_at, holder)
    VALUES (${id}, 'making', 0, ${at}, ${holder})`.execute(db);
}

/** Ends it: from then on it is here and may be sent. */
export async function endFile(db: Database | Tx, id: string, size: number, personal: FilePersonal): Promise<void> {
  await sql`
    UPDATE exchange.file SET state = 'here', size = ${size}, personal = ${sealingOf(db).seal(FILE.place(id), personal)}
    WHERE id = ${id} AND state = 'making'`.execute(db);
}

export async function deleteFile(db: Database | Tx, id: string): Promise<void> {
  await sql`DELETE FROM exchange.file WHERE id = ${id}`.execute(db);
}

/**
 * Stores the next chunk of a file, in one statement. False where the file is not waiting for that one: erased meanwhile, or
 * another process was first.
 */
export async function appendChunk(
  db: Database | Tx,
  { id, state, number }: { id: string; state: 'making' | 'coming'; number: number },
  sealed: Uint8Array,
): Promise<boolean> {
  const { rows } = await sql`
    WITH file AS (
      UPDATE exchange.file SET chunks = chunks + 1, failure = NULL, tries = 0, retry_at = NULL
      WHERE id = ${id} AND state = ${state} AND chunks = ${number} RETURNING id
    )
    INSERT INTO exchange.file_chunk (file, number, sealed) SELECT id, ${number}, ${Buffer.from(sealed)} FROM file
    RETURNING number`.execute(db);
  return rows.length === 1;
}

/** A sealed chunk; undefined where it is not here. */
export async function readChunk(db: Database | Tx, file: string, number: number): Promise<Buffer | undefined> {
  const { rows } = await sql<{ sealed: Buffer }>`
    SELECT sealed FROM exchange.file_chunk WHERE file = ${file} AND number = ${number}`.execute(db);
  return rows[0]?.sealed;
}

export async function readFiles(db: Database | Tx, ids: readonly string[]): Promise<Map<string, StoredFile>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<FileRow>`
    SELECT id, state, size, chunks, failure, personal FROM exchange.file WHERE id = ANY(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, fromRow(db, row)]));
}

/** Has a room keep files beyond the envelopes that enclose them. */
export async function setHolder(tx: Tx, ids: readonly string[], holder: string): Promise<void> {
  await sql`UPDATE exchange.file SET holder = ${holder} WHERE id = ANY(${ids}::uuid[])`.execute(tx);
}

/**
 * Takes what files hold away, their keys first; what stays says that there was one. `taken`: the room has made its own of it, and
 * its sender is still to be told.
 */
export async function emptyFiles(tx: Tx, ids: readonly string[], state: 'taken' | 'erased'): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    UPDATE exchange.file SET state = ${state}, personal = NULL, chunks = 0, holder = NULL, failure = NULL,
      told = told OR ${state} = 'erased'
    WHERE id = ANY(${ids}::uuid[])`.execute(tx);
  await deleteChunks(tx, ids);
}

export async function deleteChunks(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`DELETE FROM exchange.file_chunk WHERE file = ANY(${ids}::uuid[])`.execute(tx);
}

/**
 * Deletes what nothing needs any more: enclosures of erased envelopes, unless a room keeps the file and shows how far it came; files that
 * no room keeps, whose envelopes are erased, or that no envelope took up since `before`. Returns how many files.
 */
export async function sweep(tx: Tx, before: Date): Promise<number> {
  await sql`
    DELETE FROM exchange.enclosure USING exchange.outbox, exchange.file
    WHERE outbox.id = enclosure.outbox AND outbox.personal IS NULL AND outbox.envelope IS NOT NULL
      AND file.id = enclosure.file AND file.holder IS NULL`.execute(tx);
  const { numAffectedRows } = await sql`
    DELETE FROM exchange.file WHERE holder IS NULL
      AND NOT EXISTS (SELECT FROM exchange.enclosure WHERE enclosure.file = file.id)
      AND CASE WHEN node IS NULL THEN kept_at < ${before} ELSE NOT EXISTS (
        SELECT FROM exchange.inbox
        WHERE inbox.node = file.node AND inbox.seq = file.seq AND inbox.personal IS NOT NULL
      ) END`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

export type FileRow = Omit<StoredFile, 'personal'> & { personal: Buffer | null };

export function fromRow(db: Database | Tx, { personal, ...row }: FileRow): StoredFile {
  return { ...row, personal: personal && sealingOf(db).open<FilePersonal>(FILE.place(row.id), personal) };
}
