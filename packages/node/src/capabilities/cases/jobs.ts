import type { Background } from '../../platform/background.ts';
import type { Log } from '../../platform/log.ts';
import { watchCases } from './service/watch.ts';

/** How often clocks are looked at: what is urgent sounds no later than this after its moment. */
const EVERY_MS = 5_000;

/** Lets urgent hits sound and escalate, takes back what was told of alerts that ended, and erases what has come to its term. */
export function keepWatch(parts: Parameters<typeof watchCases>[0], log: Log): Background {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const round = async () => {
    try {
      const { sounding, escalated, erased, recalled } = await watchCases(parts);
      if (sounding + escalated + erased + recalled > 0)
        log.info({ sounding, escalated, erased, recalled }, 'cases watched');
    } catch (error) {
      const { code, message } = error as Error & { code?: string };
      log.warn({ code, reason: message }, 'cases could not be watched; trying again');
    }
  };
  return {
    name: 'watch on cases',
    start: async () => {
      await round();
      timer = setInterval(() => {
        running = running.then(round);
      }, EVERY_MS);
    },
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
