import { randomUUID } from 'node:crypto';
import type { SessionSummary } from '@entente/contracts/access';
import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { recordEvent } from '../../audit/index.ts';
import type { Limits } from '../../membership/index.ts';
import type { Policies } from '../cedar/policies.ts';
import type { Asking, Session } from '../model.ts';
import { askAboutSession } from '../policy.ts';
import { PROBLEMS } from '../problems.ts';
import { attribution } from '../rules/attribution.ts';
import { isSeenAgain, sessionEnd, sessionExpiry } from '../rules/sessions.ts';
import { lockOfficerRow } from '../store/officers.ts';
import * as store from '../store/sessions.ts';
import { hashToken, newToken } from './session-tokens.ts';

const DAY = 86_400_000;

export interface SessionParts {
  db: Database;
  clock: Clock;
  policies: Policies;
  limits: Limits;
}

/** A session as it begins; the token goes to the browser and nowhere else. */
export interface StartedSession {
  token: string;
  session: Session;
}

/** Starts a session in the transaction that admits the officer, and clears away those that ended long ago. */
export async function startSession(
  tx: Tx,
  begun: Pick<Session, 'officerId' | 'method' | 'passkey'>,
  limits: Limits,
  now: Date,
): Promise<StartedSession> {
  const token = newToken();
  const session = {
    id: randomUUID(),
    ...begun,
    startedAt: now,
    lastSeenAt: now,
    endsAt: sessionEnd(now, limits.session),
  };
  await store.insertSession(tx, session, hashToken(token));
  await store.deleteSessionsEndedBefore(tx, new Date(now.getTime() - limits.session.keepDays * DAY));
  return { token, session };
}

/** The session a token opens, while it is neither revoked nor expired. Read anew for each request. */
export async function findLiveSession(
  { db, clock, limits }: Pick<SessionParts, 'db' | 'clock' | 'limits'>,
  token: string,
): Promise<store.OpenSession | undefined> {
  const open = await store.findSessionByToken(db, hashToken(token));
  return open && clock.now() < sessionExpiry(open.session, limits.session) ? open : undefined;
}

/** Notes that the officer is at work, which keeps the session from idling out. */
export async function noteSeen({ db, clock }: Pick<SessionParts, 'db' | 'clock'>, session: Session): Promise<void> {
  if (isSeenAgain(session, clock.now())) await store.updateLastSeen(db, session.id, clock.now());
}

/**
 * The sessions that go on at this moment, whoever's they are: what a room keeps for the length of a session
 * may go once the session is not among them.
 */
export async function liveSessionIds(db: Database | Tx, limits: Limits, now: Date): Promise<Set<string>> {
  const idleSince = new Date(now.getTime() - limits.session.idleMinutes * 60_000);
  return new Set(await store.readLiveSessionIds(db, now, idleSince));
}

/** The sessions this officer may see, newest first. */
export async function listSessions(
  { db, clock, policies, limits }: SessionParts,
  asking: Asking,
  currentId: string,
): Promise<SessionSummary[]> {
  const now = clock.now();
  const idleSince = new Date(now.getTime() - limits.session.idleMinutes * 60_000);
  const live = await store.listLiveSessions(db, now, idleSince);
  return live
    .filter(({ session }) => policies.decide(askAboutSession(asking.officer, asking.action, session)).allowed)
    .map(({ session, officer }) => ({
      id: session.id,
      officer: { id: officer.id, displayName: officer.displayName },
      method: session.method,
      startedAt: session.startedAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      expiresAt: sessionExpiry(session, limits.session).toISOString(),
      current: session.id === currentId,
    }));
}

/** Ends a session at once. One that is not there and one of another officer answer alike. */
export async function revokeSession({ db, clock, policies }: SessionParts, asking: Asking, id: string): Promise<void> {
  const now = clock.now();
  const ended = await db.transaction().execute(async (tx) => {
    const open = await store.findSession(tx, id);
    const allowed = open && policies.decide(askAboutSession(asking.officer, asking.action, open.session)).allowed;
    const entry = { at: now, ...attribution(asking), subject: { kind: 'session', ref: id } };
    if (open && !allowed) {
      await recordEvent(tx, {
        ...entry,
        event: 'access.refused',
        outcome: 'refused',
        facts: { action: asking.action, code: 'not-permitted' },
      });
    }
    if (!open || !allowed || !(await store.revokeSession(tx, id, 'revoked', now))) return false;
    await recordEvent(tx, {
      ...entry,
      event: 'access.session-revoked',
      outcome: 'done',
      facts: { officer: open.officer.id },
    });
    return true;
  });
  if (!ended) throw new Problem(PROBLEMS['unknown-session']);
}

/**
 * Ends an officer's sessions at once, but the one that asks where they are his own. Returns how many there were.
 * Throws where there is no such officer.
 */
export async function endSessions(
  { db, clock }: Pick<SessionParts, 'db' | 'clock'>,
  asking: Asking,
  officerId: string,
): Promise<number> {
  const now = clock.now();
  return await db.transaction().execute(async (tx) => {
    if (!(await lockOfficerRow(tx, officerId))) throw new Problem(PROBLEMS['unknown-officer']);
    const which = { officerId, ...(officerId === asking.officer.id && { except: asking.sessionId }) };
    const sessionsEnded = await store.revokeSessionsOf(tx, which, 'revoked', now);
    if (sessionsEnded === 0) return 0;
    await recordEvent(tx, {
      at: now,
      ...attribution(asking),
      event: 'access.sessions-ended',
      outcome: 'done',
      subject: { kind: 'officer', ref: officerId },
      facts: { sessionsEnded },
    });
    return sessionsEnded;
  });
}

/** Throws unless the session that asks is open still: what an ended one began shall not come to be. */
export async function requireOpenSession(tx: Tx, asking: Asking): Promise<Session> {
  const open = await store.findSession(tx, asking.sessionId);
  if (!open) throw new Problem(PROBLEMS['signed-out']);
  return open.session;
}

/** Ends the officer's own session. */
export async function signOut(
  { db, clock }: Pick<SessionParts, 'db' | 'clock'>,
  { session, officer }: store.OpenSession,
): Promise<void> {
  const now = clock.now();
  await db.transaction().execute(async (tx) => {
    if (!(await store.revokeSession(tx, session.id, 'signed-out', now))) return;
    await recordEvent(tx, {
      at: now,
      actor: { kind: 'officer', id: officer.id, authority: officer.authority.id },
      event: 'access.signed-out',
      outcome: 'done',
      subject: { kind: 'session', ref: session.id },
    });
  });
}
