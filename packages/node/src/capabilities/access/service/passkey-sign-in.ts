import { randomBytes } from 'node:crypto';
import type { PasskeyRequestOptions, PasskeySignIn } from '@entente/contracts/access/passkeys';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Passkey } from '../model.ts';
import { askForSignature, decode, namesOfficer, type RelyingParty, verifySignature } from '../passkeys/ceremony.ts';
import { PROBLEMS } from '../problems.ts';
import { challengeEnd, isCounterBehind, type PasskeyRefusal } from '../rules/passkeys.ts';
import { isLocked } from '../rules/sign-in.ts';
import { putChallenge, takeChallenge } from '../store/challenges.ts';
import { lockOfficerRow } from '../store/officers.ts';
import { findPasskeyByCredential, lockPasskeyRow, notePasskeyUsed } from '../store/passkeys.ts';
import { type AdmissionParts, admit, recordRefusal } from './admission.ts';
import { hashToken } from './session-tokens.ts';
import type { StartedSession } from './sessions.ts';

export interface PasskeySignInParts extends AdmissionParts {
  db: Database;
  party: RelyingParty;
}

/** What a browser sent back: its own token, the signature, and where it came from. */
export interface PasskeyAttempt {
  browser: string | undefined;
  signed: PasskeySignIn;
  address: string;
}

/** Asks a browser in which nobody need be known for a signature by any passkey of this node. */
export async function beginPasskeySignIn(
  { db, clock, party }: PasskeySignInParts,
  browser: string,
): Promise<PasskeyRequestOptions> {
  const now = clock.now();
  const challenge = randomBytes(32);
  const asked = { browser: hashToken(browser), ceremony: 'sign-in', challenge, endsAt: challengeEnd(now) } as const;
  await putChallenge(db, asked, now);
  return await askForSignature(party, challenge);
}

/** Signs an officer in by passkey. Whatever is wrong gets the same answer; the record says what it was. */
export async function signInByPasskey(parts: PasskeySignInParts, attempt: PasskeyAttempt): Promise<StartedSession> {
  const { db, clock } = parts;
  const { browser, signed } = attempt;
  const challenge = browser && (await takeChallenge(db, hashToken(browser), 'sign-in', clock.now()));
  const known = await findPasskeyByCredential(db, decode(signed.id));
  const proven = challenge && known ? await verifySignature(parts.party, challenge, known, signed) : undefined;
  const started = await db.transaction().execute(async (tx) => {
    if (!challenge) return await refuse(tx, parts, attempt, 'no-challenge', known);
    if (!known) return await refuse(tx, parts, attempt, 'unknown-passkey');
    if (!proven) return await refuse(tx, parts, attempt, 'not-verified', known);
    if (!namesOfficer(signed.userHandle, known.officerId)) {
      return await refuse(tx, parts, attempt, 'wrong-officer', known);
    }
    // Officer before passkey, as everywhere; both read again under their locks.
    const officer = await lockOfficerRow(tx, known.officerId);
    const passkey = await lockPasskeyRow(tx, known.id);
    if (!officer || !passkey) return await refuse(tx, parts, attempt, 'unknown-passkey');
    if (isLocked(officer, clock.now())) return await refuse(tx, parts, attempt, 'locked', known);
    if (isCounterBehind(passkey.counter, proven.counter)) {
      return await refuse(tx, parts, attempt, 'counter-behind', known);
    }
    await notePasskeyUsed(tx, passkey.id, proven.counter, clock.now());
    return await admit(tx, parts, officer, { method: 'passkey', passkey: passkey.id, address: attempt.address });
  });
  if (!started) throw new Problem(PROBLEMS['passkey-refused']);
  return started;
}

/** Whose passkey it is said to be is on record only where it is one of this node's. */
async function refuse(
  tx: Tx,
  parts: PasskeySignInParts,
  { address }: PasskeyAttempt,
  why: PasskeyRefusal,
  known?: Passkey,
): Promise<undefined> {
  const facts = { method: 'passkey', ...(known && { passkey: known.id }) };
  return await recordRefusal(tx, parts, { why, officerId: known?.officerId, address, facts });
}
