import type { Clock } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Outgoing } from '../../exchange/index.ts';
import type { Standing } from '../../membership/index.ts';

/** What the room works with, in the node and in an operator's command alike. */
export interface DecisionsParts {
  clock: Clock;
  membership: { standing(): Standing | null };
  exchange: { send(tx: Tx, outgoing: Outgoing): Promise<{ id: string }> };
}
