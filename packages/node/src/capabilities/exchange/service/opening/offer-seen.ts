import type { SeenAnswer, SeenQuery } from '@entente/contracts/exchange/seen';
import { recordEvent } from '../../../audit/index.ts';
import { watchedLog } from '../../rules/witnessing/watched-log.ts';
import { readIncoming } from '../../store/incoming.ts';
import { notifyWork } from '../../store/notices.ts';
import { readReceivedId } from '../../store/opening/returned.ts';
import { rewindOutgoing, supersedeReceipts } from '../../store/opening/rewind.ts';
import { readOutgoing } from '../../store/outgoing.ts';
import { readCosignedHead } from '../../store/witnessing/cosigned.ts';
import { readWatched } from '../../store/witnessing/watched-logs.ts';
import { type ExchangeParts, headOf, standingOf } from '../parts.ts';

/**
 * Tells a node that starts what was seen of it: the numbers both ways, and the heads of its log. One that stands further back than
 * it had said before was restored from a backup: what it has forgotten is sent again from where it stands, and its receipts for
 * that are set aside, since it gives others.
 */
export async function offerSeen(parts: ExchangeParts, peer: string, query: SeenQuery): Promise<SeenAnswer> {
  const { db } = parts;
  const { register } = standingOf(parts);
  await rewind(parts, peer, query);
  const { received } = await readIncoming(db, peer);
  const { sent } = await readOutgoing(db, peer);
  const { origin } = watchedLog(register, peer)!;
  const cosigned = await readCosignedHead(db, origin);
  const newest = (await readWatched(db)).get(origin)?.head;
  return {
    head: headOf(register),
    received,
    receivedId: received === 0 ? null : await readReceivedId(db, peer, received),
    sent,
    heads: [...new Set([cosigned?.note, newest?.note].filter((note) => note !== undefined))],
    mirrored: cosigned?.size ?? 0,
  };
}

async function rewind(parts: ExchangeParts, peer: string, query: SeenQuery): Promise<void> {
  const { db, clock, log } = parts;
  await db.transaction().execute(async (tx) => {
    const before = await readOutgoing(tx, peer);
    if (!(await rewindOutgoing(tx, peer, query))) return;
    const at = clock.now();
    await supersedeReceipts(tx, peer, query, at);
    await recordEvent(tx, {
      at,
      event: 'exchange.peer-restored',
      actor: { kind: 'node', id: peer },
      outcome: 'done',
      subject: { kind: 'node', ref: peer },
      facts: { delivered: before.delivered, received: query.received, applied: query.applied },
    });
    await notifyWork(tx);
    log.warn({ peer, delivered: before.delivered, received: query.received }, 'the peer was restored from a backup');
  });
}
