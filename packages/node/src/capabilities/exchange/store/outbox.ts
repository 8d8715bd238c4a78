import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import { Packing } from '../../../platform/database/packed-bytes.ts';
import type { Place, Unconfirmed, Waiting } from '../model/outbox.ts';
import { EXCHANGE_CHANNEL } from './notices.ts';
import type { Portion } from './portions.ts';
import { OUTBOX } from './sealed-tables.ts';
import { tablesOf } from './tables.ts';

/** A row as it is written, before anything is numbered. */
export interface NewRow extends Waiting {
  node: string;
  createdAt: Date;
  about?: string | undefined;
}

/** What the sequencer writes into a row. */
export interface Placed extends Place {
  id: string;
  envelope: string;
  signature: Uint8Array;
  signedBy: string;
  record: string;
}

/** Writes rows, in their order, and wakes whoever numbers them, at the commit: all in one statement. */
export async function insertOutgoing(tx: Tx, rows: readonly NewRow[]): Promise<void> {
  const contents = rows.map(({ id, content }) => ({ place: OUTBOX.place(id), content: Buffer.from(content) }));
  const packing = new Packing();
  const personal = packing.add(sealingOf(tx).sealMany(contents));
  await sql`
    WITH packed (bytes) AS (SELECT ${packing.bytes()}::bytea), written AS (
      INSERT INTO exchange.outbox (id, node, type, handling, instrument, created_at, expires_at, about, personal)
      SELECT id, node, type, handling, instrument, created_at, expires_at, about, substring(bytes FROM personal FOR length)
      FROM packed, unnest(
        ${rows.map(({ id }) => id)}::uuid[],
        ${rows.map(({ node }) => node)}::text[],
        ${rows.map(({ type }) => type)}::text[],
        ${rows.map(({ handling }) => handling)}::text[],
        ${rows.map(({ instrument }) => instrument)}::text[],
        ${rows.map(({ createdAt }) => createdAt)}::timestamptz[],
        ${rows.map(({ expiresAt }) => expiresAt)}::timestamptz[],
        ${rows.map(({ about }) => about ?? null)}::text[],
        ${personal.starts}::int[], ${personal.lengths}::int[]
      ) WITH ORDINALITY AS
        outgoing (id, node, type, handling, instrument, created_at, expires_at, about, personal, length, nth)
      ORDER BY nth
    )
    SELECT pg_notify(${EXCHANGE_CHANNEL}, '')`.execute(tx);
}

/** Rows for a node that are committed and have no number, in the order of their writing; without what they say. */
export async function readWaiting(
  tx: Tx,
  node: string,
  { rows: most, bytes }: Portion,
): Promise<Omit<Waiting, 'content'>[]> {
  const { rows } = await sql<Omit<Waiting, 'content'>>`
    SELECT id, type, handling, instrument, expires_at AS "expiresAt" FROM (
      SELECT *, sum(octet_length(personal)) OVER (ORDER BY ordinal) AS upto, row_number() OVER (ORDER BY ordinal) AS nth
      FROM (SELECT * FROM exchange.outbox WHERE node = ${node} AND seq IS NULL ORDER BY ordinal LIMIT ${most}) first
    ) portion WHERE upto <= ${bytes} OR nth = 1 ORDER BY ordinal`.execute(tx);
  return rows;
}

/** What rows say, by their ids. */
export async function openContents(db: Database | Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; personal: Buffer }>`
    SELECT id, personal FROM exchange.outbox WHERE id = ANY(${ids}::uuid[])`.execute(db);
  const sealing = sealingOf(db);
  return new Map(rows.map(({ id, personal }) => [id, sealing.openBytes(OUTBOX.place(id), personal).toString('utf8')]));
}

/** Writes numbers, ids and signatures into rows. */
export async function placeOutgoing(tx: Tx, rows: readonly Placed[]): Promise<void> {
  await sql`
    UPDATE exchange.outbox SET seq = placed.seq, envelope = placed.envelope, sent_at = placed.sent_at, head = placed.head,
      head_hash = placed.head_hash, voided = placed.voided, signature = placed.signature, signed_by = placed.signed_by,
      record = placed.record
    FROM unnest(
      ${rows.map(({ id }) => id)}::uuid[],
      ${rows.map(({ seq }) => seq)}::bigint[],
      ${rows.map(({ envelope }) => Buffer.from(envelope, 'hex'))}::bytea[],
      ${rows.map(({ sentAt }) => sentAt)}::timestamptz[],
      ${rows.map(({ head }) => head.number)}::bigint[],
      ${rows.map(({ head }) => head.hash)}::text[],
      ${rows.map(({ voided }) => voided)}::boolean[],
      ${rows.map(({ signature }) => signature)}::bytea[],
      ${rows.map(({ signedBy }) => signedBy)}::text[],
      ${rows.map(({ record }) => record)}::uuid[]
    ) AS placed (id, seq, envelope, sent_at, head, head_hash, voided, signature, signed_by, record)
    WHERE outbox.id = placed.id`.execute(tx);
}

type UnconfirmedRow = Omit<Unconfirmed, 'content' | 'envelope' | 'head'> & {
  envelope: Buffer;
  head: number;
  headHash: string;
};

/** Numbered rows for a node after a number, in order, up to the first that is erased: what it has not confirmed yet. */
export async function readUnconfirmed(
  db: Database,
  node: string,
  after: number,
  { rows: most, bytes }: Portion,
): Promise<Unconfirmed[]> {
  const { rows } = await sql<UnconfirmedRow>`
    SELECT id, type, handling, instrument, expires_at AS "expiresAt", seq, envelope, sent_at AS "sentAt", head,
      head_hash AS "headHash", voided, signature, signed_by AS "signedBy"
    FROM (
      SELECT *, sum(octet_length(personal)) OVER (ORDER BY seq) AS upto, row_number() OVER (ORDER BY seq) AS nth,
        count(*) FILTER (WHERE personal IS NULL) OVER (ORDER BY seq) AS gone
      FROM (SELECT * FROM exchange.outbox WHERE node = ${node} AND seq > ${after} ORDER BY seq LIMIT ${most}) first
    ) portion WHERE (upto <= ${bytes} OR nth = 1) AND gone = 0 ORDER BY seq`.execute(db);
  const contents = await openContents(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ head, headHash, envelope, ...row }) => ({
    ...row,
    content: contents.get(row.id)!,
    envelope: envelope.toString('hex'),
    head: { number: head, hash: headHash },
  }));
}

/** Writes another signature: the key that signed first is in force no more. */
export async function replaceSignature(
  db: Database,
  id: string,
  signature: Uint8Array,
  signedBy: string,
): Promise<void> {
  await tablesOf(db)
    .updateTable('exchange.outbox')
    .set({ signature: Buffer.from(signature), signed_by: signedBy })
    .where('id', '=', id)
    .execute();
}
