import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { Place, Unconfirmed, Waiting } from '../model/outbox.ts';
import { EXCHANGE_CHANNEL } from './notices.ts';
import type { Portion } from './portions.ts';
import { OUTBOX } from './sealed-tables.ts';
import { tablesOf } from './tables.ts';

/** A row as it is written, before anything is numbered. */
export interface NewRow extends Waiting {
  node: string;
  createdAt: Date;
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
  await sql`
    WITH written AS (
      INSERT INTO exchange.outbox (id, node, type, handling, instrument, created_at, expires_at, personal)
      SELECT id, node, type, handling, instrument, created_at, expires_at, personal FROM unnest(
        ${rows.map(({ id }) => id)}::uuid[],
        ${rows.map(({ node }) => node)}::text[],
        ${rows.map(({ type }) => type)}::text[],
        ${rows.map(({ handling }) => handling)}::text[],
        ${rows.map(({ instrument }) => instrument)}::text[],
        ${rows.map(({ createdAt }) => createdAt)}::timestamptz[],
        ${rows.map(({ expiresAt }) => expiresAt)}::timestamptz[],
        ${sealingOf(tx).sealMany(contents)}::bytea[]
      ) WITH ORDINALITY AS outgoing (id, node, type, handling, instrument, created_at, expires_at, personal, nth)
      ORDER BY nth
    )
    SELECT pg_notify(${EXCHANGE_CHANNEL}, '')`.execute(tx);
}

interface WaitingRow {
  id: string;
  type: string;
  handling: string;
  instrument: string | null;
  expiresAt: Date | null;
  personal: Buffer;
}

/** Rows for a node that are committed and have no number, in the order of their writing. */
export async function readWaiting(tx: Tx, node: string, { rows: most, bytes }: Portion): Promise<Waiting[]> {
  const { rows } = await sql<WaitingRow>`
    SELECT id, type, handling, instrument, expires_at AS "expiresAt", personal FROM (
      SELECT *, sum(octet_length(personal)) OVER (ORDER BY ordinal) AS upto, row_number() OVER (ORDER BY ordinal) AS nth
      FROM (SELECT * FROM exchange.outbox WHERE node = ${node} AND seq IS NULL ORDER BY ordinal LIMIT ${most}) first
    ) portion WHERE upto <= ${bytes} OR nth = 1 ORDER BY ordinal`.execute(tx);
  return openContents(tx, rows);
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

interface UnconfirmedRow extends WaitingRow {
  seq: number;
  envelope: Buffer;
  sentAt: Date;
  head: number;
  headHash: string;
  voided: boolean;
  signature: Buffer;
  signedBy: string;
}

/** Numbered rows for a node after a number, in order: what it has not confirmed yet. */
export async function readUnconfirmed(
  db: Database,
  node: string,
  after: number,
  { rows: most, bytes }: Portion,
): Promise<Unconfirmed[]> {
  const { rows } = await sql<UnconfirmedRow>`
    SELECT id, type, handling, instrument, expires_at AS "expiresAt", personal, seq, envelope, sent_at AS "sentAt", head,
      head_hash AS "headHash", voided, signature, signed_by AS "signedBy"
    FROM (
      SELECT *, sum(octet_length(personal)) OVER (ORDER BY seq) AS upto, row_number() OVER (ORDER BY seq) AS nth
      FROM (SELECT * FROM exchange.outbox WHERE node = ${node} AND seq > ${after} ORDER BY seq LIMIT ${most}) first
    ) portion WHERE upto <= ${bytes} OR nth = 1 ORDER BY seq`.execute(db);
  return openContents(db, rows).map(({ head, headHash, envelope, ...row }) => ({
    ...row,
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

function openContents<Row extends WaitingRow>(
  db: Database | Tx,
  rows: Row[],
): (Omit<Row, 'personal'> & { content: string })[] {
  const sealing = sealingOf(db);
  return rows.map(({ personal, ...row }) => ({
    ...row,
    content: sealing.openBytes(OUTBOX.place(row.id), personal).toString('utf8'),
  }));
}
