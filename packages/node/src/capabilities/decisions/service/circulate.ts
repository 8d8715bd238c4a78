import type { CirculatedAct } from '@entente/contracts/decisions/circulated';
import { type Act, writeAct } from '@entente/crypto/act/act';
import { isNodeActive } from '@entente/crypto/act/register';
import type { Tx } from '../../../platform/database/database.ts';
import type { Standing } from '../../membership/index.ts';
import type { DecisionsParts } from './parts.ts';

/** Acts are for whoever keeps a register: they say what the organisation decides, and hold nobody's personal data. */
const HANDLING = 'organisation';

export type DecisionsType = 'decisions.proposed' | 'decisions.consented' | 'decisions.adopted';

/** Tells every other node of the organisation, in the transaction that made it so. Returns how many are told. */
export async function circulateAct(
  tx: Tx,
  { clock, exchange }: DecisionsParts,
  { register, self }: Standing,
  type: DecisionsType,
  act: Act,
): Promise<number> {
  const now = clock.now().toISOString();
  const others = [...register.nodes.keys()].filter((node) => node !== self && isNodeActive(register, node, now));
  const body: CirculatedAct = { act: writeAct(act) };
  for (const to of others) await exchange.send(tx, { to, type, body, handling: HANDLING });
  return others.length;
}
