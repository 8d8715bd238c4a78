import type { CirculatedAct } from '@entente/contracts/decisions/circulated';
import { type Act, readAct } from '@entente/crypto/act/act';
import { Refusal } from '@entente/crypto/refusal';
import type { Tx } from '../../../platform/database/database.ts';
import type { ReceivedEnvelope, Verdict } from '../../exchange/index.ts';
import { type Acting, adoptAct } from '../../membership/index.ts';
import { enterProposal } from './enter.ts';
import type { DecisionsParts } from './parts.ts';

const BY_NODE: Acting['by'] = { actor: { kind: 'node', id: 'decisions' } };

/** Takes in an act that another node proposes or consents to: weighed here, and its consents verified here. */
export async function takeProposal(
  { clock, membership }: DecisionsParts,
  tx: Tx,
  { from, body }: ReceivedEnvelope<CirculatedAct>,
): Promise<Verdict> {
  const { register } = membership.standing()!;
  return await refusing(async () => {
    const act = readAct(body.act);
    // It was adopted while this was under way: there is nothing left to consent to.
    if (act.statement.number <= register.head.number) return;
    await enterProposal(tx, { clock, by: BY_NODE }, register, act, from);
  });
}

/** Adopts what another node says was adopted. The act proves it by itself; who sent it does not matter. */
export async function takeAdopted(
  { clock }: DecisionsParts,
  tx: Tx,
  { body }: ReceivedEnvelope<CirculatedAct>,
): Promise<Verdict> {
  return await refusing(async () => {
    const act: Act = readAct(body.act);
    await adoptAct(tx, { clock, by: BY_NODE }, act);
  });
}

async function refusing(work: () => Promise<void>): Promise<Verdict> {
  try {
    await work();
    return { accepted: true };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: { code: `decisions.${error.code}`, detail: error.message } };
  }
}
