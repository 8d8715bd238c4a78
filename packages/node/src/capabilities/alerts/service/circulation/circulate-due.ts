import type { Database } from '../../../../platform/database/database.ts';
import { lockAlerts } from '../../store/alerts.ts';
import { findDue } from '../../store/circulation.ts';
import { type CirculationParts, circulateAll } from './circulate.ts';

/** Alerts of one transaction; the next takes more. */
const BATCH = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Goes through the alerts in force that some node should hold and does not, and tells it. Returns how many envelopes. */
export async function circulateDue(parts: CirculationParts & { db: Database }, signal: AbortSignal): Promise<number> {
  const standing = parts.membership.standing();
  if (!standing) return 0;
  let told = 0;
  for (const [node, { record }] of standing.register.nodes) {
    if (node === standing.self) continue;
    const { holder, of } = record;
    for (let after = FIRST; !signal.aborted; ) {
      const ids = await findDue(parts.db, { node, holder, of }, after, BATCH);
      told += await circulateBatch(parts, ids);
      if (ids.length < BATCH) break;
      after = ids.at(-1)!;
    }
  }
  return told;
}

async function circulateBatch(parts: CirculationParts & { db: Database }, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  return await parts.db.transaction().execute(async (tx) => {
    const alerts = await lockAlerts(tx, ids);
    return await circulateAll(tx, parts, alerts);
  });
}
