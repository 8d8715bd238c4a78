import { sql } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';

/** How the channel with a node fares, in figures. */
export interface ChannelRow {
  node: string;
  waiting: number;
  sent: number;
  delivered: number;
  settled: number;
  deliveredAt: Date | null;
  head: number | null;
  reachedAt: Date | null;
  failingSince: Date | null;
  failure: string | null;
  held: number;
  received: number;
  applied: number;
  receivedAt: Date | null;
}

/** The channels with these nodes, by node; those nothing ever went through too. */
export async function readChannels(db: Database, nodes: readonly string[]): Promise<Map<string, ChannelRow>> {
  const { rows } = await sql<ChannelRow>`
    SELECT peer.node,
      (SELECT count(*) FROM exchange.outbox WHERE outbox.node = peer.node AND seq IS NULL) AS waiting,
      coalesce(outgoing.sent, 0) AS sent, greatest(outgoing.delivered, outgoing.settled, 0) AS delivered,
      coalesce(outgoing.settled, 0) AS settled, outgoing.delivered_at AS "deliveredAt", outgoing.head,
      outgoing.reached_at AS "reachedAt", outgoing.failing_since AS "failingSince", outgoing.failure,
      (SELECT count(*) FROM exchange.dead_letter JOIN exchange.outbox USING (id)
        WHERE outbox.node = peer.node AND released_at IS NULL) AS held,
      coalesce(incoming.received, 0) AS received, coalesce(incoming.applied, 0) AS applied,
      incoming.received_at AS "receivedAt"
    FROM unnest(${nodes}::text[]) AS peer (node)
    LEFT JOIN exchange.outgoing USING (node) LEFT JOIN exchange.incoming USING (node)`.execute(db);
  return new Map(rows.map((row) => [row.node, row]));
}
