import type { RegisterHead } from '@entente/contracts/exchange/delivery';
import type { Led } from '../../../platform/database/leading.ts';
import { type Rest, type Rounds, startRounds } from '../../../platform/rounds.ts';
import { applyArrivals } from '../service/apply-arrivals.ts';
import { createPulling } from '../service/attachments/pull-files.ts';
import { createDelivering } from '../service/deliver.ts';
import { type ExchangeParts, standingOf } from '../service/parts.ts';
import { createPeer } from '../service/peer.ts';
import type { PeerLink } from '../service/peer-link.ts';
import { createReceiptsReading } from '../service/take-receipts.ts';
import type { Wakes } from '../service/wakes.ts';

/** The inbox is looked at this often even when no notice comes. */
const LOOK_EVERY_MS = 1000;

/** A silent peer that comes to this node is tried again at once, but not more often than this. */
const HURRY_EVERY_MS = 1000;

type OnHead = (peer: string, head: RegisterHead) => void;

/** The way to a peer: the same for everything, but apart for its attachments. */
export type LinkTo = (peer: string, apart?: 'attachments') => PeerLink;

/** Sending, reading receipts, applying and pulling, for as long as this process leads. */
export interface Courier extends Led {
  /** A peer has come to this node: it is there. */
  seen(peer: string): void;
}

/**
 * Sends, reads receipts, applies and pulls, for each peer by itself: one that is silent or slow keeps nobody waiting. A node that
 * enters the register gets its own at the next wake.
 */
export function createCourier(parts: ExchangeParts, wakes: Wakes, linkTo: LinkTo, onHead: OnHead): Courier {
  const runs = new Map<string, PeerRun>();
  let ignore = () => {};

  const look = () => {
    const { register, self } = standingOf(parts);
    for (const node of register.nodes.keys()) {
      if (node !== self && !runs.has(node)) runs.set(node, startFor(parts, node, linkTo, onHead));
    }
    for (const { rounds } of runs.values()) for (const each of rounds) each.wake();
  };

  return {
    start: () => {
      ignore = wakes.onWake(look);
      look();
    },
    stop: async () => {
      ignore();
      await Promise.all([...runs.values()].flatMap(({ rounds }) => rounds).map((each) => each.stop()));
      runs.clear();
    },
    seen: (peer) => runs.get(peer)?.hurry(),
  };
}

interface PeerRun {
  rounds: Rounds[];
  hurry(): void;
}

function startFor(parts: ExchangeParts, node: string, linkTo: LinkTo, onHead: OnHead): PeerRun {
  const peer = createPeer(parts, node, linkTo(node), onHead);
  let hurriedAt = Number.NEGATIVE_INFINITY;
  const rounds = [
    startRounds(`delivering to ${node}`, createDelivering(parts, peer), parts.log),
    startRounds(`receipts of ${node}`, createReceiptsReading(parts, peer), parts.log),
    startRounds(`applying from ${node}`, () => applyRound(parts, node), parts.log),
    startRounds(`attachments of ${node}`, createPulling(parts, peer, linkTo(node, 'attachments')), parts.log),
  ];
  return {
    rounds,
    hurry: () => {
      if (!peer.isSilent() || performance.now() - hurriedAt < HURRY_EVERY_MS) return;
      hurriedAt = performance.now();
      for (const each of rounds) each.hurry();
    },
  };
}

async function applyRound(parts: ExchangeParts, node: string): Promise<Rest> {
  const { count, retryAt } = await applyArrivals(parts, node);
  if (count > 0) return { afterMs: 0 };
  const untilRetry = retryAt === null ? LOOK_EVERY_MS : retryAt.getTime() - parts.clock.now().getTime();
  return { afterMs: Math.min(Math.max(untilRetry, 0), LOOK_EVERY_MS) };
}
