import { CirculatedAct } from '@entente/contracts/decisions/circulated';
import type { Exchange } from '../exchange/index.ts';
import type { DecisionsParts } from './service/parts.ts';
import { takeAdopted, takeProposal } from './service/take.ts';

/** Acts on their way and adopted, as other nodes send them. */
export function receiveDecisions({ receive }: Pick<Exchange, 'receive'>, parts: DecisionsParts): void {
  receive('decisions.proposed', CirculatedAct, (tx, envelope) => takeProposal(parts, tx, envelope));
  receive('decisions.consented', CirculatedAct, (tx, envelope) => takeProposal(parts, tx, envelope));
  receive('decisions.adopted', CirculatedAct, (tx, envelope) => takeAdopted(parts, tx, envelope));
}
