import { setTimeout as pause } from 'node:timers/promises';
import { recordEvent } from '@entente/node/capabilities/audit/index';
import { sql } from 'kysely';
import type { ConstellationNode } from './constellation.ts';

/** Records something at a running node, and waits until it is in the tree of its log. */
export async function growLog({ database: { db }, clock }: ConstellationNode, count = 1): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (let at = 0; at < count; at++) {
      await recordEvent(tx, {
        at: clock.now(),
        event: 'screening.checked',
        actor: { kind: 'officer', id: 'aigerim' },
        outcome: 'done',
      });
    }
  });
  for (;;) {
    const { rows } = await sql`SELECT FROM audit.record WHERE position IS NULL`.execute(db);
    if (rows.length === 0) return;
    await pause(20);
  }
}

/** Has every running node make a round of witnessing, all at once. */
export async function witnessAll(nodes: readonly ConstellationNode[]): Promise<void> {
  await Promise.all(nodes.filter((node) => node.isRunning()).map(({ node }) => node.exchange.witness()));
}
