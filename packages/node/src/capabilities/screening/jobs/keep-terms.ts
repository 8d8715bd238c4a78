import type { Background } from '../../../platform/background.ts';
import type { Log } from '../../../platform/log.ts';
import { keepTerms } from '../service/terms.ts';

/** How often ends are looked for. What an officer may see he is asked about at once, so that half a minute harms nobody. */
const EVERY_MS = 30_000;

/** Lets go what has come to its end, and records detentions past their limit. */
export function keepScreeningTerms(parts: Parameters<typeof keepTerms>[0], log: Log): Background {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const round = async () => {
    try {
      const { overdue, shredded, erased } = await keepTerms(parts);
      if (overdue + shredded + erased > 0) log.info({ overdue, shredded, erased }, 'terms of screening kept');
    } catch (error) {
      const { code, message } = error as Error & { code?: string };
      log.warn({ code, reason: message }, 'the terms of screening could not be kept; trying again');
    }
  };
  return {
    name: 'screening terms',
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
