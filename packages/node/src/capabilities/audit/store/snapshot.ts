import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';

/**
 * Runs a generator in one read-only snapshot, so that a log that grows meanwhile is seen at one moment. A
 * reader that stands still for a minute loses the snapshot instead of holding it for ever.
 */
export async function* inSnapshot<T>(db: Database, read: (tx: Tx) => AsyncGenerator<T>): AsyncGenerator<T> {
  const tx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute();
  try {
    await sql`SET LOCAL idle_in_transaction_session_timeout = '60s'`.execute(tx);
    yield* read(tx);
  } finally {
    await tx.rollback().execute();
  }
}
