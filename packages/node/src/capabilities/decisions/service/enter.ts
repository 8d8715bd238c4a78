import { type Act, hashStatement } from '@entente/crypto/act/act';
import { verifyConsent } from '@entente/crypto/act/consent';
import { weighStatement } from '@entente/crypto/act/fold';
import type { Register } from '@entente/crypto/act/register';
import { toHex } from '@entente/crypto/bytes';
import type { Tx } from '../../../platform/database/database.ts';
import { recordEvent } from '../../audit/index.ts';
import type { Acting } from '../../membership/index.ts';
import { findOtherConsents, insertConsent, insertProposal } from '../store/proposals.ts';

/**
 * Enters what is known of an act on its way: the statement, weighed against the register, and the consents, each verified.
 * Throws the Refusal of a statement that no consents could make an act here, and of a consent that is not the member's. A
 * member that has consented to another act under the number is found out: both consents stay, and it is on record.
 */
export async function enterProposal(
  tx: Tx,
  { clock, by }: Acting,
  before: Register,
  act: Act,
  from: string,
): Promise<string> {
  const { statement, consents } = act;
  const { electors } = weighStatement(before, statement);
  const hash = toHex(hashStatement(statement));
  const at = clock.now();
  const { number, kind, subject } = statement;
  const about = { kind: 'act', ref: hash };
  for (const consent of consents) verifyConsent(statement, consent, electors);
  const { id } = await recordEvent(tx, {
    ...by,
    at,
    event: 'decisions.act-heard-of',
    outcome: 'done',
    subject: about,
    facts: { number, kind, about: subject, from, consents: consents.map(({ member }) => member).join(' ') },
  });
  await insertProposal(tx, { hash, statement, proposedBy: from, knownAt: at }, id);
  for (const consent of consents) {
    if (!(await insertConsent(tx, hash, consent, at))) continue;
    const others = await findOtherConsents(tx, number, hash, consent.member);
    if (others.length === 0) continue;
    await recordEvent(tx, {
      ...by,
      at,
      event: 'decisions.equivocation-found',
      outcome: 'done',
      subject: about,
      facts: { number, member: consent.member, others: others.join(' ') },
    });
  }
  return hash;
}
