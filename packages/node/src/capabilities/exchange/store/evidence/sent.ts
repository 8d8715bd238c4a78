import { sql } from 'kysely';
import { type Database, sealingOf } from '../../../../platform/database/database.ts';
import type { Draft } from '../../model/envelopes.ts';
import type { Numbered } from '../../model/outbox.ts';
import { OUTBOX } from '../sealed-tables.ts';

/** An envelope of this node's that has its number, with the receipts held for it. */
export interface SentEnvelope extends Numbered {
  node: string;
  envelope: string;
  signature: Uint8Array;
  record: string;
  /** Null once the content is erased, and where it was not asked for. */
  draft: Draft | null;
  received: string | null;
  decided: string | null;
}

type SentRow = Omit<SentEnvelope, 'draft' | 'head'> & {
  id: string;
  head: number;
  headHash: string;
  personal: Buffer | null;
};

/**
 * The envelope with this id, or in this row of the outbox; undefined where there is none, `waiting` where it has no number yet.
 * Its content is opened only if it is asked for.
 */
export async function findSent(
  db: Database,
  id: string,
  { content }: { content: boolean },
): Promise<SentEnvelope | 'waiting' | undefined> {
  const { rows } = await sql<SentRow>`
    SELECT id, node, type, handling, instrument, expires_at AS "expiresAt", seq, encode(envelope, 'hex') AS envelope,
      sent_at AS "sentAt", head, head_hash AS "headHash", voided, signature, record, personal,
      (SELECT line FROM exchange.receipt_held AS held
        WHERE held.node = outbox.node AND held.seq = outbox.seq AND status = 'received') AS received,
      (SELECT line FROM exchange.receipt_held AS held
        WHERE held.node = outbox.node AND held.seq = outbox.seq AND status IN ('accepted', 'refused')) AS decided
    FROM exchange.outbox WHERE ${isEnvelopeId(id) ? sql`envelope = decode(${id}, 'hex')` : sql`id = ${id}::uuid`}`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  if (row.seq === null) return 'waiting';
  const { id: place, head, headHash, personal, ...rest } = row;
  const draft = content && personal && sealingOf(db).open<Draft>(OUTBOX.place(place), personal);
  return { ...rest, head: { number: head, hash: headHash }, draft: draft || null };
}

/** 64 hexadecimal digits; what is in the outbox has a UUID instead. */
export function isEnvelopeId(id: string): boolean {
  return /^[0-9a-f]{64}$/.test(id);
}
