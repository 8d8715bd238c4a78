import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** How far what goes to a node has come. */
export interface OutgoingState {
  sent: number;
  delivered: number;
  settled: number;
  /** Where its receipts have been read to. */
  receipts: number;
}

const NONE: OutgoingState = { sent: 0, delivered: 0, settled: 0, receipts: 0 };

export async function readOutgoing(db: Database | Tx, node: string): Promise<OutgoingState> {
  const row = await tablesOf(db)
    .selectFrom('exchange.outgoing')
    .select(['sent', 'delivered', 'settled', 'receipts'])
    .where('node', '=', node)
    .executeTakeFirst();
  return row ?? NONE;
}

/** Compare and set; the first number makes the row. */
export async function advanceSent(tx: Tx, node: string, from: number, to: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO exchange.outgoing (node, sent) SELECT ${node}, ${to} WHERE ${from}::bigint = 0
      OR EXISTS (SELECT FROM exchange.outgoing WHERE node = ${node})
    ON CONFLICT (node) DO UPDATE SET sent = ${to} WHERE outgoing.sent = ${from}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Everything up to a number is stored by the receiver, and its receipts for that are here. */
export async function advanceDelivered(tx: Tx, node: string, to: number, at: Date): Promise<void> {
  await sql`
    UPDATE exchange.outgoing SET delivered = greatest(delivered, ${to}), delivered_at = ${at}
    WHERE node = ${node}`.execute(tx);
}

/** Everything up to a number is used up there: what could not be sent any more was passed over. */
export async function advanceOver(tx: Tx, node: string, to: number, at: Date): Promise<void> {
  await sql`
    UPDATE exchange.outgoing SET delivered = greatest(delivered, ${to}), settled = greatest(settled, ${to}),
      delivered_at = ${at}
    WHERE node = ${node}`.execute(tx);
}

/**
 * Everything up to `settled` has been accepted or refused, and the receipts are read up to `receipts`. That says nothing of
 * `delivered`: the answer with the receipts for the receiving may be lost, and they come only when the envelopes are sent again.
 */
export async function advanceSettled(tx: Tx, node: string, to: { settled: number; receipts: number }): Promise<void> {
  await sql`
    UPDATE exchange.outgoing SET settled = greatest(settled, ${to.settled}), receipts = ${to.receipts}
    WHERE node = ${node}`.execute(tx);
}

/** The node answered; `head` is the act its register ended with. */
export async function noteReached(db: Database, node: string, at: Date, head: number): Promise<void> {
  await sql`
    INSERT INTO exchange.outgoing (node, reached_at, head) VALUES (${node}, ${at}, ${head})
    ON CONFLICT (node) DO UPDATE SET reached_at = ${at}, head = ${head}`.execute(db);
}

/** The node takes and gives everything. */
export async function noteWorking(db: Database, node: string): Promise<void> {
  await sql`
    UPDATE exchange.outgoing SET failing_since = NULL, failure = NULL
    WHERE node = ${node} AND failing_since IS NOT NULL`.execute(db);
}

/** The node cannot be reached, or takes nothing; since when is kept while it goes on. */
export async function noteFailing(db: Database, node: string, at: Date, failure: string): Promise<void> {
  await sql`
    INSERT INTO exchange.outgoing (node, failing_since, failure) VALUES (${node}, ${at}, ${failure})
    ON CONFLICT (node) DO UPDATE SET failing_since = coalesce(outgoing.failing_since, ${at}), failure = ${failure}`.execute(
    db,
  );
}
