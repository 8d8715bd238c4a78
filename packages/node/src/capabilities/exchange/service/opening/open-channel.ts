import type { SeenAnswer } from '@entente/contracts/exchange/seen';
import type { Json } from '@entente/crypto/json';
import type { Tx } from '../../../../platform/database/database.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { Draft } from '../../model/envelopes.ts';
import type { Contradiction, Opening } from '../../model/opening.ts';
import { readIncoming } from '../../store/incoming.ts';
import { notifyWork } from '../../store/notices.ts';
import { writeCatchingUp, writeContradicted, writeOpen } from '../../store/opening/openings.ts';
import { readSentId, readSentOf } from '../../store/opening/returned.ts';
import { openContents } from '../../store/outbox.ts';
import { isPassed } from '../../store/passed.ts';
import type { ExchangeParts } from '../parts.ts';
import { regainOne } from './regain-one.ts';
import { regainSent } from './regain-sent.ts';
import type { SeenLink } from './seen-link.ts';

/** A peer that has told what it saw. */
export interface ToldPeer {
  node: string;
  link: SeenLink;
  seen: SeenAnswer;
}

/**
 * Learns back what this node had sent the peer, and then takes what the peer sends. Where the two cannot have the same history, the
 * channel stays closed and a person is told.
 */
export async function beginCatchingUp(
  parts: ExchangeParts,
  { node, link, seen }: ToldPeer,
  signal: AbortSignal,
): Promise<void> {
  const sent = await regainSent(parts, { node, link }, seen.received, signal);
  const why = await contradiction(parts, node, seen, sent);
  await parts.db.transaction().execute(async (tx) => {
    const at = parts.clock.now();
    if (why !== undefined) return await tellContradicted(parts, tx, node, why);
    await writeCatchingUp(tx, node, seen.sent, at);
    await notifyWork(tx);
  });
}

async function contradiction(
  { db }: ExchangeParts,
  node: string,
  { received, receivedId }: SeenAnswer,
  sent: number,
): Promise<Contradiction | undefined> {
  if (sent < received) return 'not-returned';
  // What was passed over has no id at the end that lost it.
  if (received === 0 || receivedId === null || (await isPassed(db, node, 'out', received))) return undefined;
  return (await readSentId(db, node, received)) === receivedId ? undefined : 'number-taken';
}

/** Told once: whoever starts the node again asks again. */
export async function tellContradicted(
  { clock, log }: Pick<ExchangeParts, 'clock' | 'log'>,
  tx: Tx,
  node: string,
  why: Contradiction,
): Promise<void> {
  log.error(
    { peer: node, why },
    'what the peer saw of this node contradicts what this node has; the channel stays closed',
  );
  await writeContradicted(tx, node, why, clock.now());
  await recordEvent(tx, {
    at: clock.now(),
    event: 'exchange.opening-contradicted',
    actor: { kind: 'node', id: node },
    outcome: 'refused',
    subject: { kind: 'node', ref: node },
    facts: { code: why },
  });
}

/** Opens the channel if everything the peer had sent is dealt with; what was waiting for that is done again first. */
export async function openIfCaughtUp(parts: ExchangeParts, node: string, opening: Opening): Promise<boolean> {
  const { applied } = await readIncoming(parts.db, node);
  if (applied < (opening.target ?? 0)) return false;
  await parts.db.transaction().execute(async (tx) => {
    if (opening.regained) await regainLate(parts, tx, node, opening.regained);
    await writeOpen(tx, node, parts.clock.now());
    await notifyWork(tx);
  });
  return true;
}

async function regainLate(
  parts: ExchangeParts,
  tx: Tx,
  node: string,
  regained: { first: number; last: number },
): Promise<void> {
  const rows = await readSentOf(tx, node, regained, parts.regainers.types('caught-up'));
  const contents = await openContents(
    tx,
    rows.map(({ id }) => id),
  );
  for (const { id, seq, type, sentAt } of rows) {
    const { body } = JSON.parse(contents.get(id)!) as Draft & { body: Json };
    await regainOne(parts, tx, 'caught-up', { outbox: id, to: node, seq, type, sentAt, body });
  }
}
