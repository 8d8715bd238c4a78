import type { Kysely } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/database.ts';

/** What migrations/0016-asks.sql and 0024-inquiries.sql add to the schema `exchange`. */
export type AskTables = {
  'exchange.ask_seen': { node: string; id: string; expires_at: Date };
  'exchange.ask_count': { state: string; officer: string; hour: Date; asked: number; hits: number };
  'exchange.ask_pause': { state: string; paused_at: Date; record: string };
  'exchange.ask_hit': { reference: string; node: string; at: Date; personal: Buffer };
};

export function tablesOf(db: Database | Tx): Kysely<AskTables> {
  return db.withTables<AskTables>();
}
