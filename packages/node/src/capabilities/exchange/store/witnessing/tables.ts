import type { Kysely } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/database.ts';

/** What migrations/0014-witnesses.sql adds to the schema `exchange`. */
export type WitnessingTables = {
  'exchange.cosigned': { log: string; size: number; root: Buffer; note: string; cosigned_at: Date };
  'exchange.mirrored_tile': { log: string; level: number; index: number; hashes: Buffer };
  'exchange.watched_log': {
    log: string;
    size: number | null;
    note: string | null;
    seen_at: Date | null;
    reread: number;
    refused_since: Date | null;
    refusal: string | null;
    broken_at: number | null;
  };
  'exchange.witness': {
    node: string;
    known: number;
    cosigned_at: Date | null;
    missed: number;
    state: 'cosigning' | 'silent' | 'refusing';
    since: Date;
    refusal: string | null;
    broken_at: number | null;
  };
  'exchange.cosignature': { size: number; node: string; line: string; received_at: Date };
  'exchange.split_view': {
    log: string;
    held: string;
    shown: string;
    node: string;
    found_at: Date;
    record: string;
  };
};

export function tablesOf(db: Database | Tx): Kysely<WitnessingTables> {
  return db.withTables<WitnessingTables>();
}
