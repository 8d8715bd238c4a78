import type { PoolClient } from 'pg';
import type { Log } from '../log.ts';

/*
 * A dropped column and an updated row stay in the table's file until it is written anew. Writing it anew is no part of a
 * transaction, so what is due is noted in the migration's own, and done afterwards, or by the next start.
 */

/** Notes tables that are to be written anew; empty ones hold nothing. */
export async function noteRewrites(client: PoolClient, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await client.query(
      `INSERT INTO platform.rewrite (table_name) SELECT $1::text WHERE pg_relation_size($1::text::regclass) > 0
       ON CONFLICT (table_name) DO NOTHING`,
      [table],
    );
  }
}

/** Writes the tables anew that are noted; one that a later migration dropped is gone with what it held. */
export async function rewriteTables(client: PoolClient, log: Log): Promise<void> {
  const { rows } = await client.query<{ noted: string; table: string | null }>(
    'SELECT table_name AS noted, to_regclass(table_name)::text AS "table" FROM platform.rewrite ORDER BY table_name',
  );
  for (const { noted, table } of rows) {
    if (table !== null) {
      log.info({ table }, 'writing the table anew, without what it held before');
      // The name was read as an identifier of this database.
      await client.query(`VACUUM (FULL) ${table}`);
    }
    await client.query('DELETE FROM platform.rewrite WHERE table_name = $1', [noted]);
  }
}
