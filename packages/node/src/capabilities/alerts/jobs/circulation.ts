import type { Background } from '../../../platform/background.ts';
import type { Log } from '../../../platform/log.ts';
import type { AlertParts } from '../service/alerts/parts.ts';
import { circulateDue } from '../service/circulation/circulate-due.ts';

const AGAIN_AFTER_MS = 5_000;
/** While the peers have not told what they saw of this node, this often. */
const SOON_MS = 500;

/**
 * Whenever the register changes, and once at the start, tells nodes of the alerts in force that are for them and that they do
 * not hold: of a state that joined, of one that is suspended no longer. What was not done when the process ends is found again.
 */
export function circulateToJoiners(parts: AlertParts, log: Log): Background {
  let ignore = () => {};
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const stopping = new AbortController();

  const round = async () => {
    if (stopping.signal.aborted) return;
    try {
      // What is in force may have been withdrawn, and forgotten.
      if (await parts.exchange.isHistoryHeld(parts.db)) {
        timer = setTimeout(wake, SOON_MS);
        return;
      }
      const told = await circulateDue(parts, stopping.signal);
      if (told > 0) log.info({ told }, 'alerts circulated after the register changed');
    } catch (error) {
      const { code, message } = error as Error & { code?: string };
      log.warn({ code, reason: message }, 'alerts could not be circulated; trying again');
      timer = setTimeout(wake, AGAIN_AFTER_MS);
    }
  };
  const wake = () => {
    clearTimeout(timer);
    running = running.then(round);
  };
  return {
    name: 'alert circulation',
    start: async () => {
      ignore = parts.membership.onRegisterChanged(wake);
      wake();
    },
    stop: async () => {
      ignore();
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
