import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { Told } from '../model.ts';
import { type AlertTables, tablesOf } from './tables.ts';

type Row = Selectable<AlertTables['alerts.circulation']>;

/** What each node was told last of an alert, by node. */
export async function readTold(db: Database | Tx, alert: string): Promise<Map<string, Told>> {
  const rows = await tablesOf(db)
    .selectFrom('alerts.circulation')
    .selectAll()
    .where('alert', '=', alert)
    .orderBy('node')
    .execute();
  return new Map(rows.map((row) => [row.node, fromRow(row)]));
}

/** Notes what a node is told, in the place of what it was told before; its flag stays. */
export async function noteTold(
  tx: Tx,
  alert: string,
  { flag: _, ...told }: Omit<Told, 'flag'> & { flag?: null },
): Promise<void> {
  await tablesOf(tx)
    .insertInto('alerts.circulation')
    .values({ alert, ...told, flagged_at: null, flag_why: null, flag_action: null })
    .onConflict((row) => row.columns(['alert', 'node']).doUpdateSet(told))
    .execute();
}

/** Notes what a holder says of its territory; null: it does what is asked. */
export async function noteFlag(tx: Tx, alert: string, node: string, flag: Told['flag']): Promise<void> {
  await tablesOf(tx)
    .updateTable('alerts.circulation')
    .set({ flagged_at: flag?.at ?? null, flag_why: flag?.why ?? null, flag_action: flag?.action ?? null })
    .where('alert', '=', alert)
    .where('node', '=', node)
    .execute();
}

/** A node of the register to whom alerts may be due. */
export interface Due {
  node: string;
  holder: 'member' | 'body';
  of: string;
}

/** Ids of this state's alerts in force, in order after one, that are for a node and that it does not hold as they stand. */
export async function findDue(
  db: Database,
  { node, holder, of }: Due,
  after: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT alert.id FROM alerts.alert
    LEFT JOIN alerts.circulation AS told ON told.alert = alert.id AND told.node = ${node}
    WHERE alert.id > ${after}::uuid AND alert.status = 'in-force' AND alert.audience IN ('all-members', 'members')
      AND ((alert.audience = 'all-members' AND ${holder} = 'member') OR ${of} = ANY(alert.addressees))
      AND (told.told IS NULL OR told.told IN ('suspended', 'withdrawn') OR told.version <> alert.current)
    ORDER BY alert.id LIMIT ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

function fromRow({ node, told, version, outbox, at, flagged_at, flag_why, flag_action }: Row): Told {
  const flag = flagged_at && { at: flagged_at, why: flag_why!, action: flag_action };
  return { node, told, version, outbox, at, flag };
}
