import { isNodeActive, type Register } from '@entente/crypto/act/register';
import type { Envelope } from '@entente/crypto/envelope/envelope';

/** A sender's clock may be ahead by this much. */
export const AHEAD_MS = 5 * 60_000;

/** Why an authentic envelope is refused before anybody reads its body, and the sentence in its receipt. */
export const REFUSALS = {
  'exchange.suspended-member': 'Its sender is a suspended member, and it neither withdraws, corrects nor erases.',
  'exchange.expired': 'It had expired when it came.',
  'exchange.sent-in-future': "It says that it was sent later than this node's clock shows.",
  'exchange.unknown-type': 'Nothing here takes envelopes of its type.',
  'exchange.unknown-instrument': 'The register has no such treaty in force.',
  'exchange.wrong-body': 'Its body does not follow the contract of its type.',
  'exchange.fault': 'This node failed to apply it, several times.',
} as const;
export type RefusalReason = keyof typeof REFUSALS;

/** What is known of the type here. */
export interface KnownType {
  whileSuspended: boolean;
}

/** What an envelope is judged by: the register and the moment of its arrival, never the sender's word for the time. */
export interface Judging {
  register: Register;
  now: Date;
  type: KnownType | undefined;
}

/** Why the envelope is refused; undefined for one that its room shall see. */
export function judgeArrival(envelope: Envelope, { register, now, type }: Judging): RefusalReason | undefined {
  const { from, sentAt, expiresAt, instrument } = envelope;
  const moment = now.toISOString();
  if (!isNodeActive(register, from, moment) && !type?.whileSuspended) return 'exchange.suspended-member';
  if (Date.parse(sentAt) > now.getTime() + AHEAD_MS) return 'exchange.sent-in-future';
  if (expiresAt !== undefined && expiresAt <= moment) return 'exchange.expired';
  if (type === undefined) return 'exchange.unknown-type';
  if (instrument !== undefined && !isInForce(register, instrument, moment)) return 'exchange.unknown-instrument';
  return undefined;
}

function isInForce({ treaties }: Register, instrument: string, moment: string): boolean {
  const from = treaties.get(instrument);
  return from !== undefined && from <= moment;
}
