import { sql } from 'kysely';
import type { TestDatabase } from './database.ts';

/** Everything that stands in the tables of a schema, as one text, bytes as they would read: what whoever dumps it could read. */
export async function dumpSchema({ db }: Pick<TestDatabase, 'db'>, schema: string): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = ${schema} AND table_type = 'BASE TABLE' ORDER BY 1`.execute(db);
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      SELECT row_to_json(held)::text AS row FROM ${sql.table(`${schema}.${name}`)} AS held`.execute(db);
    texts.push(...rows.map(({ row }) => `${name} ${row} ${bytesOf(row)}`));
  }
  return texts.join('\n');
}

function bytesOf(row: string): string {
  return [...row.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex!, 'hex').toString('utf8')).join(' ');
}
