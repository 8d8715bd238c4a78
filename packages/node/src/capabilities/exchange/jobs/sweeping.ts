import type { Led } from '../../../platform/database/leading.ts';
import { type Rounds, startRounds } from '../../../platform/rounds.ts';
import { forgetHits } from '../service/asks/forget-hits.ts';
import { type ErasingParts, eraseContents } from '../service/erase-contents.ts';
import { sweep } from '../store/attachments/files.ts';
import { eraseDue } from '../store/erasure.ts';

/** What is to be erased with what it is about does not wait for long. */
const DUE_EVERY_MS = 30_000;
const EVERY_MS = 10 * 60_000;
/** How long a file may wait for the envelope that is to enclose it. */
const UNSENT_MS = 24 * 60 * 60_000;

/** Erases what envelopes said that nobody needs any more, deletes files that nothing needs, and forgets hits at their term, for as long as this process leads. */
export function createSweeping(parts: ErasingParts): Led {
  const { db, clock, log } = parts;
  let rounds: Rounds[] = [];

  const sweepFiles = async () => {
    const before = new Date(clock.now().getTime() - UNSENT_MS);
    const files = await db.transaction().execute((tx) => sweep(tx, before));
    if (files > 0) log.info({ files }, 'attachments that nothing needs were deleted');
  };

  return {
    start: () => {
      rounds = [
        startRounds(
          'erasing what is due',
          async () => {
            await eraseDue(db);
            return { afterMs: DUE_EVERY_MS, deaf: true };
          },
          log,
        ),
        startRounds(
          'sweeping',
          async () => {
            await eraseContents(parts);
            await sweepFiles();
            await forgetHits(parts);
            return { afterMs: EVERY_MS, deaf: true };
          },
          log,
        ),
      ];
    },
    stop: async () => {
      await Promise.all(rounds.map((round) => round.stop()));
      rounds = [];
    },
  };
}
