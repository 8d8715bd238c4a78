import { type Act, hashStatement, writeAct } from '@entente/crypto/act/act';
import { foldAct } from '@entente/crypto/act/fold';
import type { Register } from '@entente/crypto/act/register';
import { toHex } from '@entente/crypto/bytes';
import { Refusal } from '@entente/crypto/refusal';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { recordEvent } from '../../audit/index.ts';
import { MEMBERSHIP_PROBLEMS } from '../problems.ts';
import { insertAct, lockRegister, notifyChange, readActRows, readStandingRow } from '../store/acts.ts';
import type { Acting } from './acting.ts';
import { foldStored } from './stored-register.ts';

/** What came of handing acts to the register. */
export interface Adoption {
  /** The register as it stands now. */
  register: Register;
  /** How many of them were new here. */
  adopted: number;
}

/** `adoptActs` of one. */
export async function adoptAct(tx: Tx, acting: Acting, act: Act): Promise<Adoption> {
  return await adoptActs(tx, acting, [act]);
}

/**
 * Adopts acts in their order, in the caller's transaction: each is folded onto the register read under lock, stored and
 * recorded. One that was adopted before passes. Throws the Refusal of the first that may not follow, the Problem
 * `no-register` on a node that is in no organisation, and StoredRegisterError where it is this node's own register that is
 * not what it was.
 */
export async function adoptActs(tx: Tx, acting: Acting, acts: readonly Act[]): Promise<Adoption> {
  await lockRegister(tx);
  const standing = await readStandingRow(tx);
  if (!standing) throw new Problem(MEMBERSHIP_PROBLEMS['no-register']);
  let register = await foldStored(tx, standing, null);
  const { number: newest } = register.head;
  let adopted = 0;
  for (const act of acts) {
    if (act.statement.number <= newest) {
      await checkSame(tx, act);
      continue;
    }
    register = foldAct(register, act);
    await storeAct(tx, acting, act);
    adopted += 1;
  }
  if (adopted > 0) await notifyChange(tx);
  return { register, adopted };
}

/** Acts after a number as canonical lines, for a peer that is behind. They prove themselves. */
export async function readActs(db: Database, afterNumber: number, limit: number): Promise<string[]> {
  return (await readActRows(db, { after: afterNumber, limit })).map(({ line }) => line);
}

/** Writes an act that has been folded, with its record. */
export async function storeAct(tx: Tx, { clock, by }: Acting, act: Act): Promise<void> {
  const { number, kind, subject, procedure, effectiveAt } = act.statement;
  const hash = toHex(hashStatement(act.statement));
  const at = clock.now();
  const { id } = await recordEvent(tx, {
    ...by,
    at,
    event: 'membership.act-adopted',
    outcome: 'done',
    subject: { kind: 'act', ref: hash },
    facts: { number, kind, about: subject, procedure, effectiveAt, consents: membersOf(act) },
  });
  await insertAct(tx, { number, hash, line: writeAct(act) }, at, id);
}

function membersOf({ consents }: Act): string {
  return consents.map(({ member }) => member).join(' ');
}

/** Two acts under one number, each with its consents: somebody has consented twice. */
async function checkSame(tx: Tx, { statement }: Act): Promise<void> {
  const [known] = await readActRows(tx, { after: statement.number - 1, limit: 1 });
  const hash = toHex(hashStatement(statement));
  if (hash === known?.hash) return;
  throw new Refusal(
    'broken-chain',
    `another act ${statement.number} was adopted here: ${known?.hash} is not ${hash}. Keep both; whoever consented to both has to answer for it`,
  );
}
