import type { Generated, Kysely } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';

/** The schema `exchange`, as migrations/0011-exchange.sql makes it. */
export type ExchangeTables = {
  'exchange.outgoing': {
    node: string;
    sent: Generated<number>;
    delivered: Generated<number>;
    settled: Generated<number>;
    receipts: Generated<number>;
    delivered_at: Date | null;
    head: number | null;
    reached_at: Date | null;
    failing_since: Date | null;
    failure: string | null;
  };
  'exchange.incoming': {
    node: string;
    received: Generated<number>;
    applied: Generated<number>;
    receipts: Generated<number>;
    received_at: Date | null;
    tries: Generated<number>;
    retry_at: Date | null;
  };
  'exchange.suspension': { node: string; suspended_at: Date; record: string; personal: Buffer };
  'exchange.outbox': {
    id: string;
    node: string;
    type: string;
    handling: string;
    instrument: string | null;
    created_at: Date;
    expires_at: Date | null;
    seq: number | null;
    envelope: Buffer | null;
    sent_at: Date | null;
    head: number | null;
    head_hash: string | null;
    voided: boolean | null;
    signature: Buffer | null;
    signed_by: string | null;
    record: string | null;
    about: string | null;
    erase: Generated<boolean>;
    personal: Buffer | null;
  };
  'exchange.inbox': {
    node: string;
    seq: number;
    envelope: Buffer;
    type: string;
    received_at: Date;
    refused: string | null;
    record: string;
    receipt: string;
    about: string | null;
    erase: Generated<boolean>;
    signature: Buffer | null;
    personal: Buffer | null;
  };
  'exchange.passed': {
    node: string;
    direction: 'out' | 'in';
    first: number;
    last: number;
    at: Date;
    record: string;
  };
  'exchange.receipt_given': {
    id: Generated<number>;
    node: string;
    number: number | null;
    seq: number;
    status: 'accepted' | 'refused' | 'opened';
    line: string;
  };
  'exchange.receipt_held': {
    node: string;
    seq: number;
    status: 'received' | 'accepted' | 'refused' | 'opened';
    line: string;
  };
  'exchange.dead_letter': {
    id: string;
    at: Date;
    code: string;
    released_at: Date | null;
    released_as: string | null;
  };
};

export function tablesOf(db: Database | Tx): Kysely<ExchangeTables> {
  return db.withTables<ExchangeTables>();
}
