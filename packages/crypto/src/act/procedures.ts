import { Refusal } from '../refusal.ts';
import type { Act, ActKind, ActProcedure, Statement } from './act.ts';
import { verifyConsent } from './consent.ts';
import { activeMembers, type Register } from './register.ts';

/** By which procedures each kind may be adopted. */
const OPEN_TO: Record<ActKind, readonly ActProcedure[]> = {
  founding: ['consensus'],
  accession: ['consensus'],
  suspension: ['consensus-without-the-member'],
  reinstatement: ['consensus-without-the-member'],
  // A member that is gone for a month must not keep another from renewing a key that was stolen.
  node: ['majority-with-the-member', 'consensus'],
  treaty: ['consensus'],
};

/** The procedures open to a kind of act, the one it is usually adopted by first. */
export function proceduresOf(kind: ActKind): readonly ActProcedure[] {
  return OPEN_TO[kind];
}

export function checkProcedure({ kind, procedure }: Statement): void {
  if (!OPEN_TO[kind].includes(procedure)) {
    throw new Refusal('unlawful-act', `an act of the kind ${kind} is not adopted by ${procedure}`);
  }
}

/**
 * Refuses an act that lacks consents its procedure asks for, or carries one that does not verify. `before` is the
 * register at the act before; for the founding act, the register as that act itself describes it.
 */
export function verifyProcedure({ statement, consents }: Act, before: Register, concerned: string | null): void {
  const given = new Set<string>();
  for (const consent of consents) {
    if (given.has(consent.member)) throw new Refusal('bad-consent', `${consent.member} consents twice`);
    given.add(consent.member);
    verifyConsent(statement, consent, before);
  }
  const missing = missingConsents(statement, [...given], before, concerned);
  if (missing.length > 0) throw new Refusal('missing-consent', `without the consent of ${missing.join(', ')}`);
}

/**
 * Members whose consent an act still needs. Of a majority nobody in particular is missing: all who have not
 * consented are named, until enough have.
 */
export function missingConsents(
  statement: Statement,
  given: string[],
  before: Register,
  concerned: string | null,
): string[] {
  const members = activeMembers(before, statement.effectiveAt);
  const absent = (asked: string[]) => asked.filter((state) => !given.includes(state));
  switch (statement.procedure) {
    case 'consensus':
      return absent(members);
    case 'consensus-without-the-member':
      return absent(members.filter((state) => state !== concerned));
    case 'majority-with-the-member': {
      // While it is suspended nobody speaks for it, so that its keys are the affair of all the others.
      if (concerned !== null && !members.includes(concerned)) return absent(members);
      const counted = members.filter((state) => given.includes(state)).length;
      if (counted * 2 <= members.length) return absent(members);
      return concerned === null ? [] : absent([concerned]);
    }
  }
}
