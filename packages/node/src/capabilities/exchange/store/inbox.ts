import { SIGNATURE_BYTES } from '@entente/crypto/ed25519';
import { sql } from 'kysely';
import { sealingOf, type Tx } from '../../../platform/database/database.ts';
import { Packing } from '../../../platform/database/packed-bytes.ts';
import type { Portion } from './portions.ts';
import { INBOX } from './sealed-tables.ts';

/** An envelope to be stored. */
export interface NewArrival {
  seq: number;
  /** The envelope's id. */
  envelope: string;
  type: string;
  /** Why it will be refused, where that is known already. */
  refused: string | null;
  record: string;
  /** The receipt given for it. */
  receipt: string;
  /** What it is about, as its room names it. */
  about: string | undefined;
  packed: Uint8Array;
}

/** An envelope stored and not dealt with yet. */
export interface Arrival {
  seq: number;
  envelope: string;
  type: string;
  receivedAt: Date;
  refused: string | null;
}

/** What is known of a number that came before. */
export interface KnownArrival {
  /** The id it came with. */
  envelope: string;
  receipt: string;
}

export async function insertArrivals(tx: Tx, node: string, at: Date, rows: readonly NewArrival[]): Promise<void> {
  const contents = rows.map(({ seq, packed }) => ({ place: INBOX.place(node, seq), content: packed }));
  const packing = new Packing();
  const envelope = packing.add(rows.map((row) => Buffer.from(row.envelope, 'hex')));
  const receipt = packing.add(rows.map((row) => row.receipt));
  const signature = packing.add(rows.map((row) => row.packed.subarray(0, SIGNATURE_BYTES)));
  const personal = packing.add(sealingOf(tx).sealMany(contents));
  await sql`
    WITH packed (bytes) AS (SELECT ${packing.bytes()}::bytea)
    INSERT INTO exchange.inbox (node, seq, envelope, type, received_at, refused, record, about, receipt, signature, personal)
    SELECT ${node}, seq, substring(bytes FROM envelope FOR 32), type, ${at}::timestamptz, refused, record, about,
      convert_from(substring(bytes FROM receipt FOR receipt_length), 'UTF8'),
      substring(bytes FROM signature FOR ${SIGNATURE_BYTES}),
      substring(bytes FROM personal FOR personal_length)
    FROM packed, unnest(
      ${rows.map(({ seq }) => seq)}::bigint[],
      ${envelope.starts}::int[],
      ${rows.map(({ type }) => type)}::text[],
      ${rows.map(({ refused }) => refused)}::text[],
      ${rows.map(({ record }) => record)}::uuid[],
      ${rows.map(({ about }) => about ?? null)}::text[],
      ${receipt.starts}::int[], ${receipt.lengths}::int[],
      ${signature.starts}::int[],
      ${personal.starts}::int[], ${personal.lengths}::int[]
    ) AS arrival (seq, envelope, type, refused, record, about, receipt, receipt_length, signature, personal, personal_length)`.execute(
    tx,
  );
}

/** What came before under these numbers, with the receipts given for it, by number. */
export async function readKnown(tx: Tx, node: string, seqs: readonly number[]): Promise<Map<number, KnownArrival>> {
  const { rows } = await sql<{ seq: number; envelope: Buffer; receipt: string }>`
    SELECT seq, envelope, receipt FROM exchange.inbox
    WHERE node = ${node} AND seq = ANY(${seqs}::bigint[])`.execute(tx);
  return new Map(rows.map(({ seq, envelope, receipt }) => [seq, { envelope: envelope.toString('hex'), receipt }]));
}

/** Arrivals after a number, in order, without what they say. */
export async function readArrivals(
  tx: Tx,
  node: string,
  after: number,
  { rows: most, bytes }: Portion,
): Promise<Arrival[]> {
  const { rows } = await sql<Omit<Arrival, 'envelope'> & { envelope: Buffer }>`
    SELECT seq, envelope, type, received_at AS "receivedAt", refused FROM (
      SELECT *, sum(octet_length(personal)) OVER (ORDER BY seq) AS upto, row_number() OVER (ORDER BY seq) AS nth
      FROM (SELECT * FROM exchange.inbox WHERE node = ${node} AND seq > ${after} ORDER BY seq LIMIT ${most}) first
    ) portion WHERE upto <= ${bytes} OR nth = 1 ORDER BY seq`.execute(tx);
  return rows.map(({ envelope, ...row }) => ({ ...row, envelope: envelope.toString('hex') }));
}

/** What arrivals say: signature and bytes, by number. */
export async function openArrivals(tx: Tx, node: string, seqs: readonly number[]): Promise<Map<number, Buffer>> {
  if (seqs.length === 0) return new Map();
  const { rows } = await sql<{ seq: number; personal: Buffer }>`
    SELECT seq, personal FROM exchange.inbox WHERE node = ${node} AND seq = ANY(${seqs}::bigint[])`.execute(tx);
  const sealing = sealingOf(tx);
  return new Map(rows.map(({ seq, personal }) => [seq, sealing.openBytes(INBOX.place(node, seq), personal)]));
}

/** From whom an envelope came, under which number. */
export async function findArrival(
  tx: Tx,
  envelope: string,
): Promise<{ node: string; seq: number; type: string } | undefined> {
  const { rows } = await sql<{ node: string; seq: number; type: string }>`
    SELECT node, seq, type FROM exchange.inbox WHERE envelope = ${Buffer.from(envelope, 'hex')}`.execute(tx);
  return rows[0];
}
