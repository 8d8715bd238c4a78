import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';

/** Rows erased in one statement; the next takes more. */
const BATCH = 5000;

/**
 * Erases what this node's envelopes about something say: at once where the receiver has dealt with them, else as soon as it has, so
 * that its stream stays whole.
 */
export async function eraseSentAbout(tx: Tx, about: string): Promise<void> {
  await sql`
    UPDATE exchange.outbox SET erase = true,
      personal = CASE WHEN outbox.seq <= outgoing.settled AND outbox.seq <= outgoing.delivered THEN NULL ELSE personal END
    FROM exchange.outgoing
    WHERE outbox.about = ${about} AND outbox.personal IS NOT NULL AND outgoing.node = outbox.node`.execute(tx);
  // To a node that nothing has been numbered for yet.
  await sql`UPDATE exchange.outbox SET erase = true WHERE about = ${about} AND seq IS NULL`.execute(tx);
}

/** Erases what a node's envelopes about something said; of those that are being applied with the word that erases it, right after that. */
export async function eraseReceivedAbout(tx: Tx, node: string, about: string): Promise<void> {
  await sql`
    UPDATE exchange.inbox SET erase = true,
      personal = CASE WHEN inbox.seq <= incoming.applied THEN NULL ELSE personal END
    FROM exchange.incoming
    WHERE inbox.node = ${node} AND inbox.about = ${about} AND inbox.personal IS NOT NULL
      AND incoming.node = inbox.node`.execute(tx);
}

/** Erases what envelopes of a node said that are dealt with in this transaction. */
export async function eraseArrivals(tx: Tx, node: string, seqs: readonly number[]): Promise<void> {
  if (seqs.length === 0) return;
  await sql`
    UPDATE exchange.inbox SET erase = true, personal = NULL
    WHERE node = ${node} AND seq = ANY(${seqs}::bigint[])`.execute(tx);
}

/** Erases what was to be erased once its receiver had dealt with it, and it has. Returns how many. */
export async function eraseDue(db: Database): Promise<number> {
  const received = await inBatches((limit) =>
    sql`
      UPDATE exchange.inbox SET personal = NULL WHERE (node, seq) IN (
        SELECT inbox.node, inbox.seq FROM exchange.inbox JOIN exchange.incoming USING (node)
        WHERE inbox.erase AND inbox.personal IS NOT NULL AND inbox.seq <= incoming.applied
        LIMIT ${limit}
      )`.execute(db),
  );
  const sent = await inBatches((limit) =>
    sql`
      UPDATE exchange.outbox SET personal = NULL WHERE id IN (
        SELECT outbox.id FROM exchange.outbox JOIN exchange.outgoing USING (node)
        WHERE outbox.erase AND outbox.personal IS NOT NULL AND outbox.seq <= least(outgoing.settled, outgoing.delivered)
        LIMIT ${limit}
      )`.execute(db),
  );
  return sent + received;
}

/**
 * Erases what both sides have dealt with since before a moment: no backup is as old. What an operator may still release stays. Returns
 * how many envelopes.
 */
export async function eraseOlderThan(db: Database, moment: Date): Promise<number> {
  const sent = await inBatches((limit) =>
    sql`
      UPDATE exchange.outbox SET personal = NULL WHERE id IN (
        SELECT outbox.id FROM exchange.outbox JOIN exchange.outgoing USING (node)
        WHERE outbox.personal IS NOT NULL AND outbox.sent_at < ${moment}
          AND outbox.seq <= least(outgoing.settled, outgoing.delivered)
          AND NOT EXISTS (
            SELECT FROM exchange.dead_letter WHERE dead_letter.id = outbox.id AND dead_letter.released_at IS NULL
          )
        LIMIT ${limit}
      )`.execute(db),
  );
  const received = await inBatches((limit) =>
    sql`
      UPDATE exchange.inbox SET personal = NULL WHERE (node, seq) IN (
        SELECT inbox.node, inbox.seq FROM exchange.inbox JOIN exchange.incoming USING (node)
        WHERE inbox.personal IS NOT NULL AND inbox.received_at < ${moment} AND inbox.seq <= incoming.applied
        LIMIT ${limit}
      )`.execute(db),
  );
  return sent + received;
}

async function inBatches(erase: (limit: number) => Promise<{ numAffectedRows?: bigint | undefined }>): Promise<number> {
  for (let erased = 0; ; ) {
    const count = Number((await erase(BATCH)).numAffectedRows ?? 0n);
    erased += count;
    if (count < BATCH) return erased;
  }
}
