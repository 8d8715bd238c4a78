import type { RegisterHead } from '@entente/contracts/exchange/delivery';
import type { Rest } from '../../../platform/rounds.ts';
import { pauseAfter } from '../rules/back-off.ts';
import { noteFailing, noteReached } from '../store/outgoing.ts';
import type { ExchangeParts } from './parts.ts';
import { LinkError, type PeerLink } from './peer-link.ts';

/** So often a peer that keeps answering is written down as reached. */
const NOTE_EVERY_MS = 30_000;

/** Another node as this process meets it: the way there, and how it fares. */
export interface Peer {
  node: string;
  link: PeerLink;
  /** It answered, and with this head of its register. */
  reached(head: RegisterHead): Promise<void>;
  /** It gave no answer, or took nothing; says how long to leave it alone. A silent peer is a state, said once. */
  failed(failure: string): Promise<Rest>;
}

/** @param onHead told of the head of every answer, so that whoever is behind catches up */
export function createPeer(
  { db, clock, log }: ExchangeParts,
  node: string,
  link: PeerLink,
  onHead: (node: string, head: RegisterHead) => void,
): Peer {
  let failures = 0;
  let failing: string | undefined;
  let noted: { at: number; head: number } | undefined;
  return {
    node,
    link,
    reached: async (head) => {
      failures = 0;
      onHead(node, head);
      const at = clock.now();
      const isKnown = noted?.head === head.number && Math.abs(at.getTime() - noted.at) < NOTE_EVERY_MS;
      if (failing === undefined && isKnown) return;
      if (failing !== undefined) log.info({ peer: node }, 'the peer answers again');
      failing = undefined;
      noted = { at: at.getTime(), head: head.number };
      await noteReached(db, node, at, head.number);
    },
    failed: async (failure) => {
      failures += 1;
      if (failing !== failure) {
        log.warn({ peer: node, failure }, 'the peer takes nothing; trying again, ever less often');
        failing = failure;
        noted = undefined;
        await noteFailing(db, node, clock.now(), failure);
      }
      return { afterMs: pauseAfter(failures, Math.random()), deaf: true };
    },
  };
}

/** The code to write down for a call that failed; what is no failure of the link is thrown on. */
export function failureOf(error: unknown): string {
  if (!(error instanceof LinkError)) throw error;
  return error.problem ?? error.failure;
}
