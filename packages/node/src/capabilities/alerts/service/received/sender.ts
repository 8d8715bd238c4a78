import type { Refusal } from '@entente/contracts/alerts/alert';
import type { Attribution } from '../../../audit/index.ts';
import type { ReceivedEnvelope, Verdict } from '../../../exchange/index.ts';
import { describeRefusal } from '../../rules/describe-refusal.ts';
import type { Receiving } from '../../rules/received.ts';
import type { AlertParts } from '../alerts/parts.ts';

/** Whose node sent it; the exchange has seen that the register has it. */
export function senderOf({ membership }: Pick<AlertParts, 'membership'>, node: string): Receiving['sender'] {
  const { holder, of } = membership.standing()!.register.nodes.get(node)!.record;
  return { node, holder, of };
}

/** Recorded as the doing of the node it came from. */
export function bySender({ from }: Pick<ReceivedEnvelope, 'from'>): Attribution {
  return { actor: { kind: 'node', id: from } };
}

/** The signed receipt names the first rule. */
export function refuseEnvelope(refusals: readonly Refusal[]): Verdict {
  const [first] = refusals;
  return { refused: { code: `alerts.${first!.rule}`, detail: describeRefusal(first!) } };
}
