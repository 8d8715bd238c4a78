import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';

/** Notified when something was written to the outbox, received, or dealt with: whoever works on it looks. */
export const EXCHANGE_CHANNEL = 'exchange';

/** Wakes every process of the node that exchanges envelopes, at the commit. */
export async function notifyWork(tx: Tx): Promise<void> {
  await sql`SELECT pg_notify(${EXCHANGE_CHANNEL}, '')`.execute(tx);
}
