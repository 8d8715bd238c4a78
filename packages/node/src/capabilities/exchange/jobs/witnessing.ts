import type { Led } from '../../../platform/database/leading.ts';
import { type Rounds, startRounds } from '../../../platform/rounds.ts';
import type { ExchangeParts } from '../service/parts.ts';
import type { PeerLink } from '../service/peer-link.ts';
import { witnessRound } from '../service/witnessing/round.ts';

/** The first round begins when the nodes that start together had time to. */
const FIRST_AFTER_MS = 1000;

/** Rounds of witnessing, for as long as this process leads. */
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
            return { afterMs: Math.min(FIRST_AFTER_MS, everyMs) };
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
