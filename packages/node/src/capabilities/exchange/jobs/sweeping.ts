import type { Led } from '../../../platform/database/leading.ts';
import { type Rounds, startRounds } from '../../../platform/rounds.ts';
import type { ExchangeParts } from '../service/parts.ts';
import { sweep } from '../store/attachments/files.ts';

const EVERY_MS = 10 * 60_000;
/** How long a file may wait for the envelope that is to enclose it. */
const UNSENT_MS = 24 * 60 * 60_000;

/** Deletes files that nothing needs any more, for as long as this process leads. */
export function createSweeping({ db, clock, log }: Pick<ExchangeParts, 'db' | 'clock' | 'log'>): Led {
  let rounds: Rounds | undefined;
  return {
    start: () => {
      rounds = startRounds(
        'sweeping attachments',
        async () => {
          const before = new Date(clock.now().getTime() - UNSENT_MS);
          const files = await db.transaction().execute((tx) => sweep(tx, before));
          if (files > 0) log.info({ files }, 'attachments that nothing needs were deleted');
          return { afterMs: EVERY_MS, deaf: true };
        },
        log,
      );
    },
    stop: async () => {
      await rounds?.stop();
      rounds = undefined;
    },
  };
}
