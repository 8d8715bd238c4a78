import type { Act, Statement } from '@entente/crypto/act/act';
import { gatherConsents } from '@entente/crypto/act/gather';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { type Acting, adoptAct, giveOwnConsent, type Standing } from '../../membership/index.ts';
import type { Proposal } from '../model.ts';
import { DECISIONS_PROBLEMS } from '../problems.ts';
import { readProposals } from '../store/proposals.ts';
import { circulateAct } from './circulate.ts';
import { enterProposal } from './enter.ts';
import type { DecisionsParts } from './parts.ts';

/** What an operator's step came to. */
export interface Step {
  act: Act;
  /** How many nodes are told. */
  told: number;
}

/** Proposes an act to every member. Proposing is no consent. */
export async function proposeAct(tx: Tx, parts: DecisionsParts, acting: Acting, statement: Statement): Promise<Step> {
  const standing = standingOf(parts);
  const act = { statement, consents: [] };
  await enterProposal(tx, acting, standing.register, act, standing.self);
  return { act, told: await circulateAct(tx, parts, standing, 'decisions.proposed', act) };
}

/** Gives this member's consent to an act on its way, and tells every member. */
export async function consentToAct(tx: Tx, parts: DecisionsParts, acting: Acting, hash: string): Promise<Step> {
  const standing = standingOf(parts);
  const { statement, consents } = await findProposal(tx, standing, hash);
  const own = await giveOwnConsent(tx, acting, statement);
  const act = gatherConsents([
    { statement, consents },
    { statement, consents: [own] },
  ]);
  await enterProposal(tx, acting, standing.register, act, standing.self);
  return { act, told: await circulateAct(tx, parts, standing, 'decisions.consented', act) };
}

/** Adopts an act that has the consents it needs, and tells every node, which adopts it too. */
export async function adoptProposal(tx: Tx, parts: DecisionsParts, acting: Acting, hash: string): Promise<Step> {
  const standing = standingOf(parts);
  const { statement, consents } = await findProposal(tx, standing, hash);
  const act = { statement, consents };
  // Told before it is adopted here: who is suspended or admitted by it hears of it by the register as it was.
  const told = await circulateAct(tx, parts, standing, 'decisions.adopted', act);
  await adoptAct(tx, acting, act);
  return { act, told };
}

/** Acts on their way that would follow the newest, with the consents known here. */
export async function listProposals(db: Database, { register }: Standing): Promise<Proposal[]> {
  return await readProposals(db, register.head.number + 1);
}

async function findProposal(tx: Tx, standing: Standing, hash: string): Promise<Proposal> {
  const found = (await listProposals(tx, standing)).filter((proposal) => proposal.hash.startsWith(hash));
  const [only] = found;
  if (only && found.length === 1) return only;
  throw new Problem(DECISIONS_PROBLEMS['unknown-proposal'], { detail: `No act on its way has a hash of ${hash}.` });
}

function standingOf({ membership }: DecisionsParts): Standing {
  const standing = membership.standing();
  if (!standing) throw new Problem(DECISIONS_PROBLEMS['no-organisation']);
  return standing;
}
