import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** How far what comes from a node has come. */
export interface IncomingState {
  received: number;
  applied: number;
  /** Number of the last receipt given. */
  receipts: number;
  tries: number;
  retryAt: Date | null;
}

const NONE: IncomingState = { received: 0, applied: 0, receipts: 0, tries: 0, retryAt: null };

export async function readIncoming(db: Database | Tx, node: string): Promise<IncomingState> {
  const row = await tablesOf(db)
    .selectFrom('exchange.incoming')
    .select(['received', 'applied', 'receipts', 'tries', 'retry_at as retryAt'])
    .where('node', '=', node)
    .executeTakeFirst();
  return row ?? NONE;
}

/** One transaction at a time stores what comes from a node, and one applies it; the two go on beside each other. */
export async function lockIncoming(tx: Tx, node: string, work: 'receiving' | 'applying'): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`exchange.${work}/${node}`}, 0))`.execute(tx);
}

export async function advanceReceived(tx: Tx, node: string, to: number, at: Date): Promise<void> {
  await sql`
    INSERT INTO exchange.incoming (node, received, received_at) VALUES (${node}, ${to}, ${at})
    ON CONFLICT (node) DO UPDATE SET received = ${to}, received_at = ${at}`.execute(tx);
}

/** Everything up to a number has been dealt with; what failed before is forgotten. */
export async function advanceApplied(tx: Tx, node: string, to: { applied: number; receipts: number }): Promise<void> {
  await sql`
    UPDATE exchange.incoming SET applied = ${to.applied}, receipts = ${to.receipts}, tries = 0, retry_at = NULL
    WHERE node = ${node}`.execute(tx);
}

/** Numbers up to one are used up without anything to apply: the sender cannot send them any more. */
export async function advanceIncomingOver(tx: Tx, node: string, to: number, at: Date): Promise<void> {
  await sql`
    INSERT INTO exchange.incoming (node, received, applied, received_at) VALUES (${node}, ${to}, ${to}, ${at})
    ON CONFLICT (node) DO UPDATE SET received = ${to}, applied = ${to}, received_at = ${at}`.execute(tx);
}

/** Receipts are given up to a number. */
export async function advanceGiven(tx: Tx, node: string, receipts: number): Promise<void> {
  await sql`UPDATE exchange.incoming SET receipts = ${receipts} WHERE node = ${node}`.execute(tx);
}

/** The next envelope failed for a reason of this node's own. */
export async function noteFault(db: Database, node: string, tries: number, retryAt: Date): Promise<void> {
  await sql`UPDATE exchange.incoming SET tries = ${tries}, retry_at = ${retryAt} WHERE node = ${node}`.execute(db);
}
