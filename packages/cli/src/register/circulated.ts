import type { Statement } from '@entente/crypto/act/act';
import type { DecisionsParts, Proposal, Step } from '@entente/node/capabilities/decisions/index';
import { type JoinedRegister, requireStanding } from './joined-register.ts';

/** Acts that travel between the nodes by themselves: the outbox is the running node's, which is woken by the commit. */

export async function circulateProposal(joined: JoinedRegister, statement: Statement): Promise<Step> {
  const { proposeAct } = await import('@entente/node/capabilities/decisions/index');
  const parts = await partsOf(joined);
  return await joined.db.transaction().execute((tx) => proposeAct(tx, parts, joined.acting, statement));
}

export async function circulateConsent(joined: JoinedRegister, hash: string): Promise<Step> {
  const { consentToAct } = await import('@entente/node/capabilities/decisions/index');
  const parts = await partsOf(joined);
  return await joined.db.transaction().execute((tx) => consentToAct(tx, parts, joined.acting, hash));
}

export async function circulateAdoption(joined: JoinedRegister, hash: string): Promise<Step> {
  const { adoptProposal } = await import('@entente/node/capabilities/decisions/index');
  const parts = await partsOf(joined);
  return await joined.db.transaction().execute((tx) => adoptProposal(tx, parts, joined.acting, hash));
}

/** Acts on their way that would follow the newest. */
export async function listPending(joined: Pick<JoinedRegister, 'db' | 'membership'>): Promise<Proposal[]> {
  const { listProposals } = await import('@entente/node/capabilities/decisions/index');
  return await listProposals(joined.db, requireStanding(joined.membership));
}

async function partsOf({ clock, membership }: JoinedRegister): Promise<DecisionsParts> {
  const { send } = await import('@entente/node/capabilities/exchange/index');
  return { clock, membership, exchange: { send: (tx, outgoing) => send({ clock, membership }, tx, outgoing) } };
}
