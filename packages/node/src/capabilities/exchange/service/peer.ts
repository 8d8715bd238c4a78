import type { RegisterHead } from '@entente/contracts/exchange/delivery';
import type { Rest } from '../../../platform/rounds.ts';
import { pauseAfter } from '../rules/back-off.ts';
import { noteFailing, noteReached, noteWorking } from '../store/outgoing.ts';
import type { ExchangeParts } from './parts.ts';
import { LinkError, type LinkFailure, type PeerLink } from './peer-link.ts';

/** So often a peer that keeps answering is written down as reached. */
const NOTE_EVERY_MS = 30_000;

/** A peer that starts a moment later, or starts again, is no news; one that failed this often in a row, for some seconds, is. */
const WORTH_A_WARNING = 4;

/** Failures that end by themselves when the peer, or the way to it, is there again. */
const SILENT: readonly string[] = [
  ...(['unreachable', 'too-slow', 'wrong-certificate'] satisfies LinkFailure[]),
  'stopping',
  // It has started, and waits for this node's word.
  'node-restoring',
  'database-away',
];

/** Another node as this process meets it: the way there, and how it fares. */
export interface Peer {
  node: string;
  link: PeerLink;
  /** Whether nobody answers there, as far as this process knows. */
  isSilent(): boolean;
  /** One of the things that are done with it at a time; each fails and recovers by itself. */
  doing(what: string): Doing;
}

export interface Doing {
  /** It answered, and with this head of its register. */
  answered(head: RegisterHead): Promise<void>;
  /** It took what it was given, or gave what it was asked for. */
  worked(): Promise<void>;
  /** It gave no answer, or took nothing; says how long to leave it alone. A silent peer is a state, told once. */
  failed(failure: string): Promise<Rest>;
}

/** @param onHead told of the head of every answer, so that whoever is behind catches up */
export function createPeer(
  { db, clock, log }: ExchangeParts,
  node: string,
  link: PeerLink,
  onHead: (node: string, head: RegisterHead) => void,
): Peer {
  /** What fails now, by what is being done. */
  const failing = new Map<string, string>();
  let noted: { at: number; head: number } | undefined;
  /** Null at first: what a process before this one wrote down is not known. */
  let shown: string | undefined | null = null;
  let warned = false;

  const show = async () => {
    const [failure] = failing.values();
    if (failure === shown) return;
    if (failure === undefined && warned) log.info({ peer: node }, 'the peer takes everything again');
    if (failure === undefined) warned = false;
    shown = failure;
    await (failure === undefined ? noteWorking(db, node) : noteFailing(db, node, clock.now(), failure));
  };

  const warn = (failure: string) => {
    if (!warned) log.warn({ peer: node, failure }, 'the peer takes nothing; trying again, ever less often');
    warned = true;
  };

  const doing = (what: string): Doing => {
    let failures = 0;
    return {
      answered: async (head) => {
        onHead(node, head);
        const at = clock.now();
        if (noted?.head === head.number && Math.abs(at.getTime() - noted.at) < NOTE_EVERY_MS) return;
        noted = { at: at.getTime(), head: head.number };
        await noteReached(db, node, at, head.number);
      },
      worked: async () => {
        failures = 0;
        failing.delete(what);
        await show();
      },
      failed: async (failure) => {
        failures += 1;
        failing.set(what, failure);
        await show();
        if (failures >= WORTH_A_WARNING) warn(failure);
        return { afterMs: pauseAfter(failures, Math.random()), deaf: true };
      },
    };
  };
  return { node, link, doing, isSilent: () => [...failing.values()].some((failure) => SILENT.includes(failure)) };
}

/** The code to write down for a call that failed; what is no failure of the link is thrown on. */
export function failureOf(error: unknown): string {
  if (!(error instanceof LinkError)) throw error;
  return error.problem ?? error.failure;
}
