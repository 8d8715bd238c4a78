import type { SignInMethod } from '@entente/contracts/access';
import type { Clock } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { recordEvent } from '../../audit/index.ts';
import type { Limits } from '../../membership/index.ts';
import type { Founding, StoredOfficer } from '../model.ts';
import type { PasskeyRefusal } from '../rules/passkeys.ts';
import type { SignInRefusal } from '../rules/sign-in.ts';
import { type StartedSession, startSession } from './sessions.ts';

export interface AdmissionParts {
  clock: Clock;
  limits: Limits;
  founding: Founding;
}

/** How an officer came in, and from which address, which is a personal part of the record. */
interface Entrance {
  method: SignInMethod;
  passkey?: string;
  address: string;
}

/** Starts a session for an officer who has shown who he is, and records it. */
export async function admit(
  tx: Tx,
  { clock, limits }: AdmissionParts,
  officer: StoredOfficer,
  { method, passkey, address }: Entrance,
): Promise<StartedSession> {
  const now = clock.now();
  const started = await startSession(tx, { officerId: officer.id, method, passkey: passkey ?? null }, limits, now);
  await recordEvent(tx, {
    at: now,
    actor: { kind: 'officer', id: officer.id, authority: officer.authority.id },
    event: 'access.signed-in',
    outcome: 'done',
    subject: { kind: 'session', ref: started.session.id },
    facts: { method, ...(passkey !== undefined && { passkey }) },
    parts: [{ name: 'address', text: address }],
  });
  return started;
}

/** A sign-in that was refused: by whom and why, as far as it is known. */
interface RefusedSignIn {
  why: SignInRefusal | PasskeyRefusal;
  officerId?: string | undefined;
  address: string;
  /** What was typed as a name that nobody has. */
  typedName?: string;
  facts?: Record<string, string | number>;
}

/** Records a refused sign-in; its answer is the absence of a session. */
export async function recordRefusal(
  tx: Tx,
  { clock, founding }: AdmissionParts,
  { why, officerId, address, typedName, facts }: RefusedSignIn,
): Promise<undefined> {
  await recordEvent(tx, {
    at: clock.now(),
    actor: { kind: 'node', id: founding.state },
    event: 'access.sign-in-refused',
    outcome: 'refused',
    ...(officerId !== undefined && { subject: { kind: 'officer', ref: officerId } }),
    facts: { why, ...facts },
    parts: [
      { name: 'address', text: address },
      ...(typedName === undefined ? [] : [{ name: 'typed-name', text: typedName }]),
    ],
  });
  return undefined;
}
