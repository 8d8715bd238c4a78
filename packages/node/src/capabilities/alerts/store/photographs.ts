import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import { PHOTOGRAPH } from './sealed-tables.ts';
import { tablesOf } from './tables.ts';

/** A photograph without its picture. */
export interface StoredPhotograph {
  id: string;
  alert: string;
  identity: number;
  /** The version it came with. */
  version: number;
  addedAt: Date;
  width: number;
  height: number;
  /** Of this state's own alert: the file it goes to others as; null until it first does. */
  file: string | null;
  /** Of another state's: its id there. */
  ownersId: string | null;
}

/** Keeps a photograph, cleaned before. */
export async function insertPhotograph(tx: Tx, photograph: StoredPhotograph, jpeg: Uint8Array): Promise<void> {
  const { addedAt, ownersId, ...plain } = photograph;
  const personal = sealingOf(tx).sealBytes(PHOTOGRAPH.place(photograph.id), jpeg);
  await tablesOf(tx)
    .insertInto('alerts.photograph')
    .values({ ...plain, added_at: addedAt, owners_id: ownersId, personal })
    .execute();
}

/** Photographs of alerts, by alert, in the order they were added. */
export async function listPhotographs(
  db: Database | Tx,
  alerts: readonly string[],
): Promise<Map<string, StoredPhotograph[]>> {
  if (alerts.length === 0) return new Map();
  const { rows } = await sql<StoredPhotograph>`
    SELECT id, alert, identity, version, added_at AS "addedAt", width, height, file, owners_id AS "ownersId"
    FROM alerts.photograph
    WHERE alert = ANY(${alerts}::uuid[]) ORDER BY added_at, id`.execute(db);
  return Map.groupBy(rows, ({ alert }) => alert);
}

/** Deletes every photograph of an alert; gives the files they went out as. */
export async function deletePhotographs(tx: Tx, alert: string): Promise<string[]> {
  const query = tablesOf(tx).deleteFrom('alerts.photograph').where('alert', '=', alert).returning('file');
  return (await query.execute()).flatMap(({ file }) => file ?? []);
}

/** Notes the file that a photograph goes out as. */
export async function setPhotographFile(tx: Tx, id: string, file: string): Promise<void> {
  await tablesOf(tx).updateTable('alerts.photograph').set({ file }).where('id', '=', id).execute();
}

/** The picture itself, JPEG. */
export async function readPhotograph(db: Database | Tx, alert: string, id: string): Promise<Buffer | undefined> {
  const row = await tablesOf(db)
    .selectFrom('alerts.photograph')
    .select('personal')
    .where('id', '=', id)
    .where('alert', '=', alert)
    .executeTakeFirst();
  return row && sealingOf(db).openBytes(PHOTOGRAPH.place(id), row.personal);
}

/** Gives the file it went out as; undefined when there is no such photograph. */
export async function deletePhotograph(
  tx: Tx,
  alert: string,
  id: string,
): Promise<{ file: string | null } | undefined> {
  return await tablesOf(tx)
    .deleteFrom('alerts.photograph')
    .where('id', '=', id)
    .where('alert', '=', alert)
    .returning('file')
    .executeTakeFirst();
}

/** Photographs that have passed review, of alerts in force, for the comparison in second line. */
export async function listReviewedPhotographs(
  db: Database | Tx,
  alerts: readonly string[],
): Promise<Map<string, StoredPhotograph[]>> {
  const { rows } = await sql<{ id: string; current: number }>`
    SELECT id, current FROM alerts.alert WHERE id = ANY(${alerts}::uuid[]) AND status = 'in-force'`.execute(db);
  const current = new Map(rows.map((row) => [row.id, row.current]));
  const found = await listPhotographs(db, [...current.keys()]);
  return new Map(
    [...found].map(([alert, photographs]) => [
      alert,
      photographs.filter(({ version }) => version <= (current.get(alert) ?? 0)),
    ]),
  );
}

/** A later version may say that it shows another of the identities. */
export async function setPhotographIdentity(tx: Tx, id: string, identity: number): Promise<void> {
  await tablesOf(tx).updateTable('alerts.photograph').set({ identity }).where('id', '=', id).execute();
}
