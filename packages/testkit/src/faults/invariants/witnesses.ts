import { readEvents } from '@entente/node/capabilities/audit/index';
import type { AtRest } from './state.ts';

/** What a node that never rewrote its log must never hear of. Silence is no accusation. */
const ACCUSATIONS = ['exchange.witness-refused', 'exchange.split-view-found'] as const;

/** No honest node's log was taken for an altered one, however often it was killed. */
export async function checkWitnesses({ nodes }: AtRest): Promise<string[]> {
  const faults: string[] = [];
  for (const { id, db } of nodes) {
    for (const event of ACCUSATIONS) {
      const records = await readEvents(db, { event, from: new Date(0), limit: 100 });
      for (const { facts } of records) faults.push(`${id} recorded ${event}: ${JSON.stringify(facts)}`);
    }
  }
  return faults;
}
