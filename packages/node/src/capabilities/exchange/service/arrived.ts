import type { Opened } from '../model/arrivals.ts';

/** Bytes of envelopes kept at most; what comes beyond is read from the database when its turn comes. */
const MOST_BYTES = 32 * 2 ** 20;

/** Envelopes that were stored a moment ago, kept until they are applied: opened and verified, they need not be read again. */
export interface Arrived {
  keep(peer: string, opened: readonly Opened[]): void;
  /** The envelope of this number if it is kept and has this id. */
  find(peer: string, seq: number, id: string): Opened | undefined;
  /** Lets go of a peer's envelopes up to a number. */
  forget(peer: string, upTo: number): void;
}

export function createArrived(mostBytes = MOST_BYTES): Arrived {
  const kept = new Map<string, Map<number, Opened>>();
  let bytes = 0;
  const remove = (ofPeer: Map<number, Opened>, seq: number) => {
    bytes -= ofPeer.get(seq)?.packed.length ?? 0;
    ofPeer.delete(seq);
  };
  return {
    keep: (peer, opened) => {
      const ofPeer = kept.get(peer) ?? new Map<number, Opened>();
      kept.set(peer, ofPeer);
      for (const one of opened) {
        const { seq } = one.envelope;
        remove(ofPeer, seq);
        if (bytes + one.packed.length > mostBytes) continue;
        bytes += one.packed.length;
        ofPeer.set(seq, one);
      }
    },
    find: (peer, seq, id) => {
      const found = kept.get(peer)?.get(seq);
      return found?.id === id ? found : undefined;
    },
    forget: (peer, upTo) => {
      const ofPeer = kept.get(peer);
      // In the order of their numbers, as they came.
      for (const seq of ofPeer?.keys() ?? []) {
        if (seq > upTo) break;
        remove(ofPeer!, seq);
      }
    },
  };
}
