import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../../platform/database/database.ts';
import type { Portion } from '../portions.ts';
import { INBOX, OUTBOX } from '../sealed-tables.ts';

/** The id under which an envelope came from a node. */
export async function readReceivedId(db: Database | Tx, node: string, seq: number): Promise<string | null> {
  const { rows } = await sql<{ envelope: Buffer }>`
    SELECT envelope FROM exchange.inbox WHERE node = ${node} AND seq = ${seq}`.execute(db);
  return rows[0]?.envelope.toString('hex') ?? null;
}

/** Envelopes that came from a node after a number, as they were signed; up to the first that is erased. */
export async function readReturned(
  db: Database,
  node: string,
  after: number,
  { rows: most, bytes }: Portion,
): Promise<Buffer[]> {
  const { rows } = await sql<{ seq: number; personal: Buffer | null }>`
    SELECT seq, personal FROM (
      SELECT *, sum(octet_length(personal)) OVER (ORDER BY seq) AS upto, row_number() OVER (ORDER BY seq) AS nth
      FROM (SELECT * FROM exchange.inbox WHERE node = ${node} AND seq > ${after} ORDER BY seq LIMIT ${most}) first
    ) portion WHERE upto <= ${bytes} OR nth = 1 ORDER BY seq`.execute(db);
  const sealing = sealingOf(db);
  const erased = rows.findIndex(({ personal }) => personal === null);
  const held = erased < 0 ? rows : rows.slice(0, erased);
  return held.map(({ seq, personal }) => sealing.openBytes(INBOX.place(node, seq), personal!));
}

/** Rows for a node that wait for a number: their ids, by the salt of what they say. */
export async function readWaitingBySalt(
  tx: Tx,
  node: string,
  saltOf: (content: string) => string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; personal: Buffer }>`
    SELECT id, personal FROM exchange.outbox WHERE node = ${node} AND seq IS NULL`.execute(tx);
  const sealing = sealingOf(tx);
  return new Map(
    rows.map(({ id, personal }) => [saltOf(sealing.openBytes(OUTBOX.place(id), personal).toString('utf8')), id]),
  );
}

/** The id under which an envelope was sent to a node. */
export async function readSentId(db: Database | Tx, node: string, seq: number): Promise<string | undefined> {
  const { rows } = await sql<{ envelope: Buffer }>`
    SELECT envelope FROM exchange.outbox WHERE node = ${node} AND seq = ${seq}`.execute(db);
  return rows[0]?.envelope.toString('hex');
}

/** What was sent to a node under these numbers and is of one of these types, in order: row, type and moment. */
export async function readSentOf(
  tx: Tx,
  node: string,
  { first, last }: { first: number; last: number },
  types: readonly string[],
): Promise<{ id: string; seq: number; type: string; sentAt: Date }[]> {
  const { rows } = await sql<{ id: string; seq: number; type: string; sentAt: Date }>`
    SELECT id, seq, type, sent_at AS "sentAt" FROM exchange.outbox
    WHERE node = ${node} AND seq BETWEEN ${first} AND ${last} AND type = ANY(${types}) AND NOT voided
    ORDER BY seq`.execute(tx);
  return rows;
}
