import type { Act } from '@entente/crypto/act/act';
import type { Register } from '@entente/crypto/act/register';
import { foldActs } from '@entente/crypto/act/register-file';
import type { Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { readLogHead, recordEvent } from '../../audit/index.ts';
import { MEMBERSHIP_PROBLEMS } from '../problems.ts';
import { findForeignKeys } from '../rules/own-record.ts';
import { insertStanding, lockRegister, notifyChange, readStandingRow } from '../store/acts.ts';
import { listOwnKeys } from '../store/own-keys.ts';
import type { Acting } from './acting.ts';
import { storeAct } from './adopt.ts';

/** The organisation's acts, the pin they are held against, and which node this is. */
export interface Joining {
  acts: readonly Act[];
  pin: string;
  node: string;
}

/**
 * Makes this node the one of that name in the organisation that the pinned act founded. Throws a Refusal where the acts are
 * no chain from the pin; a Problem where the node is none of them, has other keys than it holds here, or has joined before.
 */
export async function joinOrganisation(tx: Tx, acting: Acting, { acts, pin, node }: Joining): Promise<Register> {
  await lockRegister(tx);
  const before = await readStandingRow(tx);
  if (before) {
    const detail = `This node is ${before.node} in ${before.organisation}, founded by ${before.pin}.`;
    throw new Problem(MEMBERSHIP_PROBLEMS['joined-already'], { detail });
  }
  const register = foldActs([...acts], pin);
  await checkOwnRecord(tx, register, node);
  const { clock, by } = acting;
  const at = clock.now();
  const { organisation, head } = register;
  const { id: record } = await recordEvent(tx, {
    ...by,
    at,
    event: 'membership.joined',
    outcome: 'done',
    subject: { kind: 'node', ref: node },
    facts: { organisation, pin, head: head.number },
  });
  await insertStanding(tx, { organisation, pin, node }, at, record);
  for (const act of acts) await storeAct(tx, acting, act);
  await notifyChange(tx);
  return register;
}

/** Refuses a register whose node of that name is another one: it names a key, or a log, that is not here. */
export async function checkOwnRecord(tx: Tx, { nodes }: Register, node: string): Promise<void> {
  const found = nodes.get(node);
  if (!found) {
    const detail = `There is no node ${node}, but: ${[...nodes.keys()].join(', ')}.`;
    throw new Problem(MEMBERSHIP_PROBLEMS['unknown-node'], { detail });
  }
  const log = (await readLogHead(tx))?.verifierKey;
  const foreign = findForeignKeys(found.record, { keys: await listOwnKeys(tx), log });
  if (foreign.length === 0) return;
  const detail = `Of the node ${node} this database does not hold: ${foreign.join(', ')}.`;
  throw new Problem(MEMBERSHIP_PROBLEMS['foreign-keys'], { detail });
}
