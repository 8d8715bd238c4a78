import { verifyStoredLog } from '@entente/node/capabilities/audit/index';
import { sql } from 'kysely';
import type { AtRest, Resting } from './state.ts';

/** Every node's log verifies from its first record to its last, and has one record for each envelope sent and received. */
export async function checkLogs({ nodes }: AtRest): Promise<string[]> {
  const faults: string[] = [];
  for (const node of nodes) {
    faults.push(...(await verify(node)), ...(await checkRecords(node)));
  }
  return faults;
}

/** What `entente audit verify` does. */
async function verify({ id, db, nodeKeyFile }: Resting): Promise<string[]> {
  const stored = await verifyStoredLog(db, nodeKeyFile, {});
  if (stored === undefined) return [`${id} has no log`];
  const { faultCount, faults } = stored.verdict;
  return faultCount === 0 ? [] : [`the log of ${id} has ${faultCount} faults, the first: ${JSON.stringify(faults[0])}`];
}

async function checkRecords({ id, db }: Resting): Promise<string[]> {
  const { rows } = await sql<{ what: string; count: number }>`
    SELECT 'sent' AS what, count(*) - count(DISTINCT record) AS count FROM exchange.outbox WHERE record IS NOT NULL
    UNION ALL SELECT 'received', count(*) - count(DISTINCT record) FROM exchange.inbox`.execute(db);
  return rows
    .filter(({ count }) => count !== 0)
    .map(({ what, count }) => `${id}: ${count} records of what it ${what} stand for two envelopes`);
}
