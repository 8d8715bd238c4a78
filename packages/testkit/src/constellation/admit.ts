import { readAct } from '@entente/crypto/act/act';
import { joinOrganisation, readActs } from '@entente/node/capabilities/membership/index';
import { actingBy, declareFounder } from '../organisation.ts';
import type { Constellation, ConstellationNode } from './constellation.ts';
import { decide } from './decide.ts';

/** Has the members admit a state whose node was laid out for later; its node joins and is started. */
export async function admit(
  { founded }: Constellation,
  members: readonly ConstellationNode[],
  joiner: ConstellationNode,
): Promise<void> {
  const acting = actingBy(joiner.clock);
  const record = await declareFounder(joiner.founder, acting);
  await decide(members, { kind: 'accession', subject: joiner.state, body: { nodes: [{ ...record }] } });
  const acts = (await readActs(members[0]!.database.db, 0, 1000)).map((line) => readAct(line));
  const { pin } = founded;
  await joiner.database.db.transaction().execute((tx) => joinOrganisation(tx, acting, { acts, pin, node: joiner.id }));
  await joiner.start();
}
