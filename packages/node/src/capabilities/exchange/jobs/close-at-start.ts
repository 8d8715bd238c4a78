import type { Background } from '../../../platform/background.ts';
import { isHistoryHeld } from '../service/opening/require-history.ts';
import { closeUntilTold } from '../service/opening/start-anew.ts';
import type { ExchangeParts } from '../service/parts.ts';
import { isCatchingUp } from '../store/opening/restores.ts';

const LOOK_EVERY_MS = 500;

/** The beginning of a node's work, and whether what it holds may be old. */
export interface Closing {
  background: Background;
  /** Whether peers may know of changes that this node has forgotten: known at once, so that the desk need not ask. */
  isStale(): boolean;
}

/** Closes the log and the channels of a node in an organisation before any of its work begins: it may have been restored. */
export function closeAtStart(parts: ExchangeParts): Closing {
  let stale = false;
  let timer: NodeJS.Timeout | undefined;

  const look = async () => {
    try {
      stale = (await isHistoryHeld(parts.db)) || (await isCatchingUp(parts.db));
    } catch (error) {
      // The database is away; what was known last is as good as anything.
      parts.log.debug({ err: error }, 'whether the node catches up could not be read');
    }
    timer = setTimeout(look, LOOK_EVERY_MS).unref();
  };

  return {
    isStale: () => stale,
    background: {
      name: 'exchange closed until peers have told',
      start: async () => {
        if (parts.membership.standing()) await closeUntilTold(parts);
        await look();
      },
      stop: async () => clearTimeout(timer),
    },
  };
}
