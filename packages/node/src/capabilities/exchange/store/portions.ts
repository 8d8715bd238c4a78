import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';

/** How much is read at once: envelopes, and bytes of them; one alone may be larger. */
export interface Portion {
  rows: number;
  bytes: number;
}

/** A point within a transaction to go back to. One at a time. */
export interface SavedPoint {
  /** Undoes what was done since. */
  goBack(): Promise<void>;
  keep(): Promise<void>;
}

export async function savePoint(tx: Tx): Promise<SavedPoint> {
  await sql`SAVEPOINT envelope`.execute(tx);
  return {
    goBack: async () => {
      await sql`ROLLBACK TO SAVEPOINT envelope`.execute(tx);
      await sql`RELEASE SAVEPOINT envelope`.execute(tx);
    },
    keep: async () => {
      await sql`RELEASE SAVEPOINT envelope`.execute(tx);
    },
  };
}
