import type { Database, Tx } from '../../../../platform/database/database.ts';
import { Problem } from '../../../../platform/problem.ts';
import { readGrowth } from '../../../audit/index.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';

/** Whether this node has yet to hear from its peers what it may have done and forgotten. */
export async function isHistoryHeld(db: Database | Tx): Promise<boolean> {
  return (await readGrowth(db)) === 'held';
}

/** Refuses what would be decided on a past that may not be the whole: a number given twice, a withdrawn alert amended. */
export async function requireHistory(tx: Database | Tx): Promise<void> {
  if (await isHistoryHeld(tx))
    throw new Problem(EXCHANGE_PROBLEMS['history-held'], { headers: { 'retry-after': '2' } });
}
