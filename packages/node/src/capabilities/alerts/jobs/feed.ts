import type { Pool } from 'pg';
import type { Background } from '../../../platform/background.ts';
import type { Database } from '../../../platform/database/database.ts';
import { type Listening, listen } from '../../../platform/database/listen.ts';
import { type Sequencer, startSequencer } from '../../../platform/database/sequence.ts';
import type { Log } from '../../../platform/log.ts';
import { feedSequence, PENDING_CHANNEL } from '../store/feed.ts';

/** How often the feed is looked at when no notice comes. */
const EVERY_MS = 500;

/** Numbers the change feed as soon as changes are committed, by whichever process. */
export function numberFeed({ db, pool, log }: { db: Database; pool: Pool; log: Log }): Background {
  let sequencer: Sequencer | undefined;
  let listening: Listening | undefined;
  return {
    name: 'alerts feed',
    start: async () => {
      const started = startSequencer(db, feedSequence, { everyMs: EVERY_MS, log });
      sequencer = started;
      listening = await listen(pool, PENDING_CHANNEL, () => started.wake(), log);
    },
    stop: async () => {
      await Promise.all([sequencer?.stop(), listening?.close()]);
    },
  };
}
