import type { Attribution } from '../audit/index.ts';
import type { Limits } from '../membership/index.ts';
import type { Asking, Session, StoredOfficer } from './model.ts';

const MINUTE = 60_000;

/** Who, why and on which basis, ready to spread into an audit entry. */
export function attribution(asking: Asking): Attribution {
  return {
    actor: { kind: 'officer', id: asking.officer.id, authority: asking.officer.authority.id },
    ...(asking.purpose !== undefined && { purpose: asking.purpose }),
    ...(asking.legalBasis !== undefined && { legalBasis: asking.legalBasis }),
    ...(asking.caseReference !== undefined && { case: asking.caseReference }),
  };
}

/**
 * The same for a command run on the node's machine, where nobody has signed in.
 * `command` says which one, e.g. `lists import`; it is the actor's id, since the operator has no other.
 */
export function operatorAttribution(command: string): Attribution {
  return { actor: { kind: 'operator', id: command } };
}

/** Why a sign-in by password was refused; told to the log, never to the person. */
export type SignInRefusal = 'unknown-name' | 'no-password' | 'locked' | 'wrong-password';

/** What an attempt leads to, and what the officer's record holds after it. */
export type SignInOutcome =
  | { admitted: true; failures: 0; lockedUntil: null }
  | { admitted: false; why: SignInRefusal; failures: number; lockedUntil: Date | null };

/**
 * Decides an attempt. While locked nothing is admitted and nothing counted, so that a stranger cannot
 * keep an officer out for longer than the profile's longest lock after his last guess.
 */
export function decideSignIn(
  officer: Pick<StoredOfficer, 'passwordHash' | 'failures' | 'lockedUntil'>,
  passwordMatches: boolean,
  lockOut: Limits['lockOut'],
  now: Date,
): SignInOutcome {
  const { failures, lockedUntil } = officer;
  if (isLocked(officer, now)) return { admitted: false, why: 'locked', failures, lockedUntil };
  if (officer.passwordHash === null) return { admitted: false, why: 'no-password', failures, lockedUntil };
  if (passwordMatches) return { admitted: true, failures: 0, lockedUntil: null };
  const counted = failures + 1;
  return { admitted: false, why: 'wrong-password', failures: counted, lockedUntil: lockAfter(counted, lockOut, now) };
}

export function isLocked(officer: Pick<StoredOfficer, 'lockedUntil'>, now: Date): boolean {
  return officer.lockedUntil !== null && now < officer.lockedUntil;
}

/** The far end of time, by which a lock says that only a person lifts it; PostgreSQL's `infinity` has no Date. */
export const UNTIL_UNLOCKED = new Date('9999-12-31T00:00:00Z');

export function isLockedByHand({ lockedUntil }: Pick<StoredOfficer, 'lockedUntil'>): boolean {
  return lockedUntil?.getTime() === UNTIL_UNLOCKED.getTime();
}

/** The first lock comes with the failure number `afterFailures`; each further failure doubles it. */
function lockAfter(failures: number, lockOut: Limits['lockOut'], now: Date): Date | null {
  const beyond = failures - lockOut.afterFailures;
  if (beyond < 0) return null;
  const minutes = Math.min(lockOut.longestMinutes, lockOut.firstMinutes * 2 ** beyond);
  return new Date(now.getTime() + minutes * MINUTE);
}

/** When a session ends if the officer does nothing more. */
export function sessionExpiry(
  session: Pick<Session, 'lastSeenAt' | 'endsAt'>,
  limits: Pick<Limits['session'], 'idleMinutes'>,
): Date {
  return new Date(Math.min(session.endsAt.getTime(), session.lastSeenAt.getTime() + limits.idleMinutes * MINUTE));
}

/** When a session that starts now ends whatever the officer does. */
export function sessionEnd(start: Date, limits: Pick<Limits['session'], 'absoluteMinutes'>): Date {
  return new Date(start.getTime() + limits.absoluteMinutes * MINUTE);
}

/** Being seen is written once a minute at most: a check at the desk shall not cost a write for it. */
export function isSeenAgain(session: Pick<Session, 'lastSeenAt'>, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= MINUTE;
}

/** What a case reference may look like once decoded: one line of at most 200 characters that reads as it is stored. */
export function isCaseReference(text: string): boolean {
  return text.length <= 200 && /\S/.test(text) && !/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u.test(text);
}

/** Sign-in names are chosen by the authority: small letters, digits, dots and hyphens. */
export function isSignInName(name: string): boolean {
  return /^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name) && name.length <= 60;
}
