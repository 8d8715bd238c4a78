import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { Told } from '../model.ts';
import { type AlertTables, tablesOf } from './tables.ts';

type Row = Selectable<AlertTables['alerts.circulation']>;

/** What each node was told last of an alert, by node. */
export type ToldByNode = Map<string, Told>;

/** What each node was told last of an alert. */
export async function readTold(db: Database | Tx, alert: string): Promise<ToldByNode> {
  return (await readToldOf(db, [alert])).get(alert) ?? new Map();
}

/** What each node was told last, by alert; one that no node was told of is missing. */
export async function readToldOf(db: Database | Tx, alerts: readonly string[]): Promise<Map<string, ToldByNode>> {
  const { rows } = await sql<Row>`
    SELECT * FROM alerts.circulation WHERE alert = ANY(${alerts}::uuid[]) ORDER BY alert, node`.execute(db);
  const byAlert = Map.groupBy(rows, ({ alert }) => alert);
  return new Map([...byAlert].map(([alert, told]) => [alert, new Map(told.map((row) => [row.node, fromRow(row)]))]));
}

/** What a node is told of an alert. */
export type Telling = Omit<Told, 'flag'> & { alert: string };

/** Notes what nodes are told, in the place of what they were told before; their flags stay. */
export async function noteTold(tx: Tx, tellings: readonly Telling[]): Promise<void> {
  await sql`
    INSERT INTO alerts.circulation (alert, node, told, version, outbox, at)
    SELECT * FROM unnest(
      ${tellings.map(({ alert }) => alert)}::uuid[],
      ${tellings.map(({ node }) => node)}::text[],
      ${tellings.map(({ told }) => told)}::text[],
      ${tellings.map(({ version }) => version)}::integer[],
      ${tellings.map(({ outbox }) => outbox)}::uuid[],
      ${tellings.map(({ at }) => at)}::timestamptz[]
    )
    ON CONFLICT (alert, node) DO UPDATE
      SET told = excluded.told, version = excluded.version, outbox = excluded.outbox, at = excluded.at`.execute(tx);
}

/**
 * Forgets what a node knows of the alerts it was told of last by these rows of the outbox: it will never have them, and what it holds is
 * whatever its backup held, version 0.
 */
export async function forgetTold(tx: Tx, node: string, rows: readonly string[]): Promise<void> {
  await sql`
    UPDATE alerts.circulation SET told = 'circulated', version = 0
    WHERE node = ${node} AND outbox = ANY(${rows}::uuid[])`.execute(tx);
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

/**
 * Ids of this state's alerts, in order after one, that are in force, for a node, and that it does not hold as they stand; and of those of
 * which nobody knows what it holds.
 */
export async function findDue(
  db: Database,
  { node, holder, of }: Due,
  after: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT alert.id FROM alerts.alert
    LEFT JOIN alerts.circulation AS told ON told.alert = alert.id AND told.node = ${node}
    WHERE alert.id > ${after}::uuid AND (
      (told.version = 0 AND alert.node IS NULL) OR (
        alert.status = 'in-force' AND alert.audience IN ('all-members', 'members')
        AND ((alert.audience = 'all-members' AND ${holder} = 'member') OR ${of} = ANY(alert.addressees))
        AND (told.told IS NULL OR told.told IN ('suspended', 'withdrawn') OR told.version <> alert.current)
      )
    )
    ORDER BY alert.id LIMIT ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

function fromRow({ node, told, version, outbox, at, flagged_at, flag_why, flag_action }: Row): Told {
  const flag = flagged_at && { at: flagged_at, why: flag_why!, action: flag_action };
  return { node, told, version, outbox, at, flag };
}
