import { sealedTable } from '../../../platform/sealing/sealed-table.ts';

export const OUTBOX = sealedTable('exchange.outbox', ['id']);
export const INBOX = sealedTable('exchange.inbox', ['node', 'seq']);
export const FILE = sealedTable('exchange.file', ['id']);
export const SUSPENSION = sealedTable('exchange.suspension', ['node']);
export const ASK_HIT = sealedTable('exchange.ask_hit', ['reference']);

/** The tables of this room with a sealed column. */
export const SEALED_TABLES = [OUTBOX, INBOX, FILE, SUSPENSION, ASK_HIT];
