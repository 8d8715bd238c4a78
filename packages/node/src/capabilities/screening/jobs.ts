import type { Pool } from 'pg';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { listen } from '../../platform/database/notices.ts';
import type { Log } from '../../platform/log.ts';
import { CHANGES_CHANNEL } from '../alerts/index.ts';
import { catchUp, load, type Watch } from './service/watch.ts';

/** The feed is looked at this often even when no notice comes. */
const EVERY_MS = 400;

export interface Following {
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

/**
 * Loads the index and keeps it current with the alerts: woken by PostgreSQL's NOTIFY, and by a timer in case a notice
 * was lost. A round that fails (the database restarts) is tried again; the feed holds what was missed.
 */
export function follow(watch: Watch, parts: { db: Database; pool: Pool; clock: Clock; log: Log }): Following {
  const { db, pool, clock, log } = parts;
  let stopped = false;
  let loaded = false;
  let woken = false;
  let wake = () => {};

  const round = async () => {
    try {
      if (!loaded) {
        const began = performance.now();
        await load(watch, db, clock);
        loaded = true;
        log.info({ subjects: watch.index.size, ms: Math.round(performance.now() - began) }, 'index loaded');
      } else await catchUp(watch, db, clock);
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, 'the index could not follow the alerts; trying again');
    }
  };

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, EVERY_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async () => {
    while (!stopped) {
      woken = false;
      await round();
      // A notice during the round may be about something the round had passed already.
      if (!woken && !stopped) await pause();
    }
  };

  const ear = listen(
    pool,
    CHANGES_CHANNEL,
    () => {
      woken = true;
      wake();
    },
    log,
  );
  const running = run();
  return {
    async stop() {
      stopped = true;
      wake();
      await Promise.all([running, ear.close()]);
    },
  };
}
