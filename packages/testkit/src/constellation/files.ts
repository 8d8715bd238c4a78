import { createHash } from 'node:crypto';
import type { TakenAttachments } from '@entente/node/capabilities/exchange/index';
import { sql } from 'kysely';
import type { ConstellationNode } from './constellation.ts';
import { sendNotes } from './notes.ts';

/** What notes of tests may enclose, unless a test says otherwise. */
export const ANY_FILES: TakenAttachments = {
  most: 5,
  bytes: 2 ** 30,
  mediaTypes: ['application/octet-stream'],
  keeps: true,
  arrived: async () => ({ accepted: true }),
};

/** Bytes that no two places have alike, in pieces, the same for the same seed; never held as a whole. */
export function* bytesOf(size: number, seed = 1): Generator<Buffer> {
  for (let at = 0; at < size; at += 65_536) {
    const piece = Buffer.alloc(Math.min(65_536, size - at));
    for (let word = 0; word + 4 <= piece.length; word += 4) {
      piece.writeUInt32LE(Math.imul(at + word + 1, 0x9e3779b1 ^ seed) >>> 0, word);
    }
    yield piece;
  }
}

/** Takes a file of this size in at its sender, of bytes that its size alone decides. */
export async function keepBytes({ node, database }: ConstellationNode, size: number): Promise<string> {
  const wish = { name: `${size} bytes`, mediaType: 'application/octet-stream' };
  return (await node.exchange.files.keep(database.db, bytesOf(size, size), wish)).id;
}

/** Sends a note that encloses files of these sizes; gives their ids at the sender. */
export async function sendFiles(
  from: ConstellationNode,
  to: Pick<ConstellationNode, 'id'>,
  text: string,
  sizes: readonly number[],
): Promise<string[]> {
  const files: string[] = [];
  for (const size of sizes) files.push(await keepBytes(from, size));
  await sendNotes(from, to, [text], { files });
  return files;
}

/** A file that came, as its row has it. */
export interface CameFile {
  id: string;
  state: string;
  size: number;
  chunks: number;
  tries: number;
  failure: string | null;
  told: boolean;
}

/** Files that came to a node from another, in the order of their envelopes. */
export async function filesFrom(at: ConstellationNode, from: Pick<ConstellationNode, 'id'>): Promise<CameFile[]> {
  const { rows } = await sql<CameFile>`
    SELECT id, state, size, chunks, tries, failure, told FROM exchange.file WHERE node = ${from.id}
    ORDER BY seq, position`.execute(at.database.db);
  return rows;
}

/** SHA-256 of a file that is here whole, in hexadecimal; undefined where none is. */
export async function hashOfFile({ node, database }: ConstellationNode, id: string): Promise<string | undefined> {
  const file = await node.exchange.files.open(database.db, id);
  if (!file) return undefined;
  const hash = createHash('sha256');
  for await (const piece of file.bytes()) hash.update(piece);
  return hash.digest('hex');
}

/** The same of what `bytesOf` gives. */
export function hashOfBytes(size: number, seed = size): string {
  const hash = createHash('sha256');
  for (const piece of bytesOf(size, seed)) hash.update(piece);
  return hash.digest('hex');
}

/**
 * Takes chunks of a file away at its sender, from a number on, and gives a way to put them back: a transfer that stands still in the
 * middle for as long as a test needs.
 */
export async function withholdChunks(
  { database: { db } }: ConstellationNode,
  file: string,
  from: number,
): Promise<() => Promise<void>> {
  await sql`CREATE TABLE IF NOT EXISTS public.withheld AS SELECT * FROM exchange.file_chunk WHERE false`.execute(db);
  await sql`
    WITH taken AS (DELETE FROM exchange.file_chunk WHERE file = ${file} AND number >= ${from} RETURNING *)
    INSERT INTO public.withheld SELECT * FROM taken`.execute(db);
  return async () => {
    await sql`
      WITH back AS (DELETE FROM public.withheld WHERE file = ${file} RETURNING *)
      INSERT INTO exchange.file_chunk SELECT * FROM back`.execute(db);
  };
}
