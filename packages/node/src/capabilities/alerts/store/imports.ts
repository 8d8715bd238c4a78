import type { ListFormat, ListId } from '@entente/contracts/alerts';
import { type Selectable, sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { ImportProgress, ImportState, StoredImport } from '../model.ts';
import { IMPORT, IMPORT_FAILURE } from './sealed-tables.ts';

interface ImportTable {
  id: string;
  list: ListId;
  format: ListFormat;
  state: ImportState;
  started_at: Date;
  ended_at: Date | null;
  started_by: string;
  personal: Buffer;
  bytes_read: number;
  bytes_total: number;
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  refused: number;
  persons: number;
  organisations: number;
  vessels: number;
  aircraft: number;
  list_date: string | null;
  failure_code: string | null;
  failure_detail: Buffer | null;
  abort_requested: boolean;
}

/** What an officer has called his files may name somebody. */
type ImportPersonal = Pick<StoredImport, 'files'>;

type Tables = { 'alerts.import': ImportTable };

/** Lets one import of a list run at a time, across processes; held by the connection until it ends. */
export async function lockList(connection: Database, list: ListId): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    SELECT pg_try_advisory_lock(hashtextextended(${`alerts.import ${list}`}, 0)) AS taken`.execute(connection);
  return rows[0]?.taken ?? false;
}

export async function unlockList(connection: Database, list: ListId): Promise<void> {
  await sql`SELECT pg_advisory_unlock(hashtextextended(${`alerts.import ${list}`}, 0))`.execute(connection);
}

export async function insertImport(tx: Tx, started: StoredImport): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('alerts.import')
    .values({
      id: started.id,
      list: started.list,
      format: started.format,
      state: started.state,
      started_at: started.startedAt,
      started_by: started.startedBy,
      personal: sealingOf(tx).seal(IMPORT.place(started.id), { files: started.files } satisfies ImportPersonal),
      bytes_total: started.bytesTotal,
    } as ImportTable)
    .execute();
}

function progressColumns({ bytesRead, counts, kinds, listDate }: ImportProgress) {
  return {
    bytes_read: bytesRead,
    ...counts,
    persons: kinds.person,
    organisations: kinds.organisation,
    vessels: kinds.vessel,
    aircraft: kinds.aircraft,
    list_date: listDate ?? null,
  };
}

/** Shows how far an import is, outside its transaction; returns whether somebody asked to abort it. */
export async function writeProgress(
  db: Database,
  id: string,
  state: ImportState,
  progress: ImportProgress,
): Promise<boolean> {
  const row = await db
    .withTables<Tables>()
    .updateTable('alerts.import')
    .set({ state, ...progressColumns(progress) })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('abort_requested')
    .executeTakeFirst();
  return row?.abort_requested ?? false;
}

/** What went in and out of an import that changed nothing in the end. */
const NOTHING = {
  added: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
  persons: 0,
  organisations: 0,
  vessels: 0,
  aircraft: 0,
};

/** Ends an import; false when it had ended before. One that is not done has changed nothing, and its row says so. */
export async function endImport(
  tx: Tx,
  id: string,
  end: { state: 'done' | 'aborted' | 'failed'; at: Date; failure: StoredImport['failure']; progress?: ImportProgress },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .withTables<Tables>()
    .updateTable('alerts.import')
    .set({
      state: end.state,
      ended_at: end.at,
      failure_code: end.failure?.code ?? null,
      failure_detail: end.failure && sealingOf(tx).seal(IMPORT_FAILURE.place(id), end.failure.detail),
      ...(end.progress && progressColumns(end.progress)),
      ...(end.state !== 'done' && NOTHING),
    })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Asks the process that runs an import to end it; false when it has ended. */
export async function requestAbort(db: Database, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .withTables<Tables>()
    .updateTable('alerts.import')
    .set({ abort_requested: true })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function findImport(db: Database, id: string): Promise<StoredImport | undefined> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('alerts.import')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toImport(db, row);
}

/** Imports, newest first. */
export async function findImports(db: Database, list: ListId | undefined, limit: number): Promise<StoredImport[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('alerts.import')
    .selectAll()
    .$if(list !== undefined, (query) => query.where('list', '=', list as ListId))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => toImport(db, row));
}

/** Imports that have not ended, of one list or of all; their process may be gone. */
export async function findOpenImports(db: Database, list?: ListId): Promise<{ id: string; list: ListId }[]> {
  return await db
    .withTables<Tables>()
    .selectFrom('alerts.import')
    .select(['id', 'list'])
    .where('ended_at', 'is', null)
    .$if(list !== undefined, (query) => query.where('list', '=', list as ListId))
    .execute();
}

/** The last import of each list that was done. */
export async function findLastImports(db: Database): Promise<Map<ListId, StoredImport>> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('alerts.import')
    .selectAll()
    .distinctOn('list')
    .where('state', '=', 'done')
    .orderBy('list')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.list, toImport(db, row)]));
}

function toImport(db: Database, row: Selectable<ImportTable>): StoredImport {
  const sealing = sealingOf(db);
  const { read, added, changed, unchanged, removed, refused } = row;
  return {
    id: row.id,
    list: row.list,
    format: row.format,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    startedBy: row.started_by,
    files: sealing.open<ImportPersonal>(IMPORT.place(row.id), row.personal).files,
    bytesRead: row.bytes_read,
    bytesTotal: row.bytes_total,
    counts: { read, added, changed, unchanged, removed, refused },
    kinds: { person: row.persons, organisation: row.organisations, vessel: row.vessels, aircraft: row.aircraft },
    listDate: row.list_date ?? undefined,
    failure: row.failure_code
      ? {
          code: row.failure_code,
          detail: row.failure_detail ? sealing.open<string>(IMPORT_FAILURE.place(row.id), row.failure_detail) : '',
        }
      : null,
  };
}
