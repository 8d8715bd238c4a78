import { sql } from 'kysely';
import type { AtRest, Resting } from './state.ts';

/** Of what is erased no envelope says anything any more, in no outbox and no inbox. */
export async function checkErasure({ nodes }: AtRest): Promise<string[]> {
  const erased = new Set((await Promise.all(nodes.map(readErased))).flat());
  const faults: string[] = [];
  for (const node of nodes) {
    const kept = await readKept(node, [...erased]);
    faults.push(...kept.map(({ box, about }) => `${about} is erased, and the ${box} of ${node.id} says what it was`));
  }
  return faults;
}

async function readErased({ db }: Resting): Promise<string[]> {
  const { rows } = await sql<{ reference: string }>`
    SELECT reference FROM alerts.alert WHERE status = 'deleted'`.execute(db);
  return rows.map(({ reference }) => reference);
}

async function readKept({ db }: Resting, about: readonly string[]): Promise<{ box: string; about: string }[]> {
  // What had not been dealt with when it was to be erased is erased in the next round.
  const { rows } = await sql<{ box: string; about: string }>`
    SELECT 'outbox' AS box, about FROM exchange.outbox
      WHERE about = ANY(${about}::text[]) AND personal IS NOT NULL AND NOT erase
    UNION ALL SELECT 'inbox', about FROM exchange.inbox
      WHERE about = ANY(${about}::text[]) AND personal IS NOT NULL AND NOT erase`.execute(db);
  return rows;
}
