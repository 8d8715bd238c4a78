import type { Tx } from '../../../../platform/database/database.ts';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import { ALERTS_PROBLEMS } from '../../problems.ts';
import { countReading } from '../../store/readings.ts';
import type { AlertParts } from './parts.ts';

/** Counts what an officer reads; beyond the hour's budget it is export in bulk, refused and shown to oversight. */
export async function spendReading(
  tx: Tx,
  parts: AlertParts,
  asking: Asking,
  what: 'alert' | 'line',
  number: number,
): Promise<void> {
  if (number === 0) return;
  const { alertsPerHour, linesPerHour } = parts.membership.procedure().reading;
  const budget = what === 'alert' ? alertsPerHour : linesPerHour;
  const at = parts.clock.now();
  const count = await countReading(tx, asking.officer.id, what, at, number);
  if (count <= budget) return;
  // In a transaction of its own: the refusal rolls back the one at hand, the count with it, and must stay on record.
  await parts.db.transaction().execute((own) =>
    recordEvent(own, {
      ...attribution(asking),
      at,
      event: 'alerts.bulk-reading-refused',
      outcome: 'refused',
      facts: { what, budget },
    }),
  );
  throw new Problem(ALERTS_PROBLEMS['reading-budget-spent'], { headers: { 'retry-after': '3600' } });
}
