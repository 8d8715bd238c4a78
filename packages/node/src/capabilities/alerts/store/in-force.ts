import { sql } from 'kysely';
import { type Database, sealingOf } from '../../../platform/database/database.ts';
import type { AlertInForce, StoredAlert, StoredVersion } from '../model.ts';
import { VERSION } from './sealed-tables.ts';

type Row = Pick<StoredAlert, 'id' | 'reference' | 'owner' | 'category' | 'kind'> & {
  action: string;
  current: number;
  expiresAt: Date;
  personal: Buffer;
};

const COLUMNS = sql`
  alert.id, alert.reference, alert.owner, alert.category, alert.kind, alert.action, alert.current,
  alert.expires_at AS "expiresAt", version.personal`;

/** Those of these alerts that answer at the desk now; one that is missing does not. */
export async function loadAlertsInForce(db: Database, ids: readonly string[]): Promise<Map<string, AlertInForce>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM alerts.alert JOIN alerts.version ON version.alert = alert.id AND version.number = alert.current
    WHERE alert.id = ANY(${ids}) AND alert.status = 'in-force'`.execute(db);
  return new Map(rows.map((row) => [row.id, open(db, row)]));
}

const PAGE = 2000;

/** Every alert in force, page by page; what changes meanwhile is in the feed. */
export async function* streamAlertsInForce(db: Database): AsyncGenerator<AlertInForce> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<Row>`
      SELECT ${COLUMNS} FROM alerts.alert JOIN alerts.version ON version.alert = alert.id AND version.number = alert.current
      WHERE alert.id > ${after} AND alert.status = 'in-force' ORDER BY alert.id LIMIT ${PAGE}`.execute(db);
    for (const row of rows) yield open(db, row);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.id;
  }
}

function open(db: Database, { current, personal, ...row }: Row): AlertInForce {
  const { content } = sealingOf(db).open<Pick<StoredVersion, 'content'>>(VERSION.place(row.id, current), personal);
  return { ...row, subject: content.subject, ...(content.note !== undefined && { note: content.note }) };
}
