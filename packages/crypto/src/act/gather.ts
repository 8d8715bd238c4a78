import { serialiseCanonical } from '../canonical.ts';
import { Refusal } from '../refusal.ts';
import { equalBytes } from '../sha256.ts';
import { type Act, type Consent, hashStatement } from './act.ts';

/**
 * One act out of several that hold the same statement and were consented to apart. Of a member that consented twice, on two
 * machines perhaps, the earlier consent stays, whatever the order of the acts.
 */
export function gatherConsents(acts: readonly Act[]): Act {
  const [first, ...others] = acts;
  if (!first) throw new Refusal('malformed-act', 'no act to gather consents for');
  const hash = hashStatement(first.statement);
  if (others.some(({ statement }) => !equalBytes(hashStatement(statement), hash))) {
    throw new Refusal('other-content', 'the consents are to different statements');
  }
  const byMember = new Map<string, Consent>();
  for (const consent of acts.flatMap(({ consents }) => consents).sort(inOrder)) {
    if (!byMember.has(consent.member)) byMember.set(consent.member, consent);
  }
  return { statement: first.statement, consents: [...byMember.values()] };
}

function inOrder(left: Consent, right: Consent): number {
  const [one, two] = [orderOf(left), orderOf(right)];
  return one < two ? -1 : one > two ? 1 : 0;
}

function orderOf({ member, at, ...rest }: Consent): string {
  return `${member} ${at} ${serialiseCanonical(rest)}`;
}
