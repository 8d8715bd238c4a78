import { sql } from 'kysely';
import type { TestDatabase } from './database.ts';

/** One column of a table with everything in it, in each form in which a name could be read. */
export interface DumpedColumn {
  column: string;
  /** As text; of bytes the hexadecimal digits, and what they are as UTF-8, UTF-16 and Latin-1. In lower case. */
  forms: string[];
}

/** Every value of every column of every table but PostgreSQL's own: what whoever has the database can read. */
export async function dumpDatabase({ db }: Pick<TestDatabase, 'db'>): Promise<DumpedColumn[]> {
  const { rows: columns } = await sql<{ schema: string; table: string; column: string; type: string }>`
    SELECT nspname AS schema, relname AS table, attname AS column, format_type(atttypid, NULL) AS type
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE relkind IN ('r', 'p', 'm') AND attnum > 0 AND NOT attisdropped
      AND nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
    ORDER BY 1, 2, attnum`.execute(db);
  const dumped: DumpedColumn[] = [];
  for (const { schema, table, column, type } of columns) {
    const value = type === 'bytea' ? sql.ref(column) : sql`${sql.ref(column)}::text`;
    const { rows } = await sql<{ value: string | Buffer }>`
      SELECT ${value} AS value FROM ${sql.table(`${schema}.${table}`)} WHERE ${sql.ref(column)} IS NOT NULL`.execute(
      db,
    );
    const forms = rows.flatMap((row) => (typeof row.value === 'string' ? [row.value] : formsOf(row.value)));
    dumped.push({ column: `${schema}.${table}.${column}`, forms: forms.map((form) => form.toLowerCase()) });
  }
  return dumped;
}

function formsOf(bytes: Buffer): string[] {
  const encodings = ['hex', 'utf8', 'latin1', 'utf16le'] as const;
  return encodings.map((encoding) => bytes.toString(encoding));
}

/** A key or hash in base64: among a thousand of its letters, whatever their case, one short name in a thousand stands by chance. */
const DIGITS = /[a-z0-9+/_-]{64,}/g;
const SHORT = 8;

/** Which of the words stand in which column, in clear or as the digits of their UTF-8. */
export function findInDump(dump: DumpedColumn[], words: Iterable<string>): string[] {
  const found: string[] = [];
  const texts = dump.map(({ column, forms }) => {
    const text = forms.join('\n');
    return { column, text, written: text.replace(DIGITS, ' ') };
  });
  for (const word of new Set(words)) {
    const clear = word.toLowerCase();
    const digits = Buffer.from(word, 'utf8').toString('hex');
    for (const { column, text, written } of texts) {
      const isClear = (word.length < SHORT ? written : text).includes(clear);
      if (isClear || text.includes(digits)) found.push(`${column}: ${word}`);
    }
  }
  return found;
}
