import type { RegisterHead } from '@entente/contracts/exchange/delivery';
import type { Led } from '../../../platform/database/leading.ts';
import { type Rest, type Rounds, startRounds } from '../../../platform/rounds.ts';
import { applyArrivals } from '../service/apply-arrivals.ts';
import { createDelivering } from '../service/deliver.ts';
import { type ExchangeParts, standingOf } from '../service/parts.ts';
import { createPeer } from '../service/peer.ts';
import type { PeerLink } from '../service/peer-link.ts';
import { createReceiptsReading } from '../service/take-receipts.ts';
import type { Wakes } from '../service/wakes.ts';

/** The inbox is looked at this often even when no notice comes. */
const LOOK_EVERY_MS = 1000;

type OnHead = (peer: string, head: RegisterHead) => void;

/**
 * Sends, reads receipts and applies, for each peer by itself: one that is silent or slow keeps nobody waiting. A node that
 * enters the register gets its own at the next wake.
 */
export function createCourier(
  parts: ExchangeParts,
  wakes: Wakes,
  linkTo: (peer: string) => PeerLink,
  onHead: OnHead,
): Led {
  const rounds = new Map<string, Rounds[]>();
  let ignore = () => {};

  const look = () => {
    const { register, self } = standingOf(parts);
    for (const node of register.nodes.keys()) {
      if (node !== self && !rounds.has(node)) rounds.set(node, startFor(parts, node, linkTo(node), onHead));
    }
    for (const ofPeer of rounds.values()) for (const each of ofPeer) each.wake();
  };

  return {
    start: () => {
      ignore = wakes.onWake(look);
      look();
    },
    stop: async () => {
      ignore();
      await Promise.all([...rounds.values()].flat().map((each) => each.stop()));
      rounds.clear();
    },
  };
}

function startFor(parts: ExchangeParts, node: string, link: PeerLink, onHead: OnHead): Rounds[] {
  const sending = createPeer(parts, node, link, onHead);
  const reading = createPeer(parts, node, link, onHead);
  return [
    startRounds(`delivering to ${node}`, createDelivering(parts, sending), parts.log),
    startRounds(`receipts of ${node}`, createReceiptsReading(parts, reading), parts.log),
    startRounds(`applying from ${node}`, () => applyRound(parts, node), parts.log),
  ];
}

async function applyRound(parts: ExchangeParts, node: string): Promise<Rest> {
  const { count, retryAt } = await applyArrivals(parts, node);
  if (count > 0) return { afterMs: 0 };
  const untilRetry = retryAt === null ? LOOK_EVERY_MS : retryAt.getTime() - parts.clock.now().getTime();
  return { afterMs: Math.min(Math.max(untilRetry, 0), LOOK_EVERY_MS) };
}
