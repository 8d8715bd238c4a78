import type { Kysely } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { Contradiction, OpeningState } from '../../model/opening.ts';

/** The tables of starting anew, as migrations/0019-rejoin.sql makes them. */
export type OpeningTables = {
  'exchange.opening': {
    node: string;
    state: OpeningState;
    since: Date;
    target: number | null;
    why: Contradiction | null;
    regained_from: number | null;
    regained_to: number | null;
  };
  'exchange.restore': { id: string; at: Date; size_before: number; size_after: number; lost: number };
};

export function tablesOf(db: Database | Tx): Kysely<OpeningTables> {
  return db.withTables<OpeningTables>();
}
