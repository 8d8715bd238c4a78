import type { Translated } from '@entente/contracts/terms';
import type { Clock } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { type Attribution, recordEvent } from '../../audit/index.ts';
import { PROBLEMS } from '../problems.ts';
import { putAuthority, readAuthority } from '../store/authorities.ts';

/** The authority an officer is to serve; the names are needed where it is new to the node. */
export interface AuthorityForm {
  authority: string;
  authorityNames?: Translated | undefined;
}

/**
 * Makes sure that the node knows an authority, and enters one that is new. One that is known keeps its names, unless
 * the operator, who may rename it, gives others.
 */
export async function requireAuthority(
  tx: Tx,
  { clock, by }: { clock: Clock; by: Attribution },
  { authority: id, authorityNames: names }: AuthorityForm,
): Promise<void> {
  const known = await readAuthority(tx, id);
  if (!known && !names) {
    const detail = `The authority ${id} is not known on this node: give its names too.`;
    throw new Problem(PROBLEMS['unknown-authority'], { detail });
  }
  if (!names || (known && isSame(known.names, names))) return;
  if (known && by.actor.kind !== 'operator') throw new Problem(PROBLEMS['authority-known']);
  await putAuthority(tx, { id, names });
  await recordEvent(tx, {
    at: clock.now(),
    ...by,
    event: 'access.authority-entered',
    outcome: 'done',
    subject: { kind: 'authority', ref: id },
    facts: { en: names.en, ru: names.ru, zh: names.zh },
  });
}

function isSame(left: Translated, right: Translated): boolean {
  return left.en === right.en && left.ru === right.ru && left.zh === right.zh;
}
