import type { SeenAnswer } from '@entente/contracts/exchange/seen';
import { pauseAfter } from '../../rules/back-off.ts';
import { readIncoming } from '../../store/incoming.ts';
import { readOutgoing } from '../../store/outgoing.ts';
import type { ExchangeParts } from '../parts.ts';
import { LinkError, type PeerLink } from '../peer-link.ts';
import { seenLink } from './seen-link.ts';

/** How long a peer may take over telling what it saw. */
const PATIENCE_MS = 10_000;
/** A peer that is away is asked at least this often: the desk waits for its word. */
const LONGEST_PAUSE_MS = 5000;

/** What peers have told, and when those that have not are asked again. */
export interface Asking {
  told: Map<string, SeenAnswer>;
  /** Asks those of the nodes whose turn it is, all at once. */
  ask(nodes: readonly string[], signal: AbortSignal): Promise<void>;
  /** It gave no usable answer: it is left alone for a while. */
  failed(node: string): void;
  /** It is there: its turn is now. Whether it had been away. */
  hurry(node: string): boolean;
}

export function createAsking(parts: ExchangeParts, linkTo: (node: string) => PeerLink): Asking {
  const told = new Map<string, SeenAnswer>();
  const away = new Map<string, { failures: number; until: number }>();

  const failed = (node: string) => {
    const failures = (away.get(node)?.failures ?? 0) + 1;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, pauseAfter(failures, Math.random()));
    away.set(node, { failures, until: performance.now() + pauseMs });
  };

  const askOne = async (node: string, signal: AbortSignal) => {
    const seen = await readSeen(parts, node, linkTo(node), signal);
    if (!seen) return failed(node);
    told.set(node, seen);
    away.delete(node);
  };

  return {
    told,
    ask: async (nodes, signal) => {
      const due = nodes.filter((node) => !told.has(node) && (away.get(node)?.until ?? 0) <= performance.now());
      await Promise.all(due.map((node) => askOne(node, signal)));
    },
    failed,
    hurry: (node) => away.delete(node),
  };
}

async function readSeen(
  { db, log }: ExchangeParts,
  node: string,
  link: PeerLink,
  signal: AbortSignal,
): Promise<SeenAnswer | undefined> {
  const { received, applied, receipts } = await readIncoming(db, node);
  const { sent } = await readOutgoing(db, node);
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    return await seenLink(link).readSeen({ received, applied, receipts, sent }, within);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    log.debug({ peer: node, failure: error.failure }, 'the peer has not told what it saw');
    return undefined;
  }
}
