import type { Background } from '../../../platform/background.ts';
import type { Log } from '../../../platform/log.ts';
import type { AlertParts } from '../service/alerts/parts.ts';
import { keepTerms } from '../service/alerts/terms.ts';

/** How often ends and disputes are looked for: a desk asks by the alert's own end, so that a minute harms nobody. */
const TERMS_EVERY_MS = 30_000;

/** Expires what has come to its end and suspends records disputed for too long. */
export function keepAlertTerms(parts: AlertParts, log: Log): Background {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const round = async () => {
    try {
      const { expired, suspended } = await keepTerms(parts);
      if (expired + suspended > 0) log.info({ expired, suspended }, 'alerts ended');
    } catch (error) {
      const { code, message } = error as Error & { code?: string };
      log.warn({ code, reason: message }, 'the terms of alerts could not be kept; trying again');
    }
  };
  return {
    name: 'alert terms',
    start: async () => {
      await round();
      timer = setInterval(() => {
        running = running.then(round);
      }, TERMS_EVERY_MS);
    },
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
