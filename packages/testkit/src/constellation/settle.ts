import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@entente/node/platform/database/database';
import { sql } from 'kysely';

const LOOK_EVERY_MS = 20;

/** A node to wait for. */
export interface Settling {
  id: string;
  db: Database;
}

/**
 * Waits until nothing is under way between these nodes: their channels are open, what each wrote for another of them is numbered,
 * delivered, applied, both its receipts are back, and its files are there, unless they have failed. Throws, saying what is missing,
 * when the time is over.
 */
export async function untilSettled(nodes: readonly Settling[], withinMs: number): Promise<void> {
  const until = Date.now() + withinMs;
  for (;;) {
    const missing = (await Promise.all(nodes.map((node) => underWay(node, nodes)))).flat();
    if (missing.length === 0) return;
    if (Date.now() > until) throw new Error(`The nodes did not settle: ${missing.join('; ')}`);
    await pause(LOOK_EVERY_MS);
  }
}

async function underWay({ id, db }: Settling, nodes: readonly Settling[]): Promise<string[]> {
  const others = nodes.map((node) => node.id).filter((other) => other !== id);
  const { rows } = await sql<{ what: string; node: string; count: number }>`
    SELECT 'unnumbered for' AS what, node, count(*) AS count FROM exchange.outbox
      WHERE seq IS NULL AND node = ANY(${others}) GROUP BY node
    UNION ALL SELECT 'unsettled for', node, sent - least(delivered, settled) FROM exchange.outgoing
      WHERE least(delivered, settled) < sent AND node = ANY(${others})
    UNION ALL SELECT 'no open channel with', other, 1 FROM unnest(${others}::text[]) AS other
      WHERE NOT EXISTS (SELECT FROM exchange.opening WHERE node = other AND state = 'open')
    UNION ALL SELECT 'unapplied from', node, received - applied FROM exchange.incoming
      WHERE applied < received AND node = ANY(${others})
    UNION ALL SELECT 'attachments to pull from', node, count(*) FROM exchange.file
      WHERE NOT told AND tries = 0 AND node = ANY(${others}) GROUP BY node`.execute(db);
  return rows.map(({ what, node, count }) => `${id} has ${count} ${what} ${node}`);
}
