import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Limits } from '../../membership/index.ts';
import type { Founding } from '../model.ts';
import type { Passwords } from '../passwords/passwords.ts';
import { PROBLEMS } from '../problems.ts';
import { decideSignIn, isLocked, isSignInName, type SignInRefusal } from '../rules/sign-in.ts';
import { findOfficerByName, lockOfficerRow, updateAttempts } from '../store/officers.ts';
import { admit, recordRefusal } from './admission.ts';
import { whenFree } from './password-work.ts';
import type { StartedSession } from './sessions.ts';

export interface SignInParts {
  db: Database;
  clock: Clock;
  passwords: Passwords;
  limits: Limits;
  founding: Founding;
}

/** An attempt to sign in. `address` is where it came from, kept as a personal part of its record. */
export interface Attempt {
  name: string;
  password: string;
  address: string;
}

/**
 * Signs an officer in by password. An unknown name, an officer who is locked and a wrong password take the
 * same work and get the same answer; the record says which it was.
 */
export async function signIn(parts: SignInParts, attempt: Attempt): Promise<StartedSession> {
  const { db, clock, limits } = parts;
  const name = attempt.name.trim().toLowerCase();
  const known = isSignInName(name) ? await findOfficerByName(db, name) : undefined;
  const matches = await whenFree(() => parts.passwords.verify(attempt.password, known?.passwordHash ?? null));
  const started = await db.transaction().execute(async (tx) => {
    const now = clock.now();
    // Read again under its lock: guesses made at the same moment are counted one after the other.
    const officer = known && (await lockOfficerRow(tx, known.id));
    if (!officer) return await refuse(tx, parts, attempt, 'unknown-name');
    const unchanged = officer.passwordHash === known.passwordHash;
    const outcome = decideSignIn(officer, matches && unchanged, limits.lockOut, now);
    await updateAttempts(tx, officer.id, outcome);
    if (!outcome.admitted) {
      const { why, failures } = outcome;
      return await recordRefusal(tx, parts, {
        why,
        officerId: officer.id,
        address: attempt.address,
        facts: { failures },
      });
    }
    return await admit(tx, parts, officer, { method: 'password', address: attempt.address });
  });
  if (!started) throw new Problem(PROBLEMS['sign-in-refused']);
  return started;
}

/** Signs an invented officer of a demonstration in at one click. Whether the request may is for the caller to check. */
export async function signInAtOneClick(
  parts: SignInParts,
  officerId: string,
  address: string,
): Promise<StartedSession> {
  const { db, clock, founding } = parts;
  const started = await db.transaction().execute(async (tx) => {
    const officer = founding.demonstration ? await lockOfficerRow(tx, officerId) : undefined;
    if (!officer || isLocked(officer, clock.now())) return undefined;
    return await admit(tx, parts, officer, { method: 'one-click', address });
  });
  if (!started) throw new Problem(PROBLEMS['no-one-click-sign-in']);
  return started;
}

/** What was typed is a personal part: it may be a mistyped name, or a password in the wrong field. */
async function refuse(tx: Tx, parts: SignInParts, { name, address }: Attempt, why: SignInRefusal): Promise<undefined> {
  return await recordRefusal(tx, parts, { why, address, typedName: name });
}
