import { sql } from 'kysely';
import { type Database, sealingOf } from '../../../platform/database/database.ts';
import { readAhead } from '../../../platform/database/read-ahead.ts';
import type { PlacedRecord } from '../../../platform/sealing/sealing.ts';
import { openInTurns } from '../../../platform/sealing/turns.ts';
import type { AlertInForce, StoredAlert, StoredVersion } from '../model.ts';
import { VERSION } from './sealed-tables.ts';

type Row = Pick<StoredAlert, 'id' | 'reference' | 'owner' | 'category' | 'kind'> & {
  action: string;
  current: number;
  flagged: boolean;
  expiresAt: Date;
  personal: Buffer;
};

/** In force, and accepted where it has to be. */
const ANSWERS = sql<boolean>`alert.status = 'in-force' AND coalesce(alert.acceptance, 'accepted') = 'accepted'`;

const COLUMNS = sql`
  alert.id, alert.reference, alert.owner, alert.category, alert.kind,
  coalesce(alert.flag_action, alert.action) AS action, alert.flag_action IS NOT NULL AS flagged, alert.current,
  alert.expires_at AS "expiresAt", version.personal`;

/** Those of these alerts that answer at the desk now; one that is missing does not. */
export async function loadAlertsInForce(db: Database, ids: readonly string[]): Promise<Map<string, AlertInForce>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM alerts.alert JOIN alerts.version ON version.alert = alert.id AND version.number = alert.current
    WHERE alert.id = ANY(${ids}) AND ${ANSWERS}`.execute(db);
  const contents = await openInTurns<Sealed>(sealingOf(db), rows.map(placed));
  return new Map(rows.map((row, at) => [row.id, toAlert(row, contents[at]!)]));
}

const PAGE = 2000;
/** Alerts opened at once before whoever reads them gets the first. */
const GROUP = 32;

/** Every alert in force, one by one; what changes meanwhile is in the feed. */
export async function* streamAlertsInForce(db: Database): AsyncGenerator<AlertInForce> {
  const sealing = sealingOf(db);
  for await (const rows of readAhead(PAGE, (after, size) => readPage(db, after, size))) {
    for (let at = 0; at < rows.length; at += GROUP) {
      const group = rows.slice(at, at + GROUP);
      const contents = sealing.openMany<Sealed>(group.map(placed));
      for (const [index, row] of group.entries()) yield toAlert(row, contents[index]!);
    }
  }
}

async function readPage(db: Database, after: string, size: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM alerts.alert JOIN alerts.version ON version.alert = alert.id AND version.number = alert.current
    WHERE alert.id > ${after} AND ${ANSWERS} ORDER BY alert.id LIMIT ${size}`.execute(db);
  return rows;
}

type Sealed = Pick<StoredVersion, 'content'>;

function placed({ id, current, personal }: Row): PlacedRecord {
  return { place: VERSION.place(id, current), sealed: personal };
}

function toAlert({ current: _, personal: __, flagged, ...row }: Row, { content }: Sealed): AlertInForce {
  return {
    ...row,
    ...(flagged && { flagged }),
    subject: content.subject,
    ...(content.note !== undefined && { note: content.note }),
    ...(content.audience && { audience: content.audience }),
  };
}
