import type { Background } from '../../../platform/background.ts';
import type { Log } from '../../../platform/log.ts';
import type { Exchange } from '../../exchange/index.ts';
import type { AlertParts } from '../service/alerts/parts.ts';
import { circulateDue } from '../service/circulation/circulate-due.ts';
import { forgetTold } from '../store/circulation.ts';

export type CirculatingParts = AlertParts & { exchange: Pick<Exchange, 'onPassed'> };

const AGAIN_AFTER_MS = 5_000;
/** While the peers have not told what they saw of this node, this often. */
const SOON_MS = 500;

/**
 * Whenever the register changes, once at the start, and when a node was restored from a backup that is older than what is kept for it,
 * tells nodes of the alerts that are for them and that they do not hold: a state that joined, one that is suspended no longer, one that
 * lost its disk. What was not done when the process ends is found again.
 */
export function circulateToJoiners(parts: CirculatingParts, log: Log): Background {
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
      if (told > 0) log.info({ told }, 'nodes were told of alerts they did not hold');
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
  parts.exchange.onPassed(async (tx, node, rows) => {
    await forgetTold(tx, node, rows);
    return wake;
  });
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
