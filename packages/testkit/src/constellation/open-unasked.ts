import { sql } from 'kysely';
import type { ConstellationNode } from './constellation.ts';

/** Opens a node's log and its channels though its peers are away, as if they had told: for a test that speaks in their place. */
export async function openUnasked({ database, id }: ConstellationNode, peers: readonly string[]): Promise<void> {
  await sql`
    INSERT INTO exchange.opening (node, state, since)
    SELECT node, 'open', now() FROM unnest(${peers.filter((peer) => peer !== id)}::text[]) AS peer (node)
    ON CONFLICT (node) DO UPDATE SET state = 'open', target = NULL, why = NULL`.execute(database.db);
  await sql`UPDATE audit.log SET growth = 'witnessed'`.execute(database.db);
}
