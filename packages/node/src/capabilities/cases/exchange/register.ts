import { Acknowledged, HitReported, MessageSent, OutcomeRecorded } from '@entente/contracts/cases/envelopes';
import type { Exchange } from '../../exchange/index.ts';
import type { CasesParts } from '../service/parts.ts';
import { receiveAcknowledgement, receiveMessage, receiveOutcome } from './received-entry.ts';
import { receiveHit } from './received-hit.ts';

/** What of other nodes this room applies. */
export function receiveCases(exchange: Pick<Exchange, 'receive'>, parts: CasesParts): void {
  exchange.receive('cases.hit-reported', HitReported, (tx, envelope) => receiveHit(parts, tx, envelope));
  exchange.receive('cases.message-sent', MessageSent, (tx, envelope) => receiveMessage(parts, tx, envelope));
  exchange.receive('cases.acknowledged', Acknowledged, receiveAcknowledgement);
  exchange.receive('cases.outcome-recorded', OutcomeRecorded, receiveOutcome);
}
