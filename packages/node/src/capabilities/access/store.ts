import type { Role } from '@entente/contracts/access';
import type { Translated } from '@entente/contracts/terms';
import { type Generated, sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../platform/database/database.ts';
import type { Authority, Founding, NewOfficer, Session, StoredOfficer } from './model.ts';
import { OFFICER } from './store/sealed-tables.ts';

type Tables = {
  'access.node': { single: Generated<boolean>; state: string; demonstration: boolean; founded_at: Date };
  'access.authority': { id: string; names: string };
  'access.officer': {
    id: string;
    name_lookup: Buffer;
    authority: string;
    roles: Role[];
    password_hash: string | null;
    failures: Generated<number>;
    locked_until: Date | null;
    entered_at: Date;
    personal: Buffer;
  };
  'access.session': {
    id: string;
    officer: string;
    token_hash: Buffer;
    started_at: Date;
    last_seen_at: Date;
    ends_at: Date;
    revoked_at: Date | null;
    revoked_because: RevokedBecause | null;
  };
};

export type RevokedBecause = 'signed-out' | 'revoked' | 'officer-locked' | 'password-changed';

const on = (db: Database | Tx) => db.withTables<Tables>();

/** What the row holds of the person himself, sealed. */
interface OfficerPersonal {
  name: string;
  displayName: string;
}

const openOfficer = (db: Database | Tx, { id, personal }: { id: string; personal: Buffer }) =>
  sealingOf(db).open<OfficerPersonal>(OFFICER.place(id), personal);

/** By what an officer is found at sign-in, his name being sealed. */
const nameLookup = (db: Database | Tx, name: string) => sealingOf(db).lookup('officer-name', name);

export async function readFounding(db: Database | Tx): Promise<Founding | undefined> {
  const row = await on(db).selectFrom('access.node').selectAll().executeTakeFirst();
  return row && { state: row.state, demonstration: row.demonstration, foundedAt: row.founded_at };
}

/** False when the node had been founded before; then nothing changes. */
export async function insertFounding(tx: Tx, founding: Founding): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('access.node')
    .values({ state: founding.state, demonstration: founding.demonstration, founded_at: founding.foundedAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Enters the authority, or gives it these names. */
export async function putAuthority(tx: Tx, authority: Authority): Promise<void> {
  const names = JSON.stringify(authority.names);
  await on(tx)
    .insertInto('access.authority')
    .values({ id: authority.id, names })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ names }))
    .execute();
}

export async function readAuthority(db: Database | Tx, id: string): Promise<Authority | undefined> {
  const row = await on(db).selectFrom('access.authority').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { id: row.id, names: row.names as unknown as Translated };
}

/** False when the name is taken. */
export async function insertOfficer(tx: Tx, officer: NewOfficer, now: Date): Promise<boolean> {
  const personal: OfficerPersonal = { name: officer.name, displayName: officer.displayName };
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('access.officer')
    .values({
      id: officer.id,
      name_lookup: nameLookup(tx, officer.name),
      authority: officer.authority,
      roles: officer.roles,
      password_hash: officer.passwordHash,
      locked_until: null,
      entered_at: now,
      personal: sealingOf(tx).seal(OFFICER.place(officer.id), personal),
    })
    .onConflict((conflict) => conflict.column('name_lookup').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

const officers = (db: Database | Tx) =>
  on(db)
    .selectFrom('access.officer as officer')
    .innerJoin('access.authority as authority', 'authority.id', 'officer.authority')
    .select([
      'officer.id',
      'officer.personal',
      'officer.roles',
      'officer.password_hash',
      'officer.failures',
      'officer.locked_until',
      'authority.id as authority_id',
      sql<Translated>`authority.names`.as('authority_names'),
    ]);

type OfficerRow = Awaited<ReturnType<ReturnType<typeof officers>['executeTakeFirstOrThrow']>>;

function readOfficerRow(db: Database | Tx, row: OfficerRow): StoredOfficer {
  const { name, displayName } = openOfficer(db, row);
  return {
    id: row.id,
    name,
    displayName,
    authority: { id: row.authority_id, names: row.authority_names },
    roles: row.roles,
    passwordHash: row.password_hash,
    failures: row.failures,
    lockedUntil: row.locked_until,
  };
}

export async function findOfficerByName(db: Database | Tx, name: string): Promise<StoredOfficer | undefined> {
  const row = await officers(db).where('officer.name_lookup', '=', nameLookup(db, name)).executeTakeFirst();
  return row && readOfficerRow(db, row);
}

/** The officer, whose row stays locked until the transaction ends. */
export async function lockOfficerRow(tx: Tx, id: string): Promise<StoredOfficer | undefined> {
  const row = await officers(tx).where('officer.id', '=', id).forUpdate('officer').executeTakeFirst();
  return row && readOfficerRow(tx, row);
}

/** Every officer, by name; sorted here, since the database cannot read the names. */
export async function listOfficers(db: Database | Tx): Promise<StoredOfficer[]> {
  const listed = (await officers(db).execute()).map((row) => readOfficerRow(db, row));
  return listed.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Display names by officer id; ids of nobody are left out. */
export async function readDisplayNames(db: Database | Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await on(db).selectFrom('access.officer').select(['id', 'personal']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, openOfficer(db, row).displayName]));
}

export async function updateAttempts(
  tx: Tx,
  id: string,
  attempts: { failures: number; lockedUntil: Date | null },
): Promise<void> {
  await on(tx)
    .updateTable('access.officer')
    .set({ failures: attempts.failures, locked_until: attempts.lockedUntil })
    .where('id', '=', id)
    .execute();
}

export async function updatePassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await on(tx).updateTable('access.officer').set({ password_hash: passwordHash }).where('id', '=', id).execute();
}

export async function insertSession(tx: Tx, session: Session, tokenHash: Buffer): Promise<void> {
  await on(tx)
    .insertInto('access.session')
    .values({
      id: session.id,
      officer: session.officerId,
      token_hash: tokenHash,
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
    .select(['session.id as session_id', 'session.started_at', 'session.last_seen_at', 'session.ends_at']);

type SessionRow = Awaited<ReturnType<ReturnType<typeof openSessions>['executeTakeFirstOrThrow']>>;

function readSessionRow(db: Database | Tx, row: SessionRow): OpenSession {
  return {
    session: {
      id: row.session_id,
      officerId: row.id,
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

export async function updateLastSeen(db: Database | Tx, id: string, now: Date): Promise<void> {
  await on(db).updateTable('access.session').set({ last_seen_at: now }).where('id', '=', id).execute();
}

/** Removes sessions that ended, at the latest, before a moment. */
export async function deleteSessionsEndedBefore(tx: Tx, moment: Date): Promise<void> {
  await on(tx).deleteFrom('access.session').where('ends_at', '<', moment).execute();
}

/** False when it had been revoked before. */
export async function revokeSession(tx: Tx, id: string, because: RevokedBecause, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('access.session')
    .set({ revoked_at: now, revoked_because: because })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends every open session of an officer; returns how many there were. */
export async function revokeSessionsOf(tx: Tx, officerId: string, because: RevokedBecause, now: Date): Promise<number> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('access.session')
    .set({ revoked_at: now, revoked_because: because })
    .where('officer', '=', officerId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
