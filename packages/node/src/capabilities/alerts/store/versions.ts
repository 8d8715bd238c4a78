import type { VersionState } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { type Selectable, sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { StoredVersion } from '../model.ts';
import { VERSION } from './sealed-tables.ts';
import { type AlertTables, tablesOf } from './tables.ts';

type Row = Selectable<AlertTables['alerts.version']>;
type Sealed = Pick<StoredVersion, 'content' | 'considered' | 'unfinished'>;

export async function insertVersion(tx: Tx, version: StoredVersion): Promise<void> {
  await insertVersions(tx, [version]);
}

export async function insertVersions(tx: Tx, versions: readonly StoredVersion[]): Promise<void> {
  const sealed = sealingOf(tx).sealMany(
    versions.map(({ alert, number, content, considered, unfinished }) => ({
      place: VERSION.place(alert, number),
      content: Buffer.from(JSON.stringify({ content, considered, unfinished })),
    })),
  );
  const rows = versions.map(({ content: _, considered: __, unfinished: ___, savedAt, ...plain }, at) => ({
    ...plain,
    saved_at: savedAt,
    personal: sealed[at]!,
  }));
  await tablesOf(tx).insertInto('alerts.version').values(rows).execute();
}

/** Writes a version in the place of all there were: of another state's alert only the one in force is kept. */
export async function replaceVersions(tx: Tx, version: StoredVersion): Promise<void> {
  await tablesOf(tx).deleteFrom('alerts.version').where('alert', '=', version.alert).execute();
  await insertVersion(tx, version);
}

/** Writes what is new in a version that is still being written, or under review. */
export async function updateVersion(tx: Tx, version: StoredVersion): Promise<void> {
  const { alert, number, state, authors, savedAt, content, considered, unfinished } = version;
  const personal = sealingOf(tx).seal(VERSION.place(alert, number), { content, considered, unfinished });
  await tablesOf(tx)
    .updateTable('alerts.version')
    .set({ state, authors, saved_at: savedAt, personal })
    .where('alert', '=', alert)
    .where('number', '=', number)
    .execute();
}

export async function setVersionState(tx: Tx, alert: string, number: number, state: VersionState): Promise<void> {
  await tablesOf(tx)
    .updateTable('alerts.version')
    .set({ state })
    .where('alert', '=', alert)
    .where('number', '=', number)
    .execute();
}

export async function readVersion(db: Database | Tx, alert: string, number: number): Promise<StoredVersion> {
  const row = await tablesOf(db)
    .selectFrom('alerts.version')
    .selectAll()
    .where('alert', '=', alert)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return fromRow(db, row);
}

/** The number a new version of an alert gets. */
export async function nextVersionNumber(tx: Tx, alert: string): Promise<number> {
  const row = await tablesOf(tx)
    .selectFrom('alerts.version')
    .select((of) => of.fn.max<number | null>('number').as('last'))
    .where('alert', '=', alert)
    .executeTakeFirstOrThrow();
  return (row.last ?? 0) + 1;
}

/** Versions by alert and number, as a list of alerts names them. */
export async function readVersions(
  db: Database | Tx,
  wanted: { alert: string; number: number }[],
): Promise<Map<string, StoredVersion>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<Row>`
    SELECT version.* FROM alerts.version JOIN unnest(
      ${wanted.map(({ alert }) => alert)}::uuid[], ${wanted.map(({ number }) => number)}::integer[]
    ) AS wanted (alert, number) USING (alert, number)`.execute(db);
  return new Map(rows.map((row) => [row.alert, fromRow(db, row)]));
}

/** Writes this in the place of what every version of an alert said, and of whom its author considered. */
export async function eraseVersions(tx: Tx, alert: string, content: AlertContent): Promise<void> {
  const rows = await tablesOf(tx).selectFrom('alerts.version').select('number').where('alert', '=', alert).execute();
  for (const { number } of rows) {
    const personal = sealingOf(tx).seal(VERSION.place(alert, number), { content, considered: [] });
    await tablesOf(tx)
      .updateTable('alerts.version')
      .set({ personal })
      .where('alert', '=', alert)
      .where('number', '=', number)
      .execute();
  }
}

function fromRow(db: Database | Tx, { personal, saved_at, ...row }: Row): StoredVersion {
  return { ...row, savedAt: saved_at, ...sealingOf(db).open<Sealed>(VERSION.place(row.alert, row.number), personal) };
}
