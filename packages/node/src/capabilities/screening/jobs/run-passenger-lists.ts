import type { Pool } from 'pg';
import type { Background } from '../../../platform/background.ts';
import { type Leading, leadOrWait } from '../../../platform/database/leading.ts';
import type { Log } from '../../../platform/log.ts';
import { type Rounds, startRounds } from '../../../platform/rounds.ts';
import type { ScreeningParts } from '../service/parts.ts';
import { runLists } from '../service/passenger-lists/run-lists.ts';

/** Work on lists, and word to this process that one has come. */
export interface PassengerListWork extends Background {
  wake(): void;
}

/** Checks the people of passenger lists in one of the node's processes; what a killed one left another, or its next start, goes on with. */
export function runPassengerLists(parts: ScreeningParts, pool: Pool, log: Log): PassengerListWork {
  let leading: Leading | undefined;
  let rounds: Rounds | undefined;
  const work = {
    start: () => {
      rounds = startRounds('passenger lists', (signal) => runLists(parts, log, signal), log);
    },
    stop: async () => {
      await rounds?.stop();
      rounds = undefined;
    },
  };
  return {
    name: 'passenger lists',
    start: async () => {
      leading = leadOrWait(pool, 'screening.passenger-lists', work, log);
    },
    stop: async () => {
      await leading?.stop();
    },
    wake: () => rounds?.wake(),
  };
}
