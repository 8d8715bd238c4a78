import type { Envelope } from '@entente/crypto/envelope/envelope';
import { unpackSigned } from '@entente/crypto/envelope/signed';
import { sql } from 'kysely';
import type { ConstellationNode } from '../constellation/constellation.ts';

/** Everything by which another node could tell that something happened here: what waits for it, was sent to it, or is held by it. */
export async function whatLeaves(from: ConstellationNode, to: ConstellationNode): Promise<unknown> {
  const sent = sql`SELECT id, node, type, seq, encode(envelope, 'hex') AS envelope FROM exchange.outbox ORDER BY id`;
  const channel = sql`SELECT node, sent, delivered, settled FROM exchange.outgoing ORDER BY node`;
  const came = sql`SELECT node, seq, type, encode(envelope, 'hex') AS envelope FROM exchange.inbox ORDER BY node, seq`;
  const follow = sql`SELECT id, entries FROM cases.follow_up ORDER BY id`;
  const told = sql`
    SELECT event, content FROM audit.record WHERE event LIKE 'cases.%' AND event NOT IN ('cases.listed', 'cases.read') ORDER BY id`;
  const read = async ({ database: { db } }: ConstellationNode, queries: (typeof channel)[]) =>
    await Promise.all(queries.map(async (query) => (await query.execute(db)).rows));
  return { here: await read(from, [sent, channel, follow, told]), there: await read(to, [came, follow, told]) };
}

/** The envelopes of a type that a node holds from another, as they were signed. */
export async function heldEnvelopes(at: ConstellationNode, from: string, type: string): Promise<Envelope[]> {
  const { db, sealing } = at.database;
  const { rows } = await sql<{ seq: number; personal: Buffer }>`
    SELECT seq, personal FROM exchange.inbox WHERE node = ${from} AND type = ${type} ORDER BY seq`.execute(db);
  return rows.map(
    ({ seq, personal }) => unpackSigned(sealing.openBytes(`exchange.inbox/${from}/${seq}`, personal)).envelope,
  );
}
