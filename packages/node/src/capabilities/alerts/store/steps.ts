import type { AlertFigures } from '@entente/contracts/alerts/alert';
import { type Selectable, sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { StepWords, StoredStep } from '../model.ts';
import { STEP } from './sealed-tables.ts';
import { type AlertTables, tablesOf } from './tables.ts';

type Row = Selectable<AlertTables['alerts.step']>;

/** Adds a step to the history of an alert whose row is locked. */
export async function insertStep(tx: Tx, step: Omit<StoredStep, 'number'>): Promise<void> {
  const number = ((await readLastStep(tx, step.alert))?.number ?? 0) + 1;
  const personal = step.personal && sealingOf(tx).seal(STEP.place(step.alert, number), step.personal);
  await tablesOf(tx)
    .insertInto('alerts.step')
    .values({ ...step, number, personal })
    .execute();
}

/** Writes the first steps of alerts, whose histories begin with them. */
export async function insertFirstSteps(
  tx: Tx,
  steps: readonly Omit<StoredStep, 'number' | 'personal'>[],
): Promise<void> {
  const rows = steps.map((step) => ({ ...step, number: 1, personal: null }));
  await tablesOf(tx).insertInto('alerts.step').values(rows).execute();
}

/** Erases what was said at the steps of an alert; who did what, and when, stays. */
export async function eraseStepWords(tx: Tx, alert: string): Promise<void> {
  await tablesOf(tx).updateTable('alerts.step').set({ personal: null }).where('alert', '=', alert).execute();
}

/** The number and moment of the last step. */
export async function readLastStep(
  tx: Database | Tx,
  alert: string,
): Promise<{ number: number; at: Date } | undefined> {
  return await tablesOf(tx)
    .selectFrom('alerts.step')
    .select(['number', 'at'])
    .where('alert', '=', alert)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function readSteps(db: Database | Tx, alert: string): Promise<StoredStep[]> {
  const query = tablesOf(db).selectFrom('alerts.step').selectAll().where('alert', '=', alert);
  return (await query.orderBy('number').execute()).map((row) => fromRow(db, row));
}

/** Steps by year and category, of this node's own alerts. Counts only. */
export async function countSteps(db: Database): Promise<AlertFigures> {
  const { rows } = await sql<AlertFigures[number]>`
    SELECT extract(year FROM step.at AT TIME ZONE 'UTC')::integer AS year, step.category,
      count(*) FILTER (WHERE step = 'approved' AND version.kind = 'issue') AS issued,
      count(*) FILTER (WHERE step = 'approved' AND version.kind = 'extension') AS extended,
      count(*) FILTER (WHERE step = 'withdrawn') AS withdrawn,
      count(*) FILTER (WHERE step = 'expired') AS expired,
      count(*) FILTER (WHERE step = 'refused') AS refused
    FROM alerts.step JOIN alerts.alert ON alert.id = step.alert AND alert.node IS NULL
    LEFT JOIN alerts.version ON version.alert = step.alert AND version.number = step.version
    WHERE step IN ('approved', 'withdrawn', 'expired', 'refused')
    GROUP BY 1, 2 ORDER BY 1 DESC, 2`.execute(db);
  return rows;
}

function fromRow(db: Database | Tx, { personal, ...row }: Row): StoredStep {
  return { ...row, personal: personal && sealingOf(db).open<StepWords>(STEP.place(row.alert, row.number), personal) };
}
