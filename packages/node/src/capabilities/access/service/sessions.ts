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
import { attribution, isSeenAgain, sessionEnd, sessionExpiry } from '../rules.ts';
import { readLiveSessionIds } from '../store/live-sessions.ts';
import * as store from '../store.ts';
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
export async function startSession(tx: Tx, officerId: string, limits: Limits, now: Date): Promise<StartedSession> {
  const token = newToken();
  const session = {
    id: randomUUID(),
    officerId,
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
  return new Set(await readLiveSessionIds(db, now, idleSince));
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
