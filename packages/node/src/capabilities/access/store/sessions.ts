import type { Database, Tx } from '../../../platform/database/database.ts';
import type { Session, StoredOfficer } from '../model.ts';
import { officers, readOfficerRow } from './officers.ts';
import { type RevokedBecause, tablesOf } from './tables.ts';

export async function insertSession(tx: Tx, session: Session, tokenHash: Buffer): Promise<void> {
  await tablesOf(tx)
    .insertInto('access.session')
    .values({
      id: session.id,
      officer: session.officerId,
      token_hash: tokenHash,
      method: session.method,
      passkey: session.passkey,
      started_at: session.startedAt,
      last_seen_at: session.lastSeenAt,
      ends_at: session.endsAt,
      revoked_at: null,
      revoked_because: null,
    })
    .execute();
}

/** A session that has not been revoked, with its officer. Whether it has expired is for the rules to say. */
export interface OpenSession {
  session: Session;
  officer: StoredOfficer;
}

const openSessions = (db: Database | Tx) =>
  officers(db)
    .innerJoin('access.session as session', 'session.officer', 'officer.id')
    .where('session.revoked_at', 'is', null)
    .select([
      'session.id as session_id',
      'session.method',
      'session.passkey',
      'session.started_at',
      'session.last_seen_at',
      'session.ends_at',
    ]);

type SessionRow = Awaited<ReturnType<ReturnType<typeof openSessions>['executeTakeFirstOrThrow']>>;

function readSessionRow(db: Database | Tx, row: SessionRow): OpenSession {
  return {
    session: {
      id: row.session_id,
      officerId: row.id,
      method: row.method,
      passkey: row.passkey,
      startedAt: row.started_at,
      lastSeenAt: row.last_seen_at,
      endsAt: row.ends_at,
    },
    officer: readOfficerRow(db, row),
  };
}

export async function findSessionByToken(db: Database | Tx, tokenHash: Buffer): Promise<OpenSession | undefined> {
  const row = await openSessions(db).where('session.token_hash', '=', tokenHash).executeTakeFirst();
  return row && readSessionRow(db, row);
}

export async function findSession(db: Database | Tx, id: string): Promise<OpenSession | undefined> {
  const row = await openSessions(db).where('session.id', '=', id).executeTakeFirst();
  return row && readSessionRow(db, row);
}

/** Sessions that neither ended nor lay idle since `idleSince`, newest first. */
export async function listLiveSessions(db: Database | Tx, now: Date, idleSince: Date): Promise<OpenSession[]> {
  const rows = await openSessions(db)
    .where('session.ends_at', '>', now)
    .where('session.last_seen_at', '>', idleSince)
    .orderBy('session.started_at', 'desc')
    .limit(1000)
    .execute();
  return rows.map((row) => readSessionRow(db, row));
}

const liveSessions = (db: Database | Tx, now: Date, idleSince: Date) =>
  tablesOf(db)
    .selectFrom('access.session')
    .where('revoked_at', 'is', null)
    .where('ends_at', '>', now)
    .where('last_seen_at', '>', idleSince);

/** Ids of the sessions that neither ended nor lay idle since `idleSince`. */
export async function readLiveSessionIds(db: Database | Tx, now: Date, idleSince: Date): Promise<string[]> {
  return (await liveSessions(db, now, idleSince).select('id').execute()).map(({ id }) => id);
}

/** How many such sessions each officer has; officers without any are left out. */
export async function countLiveSessions(
  db: Database | Tx,
  officerIds: string[],
  now: Date,
  idleSince: Date,
): Promise<Map<string, number>> {
  if (officerIds.length === 0) return new Map();
  const rows = await liveSessions(db, now, idleSince)
    .where('officer', 'in', officerIds)
    .select((of) => ['officer', of.fn.countAll<number>().as('count')])
    .groupBy('officer')
    .execute();
  return new Map(rows.map((row) => [row.officer, row.count]));
}

/** When each officer was last at work, as far as rows of sessions are kept. */
export async function readLastSeen(db: Database | Tx, officerIds: string[]): Promise<Map<string, Date>> {
  if (officerIds.length === 0) return new Map();
  const rows = await tablesOf(db)
    .selectFrom('access.session')
    .where('officer', 'in', officerIds)
    .select((of) => ['officer', of.fn.max('last_seen_at').as('last')])
    .groupBy('officer')
    .execute();
  return new Map(rows.map((row) => [row.officer, row.last]));
}

export async function updateLastSeen(db: Database | Tx, id: string, now: Date): Promise<void> {
  await tablesOf(db).updateTable('access.session').set({ last_seen_at: now }).where('id', '=', id).execute();
}

/** Removes sessions that ended, at the latest, before a moment. */
export async function deleteSessionsEndedBefore(tx: Tx, moment: Date): Promise<void> {
  await tablesOf(tx).deleteFrom('access.session').where('ends_at', '<', moment).execute();
}

/** False when it had been revoked before. */
export async function revokeSession(tx: Tx, id: string, because: RevokedBecause, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('access.session')
    .set({ revoked_at: now, revoked_because: because })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Which of an officer's open sessions: all, or those begun with one passkey; one may be spared. */
export interface SessionsOf {
  officerId: string;
  passkey?: string;
  except?: string;
}

/** Ends open sessions of an officer; returns how many there were. */
export async function revokeSessionsOf(
  tx: Tx,
  { officerId, passkey, except }: SessionsOf,
  because: RevokedBecause,
  now: Date,
): Promise<number> {
  let query = tablesOf(tx)
    .updateTable('access.session')
    .set({ revoked_at: now, revoked_because: because })
    .where('officer', '=', officerId)
    .where('revoked_at', 'is', null);
  if (passkey !== undefined) query = query.where('passkey', '=', passkey);
  if (except !== undefined) query = query.where('id', '!=', except);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}
