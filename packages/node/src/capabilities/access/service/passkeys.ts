import { randomBytes, randomUUID } from 'node:crypto';
import type { PasskeyCreationOptions, PasskeyRegistration, PasskeyView } from '@entente/contracts/access/passkeys';
import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { Problem, type ProblemKind } from '../../../platform/problem.ts';
import { recordEvent } from '../../audit/index.ts';
import type { Asking, Passkey } from '../model.ts';
import { askForPasskey, type RelyingParty, verifyPasskey } from '../passkeys/ceremony.ts';
import { PROBLEMS } from '../problems.ts';
import { attribution } from '../rules/attribution.ts';
import { challengeEnd, isFresh, MOST_PASSKEYS } from '../rules/passkeys.ts';
import { putChallenge, takeChallenge } from '../store/challenges.ts';
import { lockOfficerRow } from '../store/officers.ts';
import { deletePasskey, insertPasskey, listPasskeys, lockPasskeyRow, relabelPasskey } from '../store/passkeys.ts';
import { findSession, revokeSessionsOf } from '../store/sessions.ts';
import { hashToken } from './session-tokens.ts';
import { requireOpenSession } from './sessions.ts';

export interface PasskeyParts {
  db: Database;
  clock: Clock;
  party: RelyingParty;
}

/** The passkeys of the officer who asks, the oldest first. */
export async function listOwnPasskeys({ db }: Pick<PasskeyParts, 'db'>, asking: Asking): Promise<PasskeyView[]> {
  return (await listPasskeys(db, asking.officer.id)).map(viewPasskey);
}

/** Asks for a new passkey of the officer who asks; refused unless he signed in within the last ten minutes. */
export async function beginPasskey(
  { db, clock, party }: PasskeyParts,
  asking: Asking,
  sessionToken: string,
): Promise<PasskeyCreationOptions> {
  const now = clock.now();
  await requireFreshSession(db, asking, now);
  const had = await listPasskeys(db, asking.officer.id);
  if (had.length >= MOST_PASSKEYS) throw new Problem(PROBLEMS['too-many-passkeys']);
  const challenge = randomBytes(32);
  const browser = hashToken(sessionToken);
  await putChallenge(db, { browser, ceremony: 'registration', challenge, endsAt: challengeEnd(now) }, now);
  const ids = had.map(({ credentialId }) => credentialId);
  return await askForPasskey(party, asking.officer, challenge, ids);
}

/** Enters the passkey that an authenticator made for a challenge of this session. */
export async function registerPasskey(
  { db, clock, party }: PasskeyParts,
  asking: Asking,
  form: PasskeyRegistration,
  from: { sessionToken: string; address: string },
): Promise<PasskeyView> {
  const now = clock.now();
  const challenge = await takeChallenge(db, hashToken(from.sessionToken), 'registration', now);
  if (!challenge) throw new Problem(PROBLEMS['challenge-ended']);
  const made = await verifyPasskey(party, challenge, form.credential);
  const outcome = await db.transaction().execute(async (tx): Promise<Passkey | ProblemKind> => {
    if (!made) return await refuse(tx, clock, asking, 'passkey-not-made');
    // Under the officer's lock: he is not given an eleventh, nor any by a session that was just ended.
    await lockOfficerRow(tx, asking.officer.id);
    await requireOpenSession(tx, asking);
    if ((await listPasskeys(tx, asking.officer.id)).length >= MOST_PASSKEYS) return PROBLEMS['too-many-passkeys'];
    const label = form.label.trim();
    const passkey = {
      ...made,
      id: randomUUID(),
      officerId: asking.officer.id,
      label,
      enteredAt: now,
      lastUsedAt: null,
    };
    if (!(await insertPasskey(tx, passkey))) return await refuse(tx, clock, asking, 'passkey-known');
    await recordEvent(tx, {
      at: now,
      ...attribution(asking),
      event: 'access.passkey-registered',
      outcome: 'done',
      subject: { kind: 'passkey', ref: passkey.id },
      facts: { synced: passkey.synced },
      parts: [
        { name: 'label', text: label },
        { name: 'address', text: from.address },
      ],
    });
    return passkey;
  });
  if ('code' in outcome) throw new Problem(outcome);
  return viewPasskey(outcome);
}

/** Gives a passkey of one's own another label. */
export async function labelPasskey(
  { db, clock }: Pick<PasskeyParts, 'db' | 'clock'>,
  asking: Asking,
  id: string,
  label: string,
): Promise<PasskeyView> {
  return await db.transaction().execute(async (tx) => {
    const passkey = await requireOwn(tx, asking, id);
    await relabelPasskey(tx, id, label.trim());
    await recordEvent(tx, {
      at: clock.now(),
      ...attribution(asking),
      event: 'access.passkey-labelled',
      outcome: 'done',
      subject: { kind: 'passkey', ref: id },
      parts: [{ name: 'label', text: label.trim() }],
    });
    return viewPasskey({ ...passkey, label: label.trim() });
  });
}

/** Removes a passkey of one's own, and ends at once what was begun with it, but the session that asks. */
export async function removePasskey(
  { db, clock }: Pick<PasskeyParts, 'db' | 'clock'>,
  asking: Asking,
  id: string,
): Promise<void> {
  const now = clock.now();
  await db.transaction().execute(async (tx) => {
    const { officerId } = await requireOwn(tx, asking, id);
    const begunWithIt = { officerId, passkey: id, except: asking.sessionId };
    const sessionsEnded = await revokeSessionsOf(tx, begunWithIt, 'passkey-removed', now);
    await deletePasskey(tx, id);
    await recordEvent(tx, {
      at: now,
      ...attribution(asking),
      event: 'access.passkey-removed',
      outcome: 'done',
      subject: { kind: 'passkey', ref: id },
      facts: { sessionsEnded },
    });
  });
}

/** Throws unless the session that asks began within the last ten minutes. */
export async function requireFreshSession(db: Database | Tx, asking: Asking, now: Date): Promise<void> {
  const open = await findSession(db, asking.sessionId);
  if (!open || !isFresh(open.session, now)) throw new Problem(PROBLEMS['stale-sign-in']);
}

/** The officer's passkey, its row locked; another's and none answer alike. */
async function requireOwn(tx: Tx, asking: Asking, id: string): Promise<Passkey> {
  await lockOfficerRow(tx, asking.officer.id);
  const passkey = await lockPasskeyRow(tx, id);
  if (passkey?.officerId !== asking.officer.id) throw new Problem(PROBLEMS['unknown-passkey']);
  return passkey;
}

async function refuse(
  tx: Tx,
  clock: Clock,
  asking: Asking,
  code: 'passkey-not-made' | 'passkey-known',
): Promise<ProblemKind> {
  await recordEvent(tx, {
    at: clock.now(),
    ...attribution(asking),
    event: 'access.refused',
    outcome: 'refused',
    facts: { action: asking.action, code },
  });
  return PROBLEMS[code];
}

function viewPasskey({ id, label, synced, enteredAt, lastUsedAt }: Passkey): PasskeyView {
  return {
    id,
    label,
    synced,
    enteredAt: enteredAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
