import type { Role } from '@entente/contracts/access';
import type { Translated } from '@entente/contracts/terms';
import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { NewOfficer, StoredOfficer } from '../model.ts';
import { OFFICER } from './sealed-tables.ts';
import { tablesOf } from './tables.ts';

/** What the row holds of the person himself, sealed. */
interface OfficerPersonal {
  name: string;
  displayName: string;
}

const openOfficer = (db: Database | Tx, { id, personal }: { id: string; personal: Buffer }) =>
  sealingOf(db).open<OfficerPersonal>(OFFICER.place(id), personal);

/** By what an officer is found at sign-in, his name being sealed. */
const nameLookup = (db: Database | Tx, name: string) => sealingOf(db).lookup('officer-name', name);

/** False when the name is taken. */
export async function insertOfficer(tx: Tx, officer: NewOfficer, now: Date): Promise<boolean> {
  const personal: OfficerPersonal = { name: officer.name, displayName: officer.displayName };
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
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

/** Officers with their authorities, as every read of them begins. */
export const officers = (db: Database | Tx) =>
  tablesOf(db)
    .selectFrom('access.officer as officer')
    .innerJoin('access.authority as authority', 'authority.id', 'officer.authority')
    .select([
      'officer.id',
      'officer.personal',
      'officer.roles',
      'officer.password_hash',
      'officer.failures',
      'officer.locked_until',
      'officer.revision',
      'officer.entered_at',
      'authority.id as authority_id',
      sql<Translated>`authority.names`.as('authority_names'),
    ]);

type OfficerRow = Awaited<ReturnType<ReturnType<typeof officers>['executeTakeFirstOrThrow']>>;

export function readOfficerRow(db: Database | Tx, row: OfficerRow): StoredOfficer {
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
    revision: row.revision,
    enteredAt: row.entered_at,
  };
}

export async function findOfficer(db: Database | Tx, id: string): Promise<StoredOfficer | undefined> {
  const row = await officers(db).where('officer.id', '=', id).executeTakeFirst();
  return row && readOfficerRow(db, row);
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

/**
 * Who holds a role, the rows locked until the transaction ends. They are locked in the order of their ids, so that two
 * that lock the same rows wait for each other and not for ever.
 */
export async function lockOfficersWith(tx: Tx, role: Role): Promise<Pick<StoredOfficer, 'id' | 'lockedUntil'>[]> {
  const rows = await tablesOf(tx)
    .selectFrom('access.officer')
    .select(['id', 'locked_until'])
    .where(sql<boolean>`${role} = ANY (roles)`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ id: row.id, lockedUntil: row.locked_until }));
}

/** Every officer, by name; sorted here, since the database cannot read the names. */
export async function listOfficers(db: Database | Tx): Promise<StoredOfficer[]> {
  const listed = (await officers(db).execute()).map((row) => readOfficerRow(db, row));
  return listed.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Display names by officer id; ids of nobody are left out. */
export async function readDisplayNames(db: Database | Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tablesOf(db)
    .selectFrom('access.officer')
    .select(['id', 'personal'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, openOfficer(db, row).displayName]));
}

/** What attempts to sign in led to. It is no change of the officer, so that a stranger's guesses get in nobody's way. */
export async function updateAttempts(
  tx: Tx,
  id: string,
  attempts: { failures: number; lockedUntil: Date | null },
): Promise<void> {
  await tablesOf(tx)
    .updateTable('access.officer')
    .set({ failures: attempts.failures, locked_until: attempts.lockedUntil })
    .where('id', '=', id)
    .execute();
}

/** What may be changed of an officer by hand. */
export type OfficerColumns = Partial<
  Pick<StoredOfficer, 'roles' | 'passwordHash' | 'failures' | 'lockedUntil'> & { authority: string }
>;

/** Changes an officer whose row is locked, and counts the change. */
export async function updateOfficer(tx: Tx, id: string, to: OfficerColumns): Promise<void> {
  await tablesOf(tx)
    .updateTable('access.officer')
    .set((of) => ({
      revision: of('revision', '+', 1),
      ...(to.roles && { roles: to.roles }),
      ...(to.authority !== undefined && { authority: to.authority }),
      ...(to.passwordHash !== undefined && { password_hash: to.passwordHash }),
      ...(to.failures !== undefined && { failures: to.failures }),
      ...(to.lockedUntil !== undefined && { locked_until: to.lockedUntil }),
    }))
    .where('id', '=', id)
    .execute();
}
