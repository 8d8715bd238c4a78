import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { Draft } from '../model/envelopes.ts';
import type { Place, Unconfirmed, Waiting } from '../model/outbox.ts';
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

export async function insertOutgoing(tx: Tx, row: NewRow): Promise<void> {
  const { id, node, type, handling, instrument, createdAt, expiresAt, draft } = row;
  await tablesOf(tx)
    .insertInto('exchange.outbox')
    .values({
      id,
      node,
      type,
      handling,
      instrument,
      created_at: createdAt,
      expires_at: expiresAt,
      personal: sealingOf(tx).seal(OUTBOX.place(id), draft),
    })
    .execute();
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
  return openDrafts(tx, rows);
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
  return openDrafts(db, rows).map(({ head, headHash, envelope, ...row }) => ({
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

function openDrafts<Row extends WaitingRow>(
  db: Database | Tx,
  rows: Row[],
): (Omit<Row, 'personal'> & { draft: Draft })[] {
  if (rows.length === 0) return [];
  const records = rows.map(({ id, personal }) => ({ place: OUTBOX.place(id), sealed: personal }));
  const drafts = sealingOf(db).openMany<Draft>(records);
  return rows.map(({ personal: _, ...row }, at) => ({ ...row, draft: drafts[at]! }));
}
