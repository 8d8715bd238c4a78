import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { recordEvent } from '../../audit/index.ts';
import type { Limits } from '../../membership/index.ts';
import type { Founding, StoredOfficer } from '../model.ts';
import type { Passwords } from '../passwords/passwords.ts';
import { TooManyWaiting } from '../passwords/turns.ts';
import { PROBLEMS } from '../problems.ts';
import { decideSignIn, isLocked, isSignInName, type SignInRefusal } from '../rules.ts';
import * as store from '../store.ts';
import { type StartedSession, startSession } from './sessions.ts';

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
  const known = isSignInName(name) ? await store.findOfficerByName(db, name) : undefined;
  const matches = await verify(parts.passwords, attempt.password, known?.passwordHash ?? null);
  const started = await db.transaction().execute(async (tx) => {
    const now = clock.now();
    // Read again under its lock: guesses made at the same moment are counted one after the other.
    const officer = known && (await store.lockOfficerRow(tx, known.id));
    if (!officer) return await recordRefusal(tx, parts, attempt, { why: 'unknown-name' });
    const unchanged = officer.passwordHash === known.passwordHash;
    const outcome = decideSignIn(officer, matches && unchanged, limits.lockOut, now);
    await store.updateAttempts(tx, officer.id, outcome);
    if (!outcome.admitted) return await recordRefusal(tx, parts, attempt, { ...outcome, officer });
    return await admit(tx, parts, officer, 'password', attempt.address);
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
    const officer = founding.demonstration ? await store.lockOfficerRow(tx, officerId) : undefined;
    if (!officer || isLocked(officer, clock.now())) return undefined;
    return await admit(tx, parts, officer, 'one-click', address);
  });
  if (!started) throw new Problem(PROBLEMS['no-one-click-sign-in']);
  return started;
}

async function verify(passwords: Passwords, password: string, hash: string | null): Promise<boolean> {
  try {
    return await passwords.verify(password, hash);
  } catch (error) {
    if (!(error instanceof TooManyWaiting)) throw error;
    throw new Problem(PROBLEMS['sign-in-busy'], { headers: { 'retry-after': '2' }, cause: error });
  }
}

async function admit(
  tx: Tx,
  { clock, limits }: SignInParts,
  officer: StoredOfficer,
  method: 'password' | 'one-click',
  address: string,
): Promise<StartedSession> {
  const now = clock.now();
  const started = await startSession(tx, officer.id, limits, now);
  await recordEvent(tx, {
    at: now,
    actor: { kind: 'officer', id: officer.id, authority: officer.authority.id },
    event: 'access.signed-in',
    outcome: 'done',
    subject: { kind: 'session', ref: started.session.id },
    facts: { method },
    parts: [{ name: 'address', text: address }],
  });
  return started;
}

/** What was typed is a personal part: it may be a mistyped name, or a password in the wrong field. */
async function recordRefusal(
  tx: Tx,
  { clock, founding }: SignInParts,
  attempt: Attempt,
  refusal: { why: SignInRefusal; officer?: StoredOfficer; failures?: number },
): Promise<undefined> {
  await recordEvent(tx, {
    at: clock.now(),
    actor: { kind: 'node', id: founding.state },
    event: 'access.sign-in-refused',
    outcome: 'refused',
    ...(refusal.officer && { subject: { kind: 'officer', ref: refusal.officer.id } }),
    facts: { why: refusal.why, ...(refusal.failures !== undefined && { failures: refusal.failures }) },
    parts: [
      { name: 'address', text: attempt.address },
      ...(refusal.officer ? [] : [{ name: 'typed-name', text: attempt.name }]),
    ],
  });
  return undefined;
}
