import type { Limits } from '../../membership/index.ts';
import type { StoredOfficer } from '../model.ts';

const MINUTE = 60_000;

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

/** Sign-in names are chosen by the authority: small letters, digits, dots and hyphens. */
export function isSignInName(name: string): boolean {
  return /^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name) && name.length <= 60;
}
