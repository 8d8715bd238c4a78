import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { StoredAlert } from '../model.ts';
import { type AlertTables, tablesOf } from './tables.ts';

type Row = Selectable<AlertTables['alerts.alert']>;

/** What a change of an alert may set; `revision` counts by itself. */
export type AlertChange = Partial<
  Pick<
    StoredAlert,
    | 'kind'
    | 'category'
    | 'action'
    | 'status'
    | 'current'
    | 'pending'
    | 'inForceAt'
    | 'expiresAt'
    | 'reviewAt'
    | 'disputedAt'
    | 'ownerRevision'
    | 'acceptance'
    | 'flagAction'
    | 'audience'
    | 'addressees'
  >
>;

/** The next reference of a state in a year, such as `KZ-2026-000123`; two takers at once get two. */
export async function nextReference(tx: Tx, owner: string, year: number): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    INSERT INTO alerts.reference AS given (year, last) VALUES (${year}, 1)
    ON CONFLICT (year) DO UPDATE SET last = given.last + 1 RETURNING last`.execute(tx);
  return `${owner}-${year}-${String(rows[0]!.last).padStart(6, '0')}`;
}

export async function insertAlert(tx: Tx, alert: StoredAlert): Promise<void> {
  await insertAlerts(tx, [alert]);
}

export async function insertAlerts(tx: Tx, alerts: readonly StoredAlert[]): Promise<void> {
  await tablesOf(tx).insertInto('alerts.alert').values(alerts.map(toRow)).execute();
}

/** Which of these references are taken, by whatever became of their alerts. */
export async function findTaken(tx: Tx, references: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ reference: string }>`
    SELECT reference FROM alerts.alert WHERE reference = ANY(${references}::text[])`.execute(tx);
  return new Set(rows.map(({ reference }) => reference));
}

export async function findAlert(db: Database | Tx, id: string): Promise<StoredAlert | undefined> {
  const row = await tablesOf(db).selectFrom('alerts.alert').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** The alert, whose row stays locked until the transaction ends. */
export async function lockAlert(tx: Tx, id: string): Promise<StoredAlert | undefined> {
  const query = tablesOf(tx).selectFrom('alerts.alert').selectAll().where('id', '=', id);
  const row = await query.forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** These alerts, whose rows stay locked until the transaction ends; taken in the order of their ids, so that two never wait for each other. */
export async function lockAlerts(tx: Tx, ids: readonly string[]): Promise<StoredAlert[]> {
  const query = tablesOf(tx).selectFrom('alerts.alert').selectAll().where('id', 'in', ids);
  return (await query.orderBy('id').forUpdate().execute()).map(fromRow);
}

/** The alert of this reference, whose row stays locked until the transaction ends. */
export async function lockReference(tx: Tx, reference: string): Promise<StoredAlert | undefined> {
  const query = tablesOf(tx).selectFrom('alerts.alert').selectAll().where('reference', '=', reference);
  const row = await query.forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** Changes an alert that is locked, and counts the change. */
export async function updateAlert(tx: Tx, id: string, change: AlertChange, at: Date): Promise<void> {
  const { inForceAt, expiresAt, reviewAt, disputedAt, ownerRevision, flagAction, ...plain } = change;
  await tablesOf(tx)
    .updateTable('alerts.alert')
    .set((row) => ({
      ...plain,
      ...(inForceAt !== undefined && { in_force_at: inForceAt }),
      ...(expiresAt !== undefined && { expires_at: expiresAt }),
      ...(reviewAt !== undefined && { review_at: reviewAt }),
      ...(disputedAt !== undefined && { disputed_at: disputedAt }),
      ...(ownerRevision !== undefined && { owner_revision: ownerRevision }),
      ...(flagAction !== undefined && { flag_action: flagAction }),
      updated_at: at,
      revision: row('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Alerts in force, or suspended, whose life is over. */
export async function findEnded(db: Database, now: Date, limit: number): Promise<string[]> {
  const rows = await tablesOf(db)
    .selectFrom('alerts.alert')
    .select('id')
    .where('status', 'in', ['in-force', 'suspended'])
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Alerts in force whose record has been disputed since before a moment. */
export async function findDisputedBefore(db: Database, moment: Date, limit: number): Promise<string[]> {
  const rows = await tablesOf(db)
    .selectFrom('alerts.alert')
    .select('id')
    .where('status', '=', 'in-force')
    .where('disputed_at', '<=', moment)
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export function fromRow(row: Row): StoredAlert {
  const {
    created_at,
    updated_at,
    in_force_at,
    expires_at,
    review_at,
    disputed_at,
    owner_revision,
    flag_action,
    ...plain
  } = row;
  return {
    ...plain,
    createdAt: created_at,
    updatedAt: updated_at,
    inForceAt: in_force_at,
    expiresAt: expires_at,
    reviewAt: review_at,
    disputedAt: disputed_at,
    ownerRevision: owner_revision,
    flagAction: flag_action,
  };
}

function toRow(alert: StoredAlert): Row {
  const { createdAt, updatedAt, inForceAt, expiresAt, reviewAt, disputedAt, ownerRevision, flagAction, ...plain } =
    alert;
  return {
    ...plain,
    created_at: createdAt,
    updated_at: updatedAt,
    in_force_at: inForceAt,
    expires_at: expiresAt,
    review_at: reviewAt,
    disputed_at: disputedAt,
    owner_revision: ownerRevision,
    flag_action: flagAction,
  };
}
