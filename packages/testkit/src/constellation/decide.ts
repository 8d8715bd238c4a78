import { type Act, readAct } from '@entente/crypto/act/act';
import {
  adoptActs,
  composeStatement,
  type Motion,
  type OWN_KEY_USES,
  readActs,
  type Standing,
} from '@entente/node/capabilities/membership/index';
import { actingBy, consentAll, declareFounder } from '../organisation.ts';
import type { ConstellationNode } from './constellation.ts';

/**
 * Has the members decide: every node of an active member consents, and the act is adopted at the nodes named, which know it at
 * once; all of them unless said otherwise. The others are behind until a peer tells them.
 */
export async function decide(
  nodes: readonly ConstellationNode[],
  motion: Omit<Motion, 'effectiveAt'> & { effectiveAt?: Date },
  {
    knownAt = nodes,
    consenting = nodes,
  }: { knownAt?: readonly ConstellationNode[]; consenting?: readonly ConstellationNode[] } = {},
): Promise<Act> {
  const { register } = await bringUp(consenting);
  const effectiveAt = (motion.effectiveAt ?? new Date(Date.now() - 1000)).toISOString();
  const statement = composeStatement(register, { ...motion, effectiveAt });
  const founders = consenting.map(({ founder }) => founder);
  const act = await consentAll(statement, founders, actingBy(nodes[0]!.clock));
  for (const node of knownAt) await adopt(node, act);
  return act;
}

/** Makes a node new keys of these uses, and has the members decide that they are its from now on; the old ones are retired. */
export async function renewKeys(
  nodes: readonly ConstellationNode[],
  node: ConstellationNode,
  uses: readonly (typeof OWN_KEY_USES)[number][],
  options: Parameters<typeof decide>[2] & { revoke?: readonly string[] } = {},
): Promise<Act> {
  const record = await declareFounder(node.founder, actingBy(node.clock), uses);
  const body = { node: { ...record }, revoked: [...(options.revoke ?? [])] };
  return await decide(nodes, { kind: 'node', subject: node.id, body }, options);
}

async function adopt({ database, node, clock }: ConstellationNode, act: Act): Promise<void> {
  await database.db.transaction().execute((tx) => adoptActs(tx, actingBy(clock), [act]));
  await node.membership.refresh();
}

/** Gives every node the acts that the one with the newest register has: nobody consents to what does not follow. */
async function bringUp(nodes: readonly ConstellationNode[]): Promise<Standing> {
  const headOf = ({ node }: ConstellationNode) => node.membership.standing()!.register.head.number;
  const newest = nodes.reduce((left, right) => (headOf(right) > headOf(left) ? right : left));
  for (const node of nodes) {
    const missing = await readActs(newest.database.db, headOf(node), 1000);
    for (const line of missing) await adopt(node, readAct(line));
  }
  return newest.node.membership.standing()!;
}
