import type { Background } from '../../../platform/background.ts';
import { closeUntilTold } from '../service/opening/start-anew.ts';
import type { ExchangeParts } from '../service/parts.ts';

/** Closes the log and the channels of a node in an organisation before any of its work begins: it may have been restored. */
export function closeAtStart(parts: ExchangeParts): Background {
  return {
    name: 'exchange closed until peers have told',
    start: async () => {
      if (parts.membership.standing()) await closeUntilTold(parts);
    },
    stop: async () => {},
  };
}
