import { SALT_BYTES } from '@entente/crypto/commitment';
import type { HeldPart } from '@entente/crypto/log/source';
import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import { Packing } from '../../../platform/database/packed-bytes.ts';
import { type Sealing, SealingError } from '../../../platform/sealing/sealing.ts';
import type { StoredPart } from '../model.ts';
import { PART } from './sealed-tables.ts';
import { tablesOf } from './tables.ts';

/** A part that is still held, opened. */
export interface OpenedPart {
  name: string;
  salt: Uint8Array;
  text: string;
}

interface PartRow {
  record: string;
  name: string;
  personal: Buffer | null;
  erased_by: string | null;
}

/** A record to be stored, with its personal parts. */
export interface NewRecord {
  id: string;
  /** Canonical JSON of the leaf's content. */
  content: string;
  leafHash: Uint8Array;
  parts: OpenedPart[];
}

/** Inserts records and their parts in one statement, so that recording costs one round trip. */
export async function insertWithParts(tx: Tx, records: readonly NewRecord[]): Promise<void> {
  if (records.length === 0) return;
  const packing = new Packing();
  const contents = packing.add(records.map(({ content }) => content));
  const hashes = packing.add(records.map(({ leafHash }) => leafHash));
  const insert = sql`INSERT INTO audit.record (content, leaf_hash)
    SELECT convert_from(substring(bytes FROM content FOR content_length), 'UTF8'),
      substring(bytes FROM leaf_hash FOR leaf_hash_length)
    FROM (SELECT ${packing.bytes()}::bytea AS bytes) AS packed, unnest(
      ${contents.starts}::int[], ${contents.lengths}::int[], ${hashes.starts}::int[], ${hashes.lengths}::int[]
    ) AS record (content, content_length, leaf_hash, leaf_hash_length)`;
  const parts = records.flatMap(({ id, parts }) => parts.map((part) => ({ record: id, part })));
  if (parts.length === 0) {
    await insert.execute(tx);
    return;
  }
  const sealing = sealingOf(tx);
  await sql`
    WITH recorded AS (${insert})
    INSERT INTO audit.part (record, name, personal)
    SELECT record, name, personal FROM unnest(
      ${parts.map(({ record }) => record)}::uuid[],
      ${parts.map(({ part }) => part.name)}::text[],
      ${parts.map(({ record, part }) => sealPart(sealing, record, part))}::bytea[]
    ) AS part (record, name, personal)`.execute(tx);
}

/** The names of records' parts, and which records erased them. */
export async function findParts(db: Database, records: string[]): Promise<StoredPart[]> {
  const rows = await tablesOf(db)
    .selectFrom('audit.part')
    .select(['record', 'name', 'erased_by'])
    .where('record', 'in', records)
    .orderBy('record')
    .orderBy('name')
    .execute();
  return rows.map(({ erased_by, ...part }) => ({ ...part, erasedBy: erased_by }));
}

/** The texts of one record's parts that are still held. Throws a SealingError where one does not open. */
export async function readTexts(db: Database, record: string): Promise<OpenedPart[]> {
  const rows = await tablesOf(db)
    .selectFrom('audit.part')
    .selectAll()
    .where('record', '=', record)
    .where('personal', 'is not', null)
    .orderBy('name')
    .execute();
  const sealing = sealingOf(db);
  return rows.map(({ name, personal }) => ({ name, ...openPart(sealing, record, name, personal!) }));
}

/** Records' parts as they are held, opened where they open; by record. */
export async function holdParts(db: Database, records: string[]): Promise<Map<string, HeldPart[]>> {
  if (records.length === 0) return new Map();
  const rows = await tablesOf(db)
    .selectFrom('audit.part')
    .selectAll()
    .where('record', '=', (of) => of.fn.any(of.val(records)))
    .orderBy('record')
    .orderBy('name')
    .execute();
  const sealing = sealingOf(db);
  const byRecord = Map.groupBy(rows, ({ record }) => record);
  return new Map([...byRecord].map(([record, held]) => [record, held.map((row) => holdPart(sealing, row))]));
}

/** Text and salt go together; says whether there was a text to erase. */
export async function erasePart(tx: Tx, record: string, name: string, erasedBy: string): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('audit.part')
    .set({ personal: null, erased_by: erasedBy })
    .where('record', '=', record)
    .where('name', '=', name)
    .where('personal', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Salt and text are one sealed value: by the salt alone, a short text could be guessed from its commitment. */
function sealPart(sealing: Sealing, record: string, { name, salt, text }: OpenedPart): Buffer {
  return sealing.sealBytes(PART.place(record, name), Buffer.concat([salt, Buffer.from(text, 'utf8')]));
}

function openPart(sealing: Sealing, record: string, name: string, personal: Buffer): Omit<OpenedPart, 'name'> {
  const bytes = sealing.openBytes(PART.place(record, name), personal);
  return { salt: bytes.subarray(0, SALT_BYTES), text: bytes.toString('utf8', SALT_BYTES) };
}

function holdPart(sealing: Sealing, { record, name, personal, erased_by }: PartRow): HeldPart {
  const part = { name, salt: null, text: null, erasedBy: erased_by };
  if (personal === null) return part;
  try {
    return { ...part, ...openPart(sealing, record, name, personal) };
  } catch (error) {
    if (!(error instanceof SealingError)) throw error;
    return { ...part, unopened: true };
  }
}
