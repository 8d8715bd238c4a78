import type { Tx } from '@entente/node/platform/database/database';
import { sql } from 'kysely';
import type { ConstellationNode } from './constellation.ts';

/** What a copy of a node's state holds of its log, and of who has cosigned it; the columns that are not derived. */
const KEPT = {
  'audit.log': 'origin, verifier_key, size',
  'audit.record': 'content, leaf_hash, position',
  'audit.part': 'record, name, personal, erased_by',
  'audit.tile': 'level, index, hashes',
  'audit.checkpoint': 'size, note',
  'exchange.witness': 'node, known, cosigned_at, missed, state, since, refusal, broken_at',
  'exchange.cosignature': 'size, node, line, received_at',
};
const TABLES = Object.entries(KEPT);

/** Changes tables of a node as somebody with every right on its database could: no trigger is in the way. */
export async function asIntruder(
  { database: { db } }: ConstellationNode,
  tables: readonly string[],
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const set = async (what: 'DISABLE' | 'ENABLE') => {
      for (const table of tables) await sql.raw(`ALTER TABLE ${table} ${what} TRIGGER USER`).execute(tx);
    };
    await set('DISABLE');
    await work(tx);
    await set('ENABLE');
  });
}

/** Keeps a copy of a node's log as it is now. */
export async function keepHistory({ database: { db } }: ConstellationNode): Promise<void> {
  await sql`DROP SCHEMA IF EXISTS kept CASCADE`.execute(db);
  await sql`CREATE SCHEMA kept`.execute(db);
  for (const [table, columns] of TABLES) {
    await sql.raw(`CREATE TABLE kept.${table.replace('.', '_')} AS SELECT ${columns} FROM ${table}`).execute(db);
  }
}

/**
 * Puts the kept copy in the place of the log of a node that is stopped. What it records from then on is another history than the one
 * it had shown: the same key, other records.
 */
export async function returnToHistory(node: ConstellationNode): Promise<void> {
  if (node.isRunning()) throw new Error('A log is exchanged under a node that is stopped');
  await asIntruder(node, Object.keys(KEPT), async (tx) => {
    for (const [table] of TABLES.toReversed()) await sql.raw(`DELETE FROM ${table}`).execute(tx);
    for (const [table, columns] of TABLES) {
      await sql
        .raw(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM kept.${table.replace('.', '_')}`)
        .execute(tx);
    }
  });
}
