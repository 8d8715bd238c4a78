import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '@entente/node/platform/config';
import { joinDatabase, type OpenDatabase } from '@entente/node/platform/database/database';
import { createLog } from '@entente/node/platform/log';
import { sql } from 'kysely';
import { untilSettled } from '../constellation/settle.ts';
import { checkAlertSteps } from './invariants/alert-steps.ts';
import { checkAlerts } from './invariants/alerts.ts';
import { checkEnvelopes } from './invariants/envelopes.ts';
import { checkErasure } from './invariants/erasure.ts';
import { checkFiles } from './invariants/files.ts';
import { checkLogs } from './invariants/logs.ts';
import { checkNotes } from './invariants/notes.ts';
import { checkReceipts } from './invariants/receipts.ts';
import type { AtRest, Resting } from './invariants/state.ts';
import { checkWitnesses } from './invariants/witnesses.ts';
import type { NodeUnderFaults } from './nodes/node-under-faults.ts';
import type { RunningMembers } from './nodes/run-members.ts';
import type { AlertKept } from './work/issue-alerts.ts';
import type { NotesKept } from './work/send-notes.ts';

const LOOK_EVERY_MS = 100;

/** What was looked at, and what of it is not as it must be. */
export interface Findings {
  counts: Record<string, number>;
  /** Empty when all is well. */
  broken: string[];
}

export interface Promised {
  notes: NotesKept[];
  alerts: AlertKept[];
}

/** Waits until nothing is under way between the nodes, and checks in their databases what must hold whatever has happened. */
export async function inspect(
  { nodes, register }: RunningMembers,
  { notes, alerts }: Promised,
  settleMs: number,
): Promise<Findings> {
  const opened = await Promise.all(nodes.map(openResting));
  const rest: AtRest = { nodes: opened.map(({ resting }) => resting), register };
  try {
    const broken = await unsettled(rest, settleMs);
    broken.push(...(await checkEnvelopes(rest)), ...(await checkReceipts(rest)), ...(await checkNotes(rest, notes)));
    broken.push(...(await checkAlerts(rest)), ...(await checkAlertSteps(rest, alerts)), ...(await checkLogs(rest)));
    broken.push(...(await checkFiles(rest)), ...(await checkErasure(rest)), ...(await checkWitnesses(rest)));
    return { counts: await countAll(rest), broken };
  } finally {
    await Promise.all(opened.map(({ database }) => database.close()));
  }
}

/**
 * Waits until nothing is under way between the nodes: what has left a node is then known elsewhere, whatever becomes of it. Says
 * what still is when the time is over.
 */
export async function comeToRest({ nodes }: Pick<RunningMembers, 'nodes'>, settleMs: number): Promise<string[]> {
  const opened = await Promise.all(nodes.map(openResting));
  try {
    return await unsettled({ nodes: opened.map(({ resting }) => resting) }, settleMs);
  } finally {
    await Promise.all(opened.map(({ database }) => database.close()));
  }
}

async function openResting({
  id,
  state,
  environment,
}: NodeUnderFaults): Promise<{ database: OpenDatabase; resting: Resting }> {
  const config = readConfig(environment);
  const database = await joinDatabase(config, createLog('error'), 'looking after a run with faults');
  return { database, resting: { id, state, db: database.db, nodeKeyFile: config.nodeKeyFile } };
}

async function unsettled({ nodes }: Pick<AtRest, 'nodes'>, settleMs: number): Promise<string[]> {
  try {
    await untilSettled(nodes, settleMs);
    return await untilFilesCame(nodes, settleMs);
  } catch (error) {
    return [(error as Error).message];
  }
}

/** A file whose pulling was cut is tried again later: under faults that is the rule, and what is lost with a disk must have left it. */
async function untilFilesCame(nodes: AtRest['nodes'], withinMs: number): Promise<string[]> {
  const until = Date.now() + withinMs;
  for (;;) {
    const coming = (await Promise.all(nodes.map(readComing))).flat();
    if (coming.length === 0 || Date.now() > until) return coming;
    await pause(LOOK_EVERY_MS);
  }
}

async function readComing({ id, db }: AtRest['nodes'][number]): Promise<string[]> {
  const { rows } = await sql<{ node: string; seq: number }>`
    SELECT node, seq FROM exchange.file WHERE state = 'coming'`.execute(db);
  return rows.map(({ node, seq }) => `the file of number ${seq} from ${node} has not come to ${id}`);
}

async function countAll({ nodes }: AtRest): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { db } of nodes) {
    const { rows } = await sql<{ what: string; count: number }>`
      SELECT 'envelopes' AS what, count(*) AS count FROM exchange.outbox
      UNION ALL SELECT 'of them about alerts', count(*) FROM exchange.outbox WHERE type LIKE 'alerts.%'
      UNION ALL SELECT 'of them refused', count(*) FROM exchange.dead_letter
      UNION ALL SELECT 'files', count(*) FROM exchange.file WHERE node IS NOT NULL AND state = 'here'
      UNION ALL SELECT 'alerts erased', count(*) FROM alerts.alert WHERE node IS NULL AND status = 'deleted'
      UNION ALL SELECT 'numbers passed over', coalesce(sum(last - first + 1), 0)::bigint FROM exchange.passed
      UNION ALL SELECT 'receipts', count(*) FROM exchange.receipt_held
      UNION ALL SELECT 'alerts', count(*) FROM alerts.alert WHERE node IS NULL AND current IS NOT NULL
      UNION ALL SELECT 'restores that showed', count(*) FROM exchange.restore
      UNION ALL SELECT 'records lost', coalesce(sum(lost), 0)::bigint FROM exchange.restore
      UNION ALL SELECT 'records in the logs', count(*) FROM audit.record`.execute(db);
    for (const { what, count } of rows) counts[what] = (counts[what] ?? 0) + count;
  }
  return counts;
}
