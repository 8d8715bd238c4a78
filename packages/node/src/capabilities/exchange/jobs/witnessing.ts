import type { Led } from '../../../platform/database/leading.ts';
import { type Rounds, startRounds } from '../../../platform/rounds.ts';
import type { ExchangeParts } from '../service/parts.ts';
import type { PeerLink } from '../service/peer-link.ts';
import { witnessRound } from '../service/witnessing/round.ts';

/** Rounds of witnessing, for as long as this process leads. The first comes after a pause: nodes that start together have time to. */
export function createWitnessing(parts: ExchangeParts, linkTo: (peer: string) => PeerLink, everyMs: number): Led {
  let rounds: Rounds | undefined;
  return {
    start: () => {
      let first = true;
      rounds = startRounds(
        'witnessing',
        async (signal) => {
          if (first) {
            first = false;
            return { afterMs: everyMs };
          }
          await witnessRound(parts, linkTo, signal);
          return { afterMs: everyMs };
        },
        parts.log,
      );
    },
    stop: async () => {
      await rounds?.stop();
      rounds = undefined;
    },
  };
}
