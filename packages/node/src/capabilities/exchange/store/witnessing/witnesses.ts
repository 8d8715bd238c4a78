import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { WitnessState } from '../../model/witnessing.ts';
import { tablesOf } from './tables.ts';

/** Another node as a witness of this one's log. */
export interface WitnessRow extends WitnessState {
  node: string;
  /** Size of the head it cosigned last. */
  known: number;
  cosignedAt: Date | null;
}

/** Witnesses that were asked before, by node. */
export async function readWitnesses(db: Database | Tx): Promise<Map<string, WitnessRow>> {
  const rows = await tablesOf(db).selectFrom('exchange.witness').selectAll().execute();
  return new Map(
    rows.map(({ broken_at, cosigned_at, ...row }) => [
      row.node,
      { ...row, brokenAt: broken_at, cosignedAt: cosigned_at },
    ]),
  );
}

export async function writeWitnessState(tx: Tx, node: string, to: WitnessState): Promise<void> {
  const { state, since, missed, refusal, brokenAt } = to;
  await sql`
    INSERT INTO exchange.witness (node, state, since, missed, refusal, broken_at)
    VALUES (${node}, ${state}, ${since}, ${missed}, ${refusal}, ${brokenAt})
    ON CONFLICT (node) DO UPDATE SET state = excluded.state, since = excluded.since, missed = excluded.missed,
      refusal = excluded.refusal, broken_at = excluded.broken_at`.execute(tx);
}

/** Where a witness stands; also back, where it says that it has cosigned less. */
export async function writeKnown(db: Database | Tx, node: string, known: number, at: Date): Promise<void> {
  await sql`
    INSERT INTO exchange.witness (node, known, since) VALUES (${node}, ${known}, ${at})
    ON CONFLICT (node) DO UPDATE SET known = excluded.known`.execute(db);
}

/** Keeps a cosignature with the head it is for; a newer one of the same witness takes its place. */
export async function writeCosignature(
  tx: Tx,
  { size, node, line, receivedAt }: { size: number; node: string; line: string; receivedAt: Date },
): Promise<void> {
  await sql`
    INSERT INTO exchange.cosignature (size, node, line, received_at) VALUES (${size}, ${node}, ${line}, ${receivedAt})
    ON CONFLICT (size, node) DO UPDATE SET line = excluded.line, received_at = excluded.received_at`.execute(tx);
  await sql`
    INSERT INTO exchange.witness (node, known, cosigned_at, since)
    VALUES (${node}, ${size}, ${receivedAt}, ${receivedAt})
    ON CONFLICT (node) DO UPDATE SET known = excluded.known, cosigned_at = excluded.cosigned_at`.execute(tx);
}

/** Cosignatures on the newest heads that have any: some sizes, the largest first, each with its lines. */
export async function readCosignatures(
  db: Database | Tx,
  { upTo, sizes }: { upTo: number; sizes: number },
): Promise<{ size: number; lines: string[]; receivedAt: Date }[]> {
  const { rows } = await sql<{ size: number; lines: string[]; receivedAt: Date }>`
    SELECT size, array_agg(line ORDER BY node) AS lines, max(received_at) AS "receivedAt" FROM exchange.cosignature
    WHERE size <= ${upTo} GROUP BY size ORDER BY size DESC LIMIT ${sizes}`.execute(db);
  return rows;
}
