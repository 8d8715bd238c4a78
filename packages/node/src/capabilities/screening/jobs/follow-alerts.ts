import type { Pool } from 'pg';
import type { Background } from '../../../platform/background.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { type Listening, listen } from '../../../platform/database/listen.ts';
import type { Log } from '../../../platform/log.ts';
import { CHANGES_CHANNEL } from '../../alerts/index.ts';
import type { Snapshots } from '../service/snapshot/keep-snapshots.ts';
import { catchUp, load, type Watch } from '../service/watch.ts';

/** The feed is looked at this often even when no notice comes. */
const EVERY_MS = 400;

export interface FollowParts {
  watch: Watch;
  db: Database;
  pool: Pool;
  clock: Clock;
  log: Log;
  snapshots: Snapshots;
}

/**
 * Loads the index and keeps it current with the alerts: woken by PostgreSQL's NOTIFY, and by a timer in case a notice
 * was lost. A round that fails (the database restarts) is tried again; the feed holds what was missed.
 */
export function followAlerts({ watch, db, pool, clock, log, snapshots }: FollowParts): Background {
  let ear: Listening | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;
  let woken = false;
  let endPause = () => {};
  /** What the disk held is in the index, and the feed is followed from there. */
  let isRead = false;

  const wake = () => {
    woken = true;
    endPause();
  };

  const round = async () => {
    try {
      await (watch.currentAt || isRead ? catchUp(watch, db, clock) : load(watch, db, clock));
    } catch (error) {
      const { code, message } = error as Error & { code?: string };
      log.warn({ code, reason: message }, 'the index could not follow the alerts; trying again');
    }
  };

  /** Until the next notice or the timer, whichever comes first; a notice that came during the round counts. */
  const pause = () =>
    new Promise<void>((resolve) => {
      if (woken || stopped) return resolve();
      const timer = setTimeout(resolve, EVERY_MS);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (onLoaded: () => void) => {
    while (!stopped) {
      woken = false;
      await round();
      if (watch.currentAt) onLoaded();
      snapshots.look();
      await pause();
    }
  };

  return {
    name: 'screening index',
    async start() {
      const began = performance.now();
      ear = await listen(pool, CHANGES_CHANNEL, wake, log);
      isRead = await snapshots.read();
      await new Promise<void>((resolve) => {
        running = run(resolve).finally(resolve);
      });
      log.info(
        { alerts: watch.alerts.size, subjects: watch.index.size, ms: Math.round(performance.now() - began) },
        'index loaded',
      );
    },
    async stop() {
      stopped = true;
      endPause();
      await Promise.all([running, ear?.close()]);
      await snapshots.last();
      await watch.threads.stop();
    },
  };
}
