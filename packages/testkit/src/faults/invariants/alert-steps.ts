import { sql } from 'kysely';
import type { AlertKept } from '../work/issue-alerts.ts';
import type { AtRest, Resting } from './state.ts';

/** Each version of an alert was applied once at each holder, and what an officer was answered as done is done. */
export async function checkAlertSteps({ nodes }: AtRest, kept: readonly AlertKept[]): Promise<string[]> {
  const faults: string[] = [];
  for (const node of nodes) {
    faults.push(...(await checkAppliedOnce(node)));
    faults.push(
      ...(await checkKept(
        node,
        kept.filter((one) => one.node === node.id),
      )),
    );
  }
  return faults;
}

async function checkAppliedOnce({ id, db }: Resting): Promise<string[]> {
  const { rows } = await sql<{ reference: string; version: number; count: number }>`
    SELECT reference, version, count(*) AS count FROM alerts.step JOIN alerts.alert ON alert.id = step.alert
    WHERE node IS NOT NULL AND step.step IN ('received', 'changed-by-owner')
    GROUP BY reference, version HAVING count(*) > 1`.execute(db);
  return rows.map(
    ({ reference, version, count }) => `${reference} at ${id}: version ${version} was applied ${count} times`,
  );
}

async function checkKept({ id, db }: Resting, kept: readonly AlertKept[]): Promise<string[]> {
  const { rows } = await sql<{ reference: string; revision: number; status: string }>`
    SELECT reference, revision, status FROM alerts.alert WHERE node IS NULL`.execute(db);
  const stored = new Map(rows.map((row) => [row.reference, row]));
  return kept.flatMap(({ reference, revision, status }) => {
    const now = stored.get(reference);
    // Issued and erased since the backup: nothing comes back of it.
    if (!now && status === 'deleted') return [];
    if (!now) return [`${reference} at ${id}: an officer was answered that it is kept, and it is lost`];
    if (now.revision < revision)
      return [`${reference} at ${id}: what was answered as done at revision ${revision} is undone`];
    if (now.revision === revision && now.status !== status)
      return [`${reference} at ${id}: it is ${now.status}, and was answered as ${status}`];
    return [];
  });
}
