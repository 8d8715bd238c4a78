import type { Led } from '../../../platform/database/leading.ts';
import { type Rounds, startRounds } from '../../../platform/rounds.ts';
import { createStartingAnew } from '../service/opening/start-anew.ts';
import type { ExchangeParts } from '../service/parts.ts';
import type { PeerLink } from '../service/peer-link.ts';
import type { Wakes } from '../service/wakes.ts';

/** Asking the peers what they saw of this node, for as long as this process leads. */
export interface Starting extends Led {
  /** A peer has come to this node: it is there. */
  seen(peer: string): void;
}

export function createStarting(parts: ExchangeParts, wakes: Wakes, linkTo: (peer: string) => PeerLink): Starting {
  const work = createStartingAnew(parts, linkTo);
  let rounds: Rounds | undefined;
  let ignore = () => {};
  return {
    start: () => {
      rounds = startRounds('asking peers what they saw', work.round, parts.log);
      ignore = wakes.onWake(rounds.wake);
    },
    stop: async () => {
      ignore();
      await rounds?.stop();
      rounds = undefined;
    },
    seen: (peer) => {
      if (work.seen(peer)) rounds?.hurry();
    },
  };
}
