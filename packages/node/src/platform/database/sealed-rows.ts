import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '@entente/crypto/refusal';
import { HEADER_BYTES, keyIdOf, rewrapHeaders } from '@entente/crypto/sealed-record/sealed-record';
import type pg from 'pg';
import { type KeyRing, showKeyId } from '../sealing/key-ring.ts';
import type { SealedTable } from '../sealing/sealed-table.ts';

/** How many rows of a table are sealed under a key. */
export interface KeyCount {
  table: string;
  column: string;
  key: number;
  rows: number;
}

/** What wrapping anew came to. `unopened`: rows whose header no key of the ring opens; they stay as they are. */
export interface Rewrapped {
  rows: number;
  unopened: number;
}

/** Rows wrapped anew in one transaction: a few hundredths of a second, for which their writers may have to wait. */
const BATCH = 500;
/** The share of each batch's time that is left to others after it: a desk on the same machine comes first. */
const REST = 0.5;

/** How many rows of each table are sealed under which key. */
export async function countByKey(pool: pg.Pool, tables: readonly SealedTable[]): Promise<KeyCount[]> {
  const counts: KeyCount[] = [];
  for (const { name, column } of tables) {
    const { rows } = await pool.query<{ key: string; rows: number }>(
      `SELECT encode(substring(${quote(column)} FROM 2 FOR 4), 'hex') AS key, count(*) AS rows
       FROM ${quote(name)} WHERE ${quote(column)} IS NOT NULL GROUP BY 1 ORDER BY 1`,
    );
    counts.push(...rows.map((row) => ({ table: name, column, key: Number.parseInt(row.key, 16), rows: row.rows })));
  }
  return counts;
}

/**
 * Wraps the record keys of a table by the ring's current key, row by row, in the order of the primary key; what is sealed
 * never leaves the database. Rows that others hold just then are passed over: call it again until it finds none. Cut short
 * at any moment it leaves rows of both keys, and goes on where it was when called again.
 */
export async function rewrapTable(
  pool: pg.Pool,
  table: SealedTable,
  ring: KeyRing,
  options: { signal: AbortSignal; onBatch(rewrapped: Rewrapped): void },
): Promise<Rewrapped> {
  const statements = await prepare(pool, table);
  const total = { rows: 0, unopened: 0 };
  let after: string[] | undefined;
  do {
    options.signal.throwIfAborted();
    const began = performance.now();
    const batch = await rewrapBatch(pool, table, statements, ring, after);
    total.rows += batch.rows;
    total.unopened += batch.unopened;
    after = batch.last;
    if (batch.rows + batch.unopened > 0) options.onBatch(batch);
    if (after !== undefined) await pause((performance.now() - began) * REST, undefined, { signal: options.signal });
  } while (after !== undefined);
  return total;
}

interface Statements {
  first: string;
  next: string;
  update: string;
}

async function prepare(pool: pg.Pool, { name, key, column }: SealedTable): Promise<Statements> {
  const types = await readTypes(pool, name, key);
  const columns = key.map(quote).join(', ');
  const sealed = quote(column);
  const select = (where: string) =>
    `SELECT ARRAY[${key.map((part) => `${quote(part)}::text`).join(', ')}] AS key,
       substring(${sealed} FROM 1 FOR ${HEADER_BYTES}) AS header
     FROM ${quote(name)}
     WHERE ${sealed} IS NOT NULL AND substring(${sealed} FROM 2 FOR 4) <> $1 ${where}
     ORDER BY ${columns} LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`;
  const values = types.map((type, at) => `$${at + 2}::${type}`).join(', ');
  const arrays = types.map((type, at) => `$${at + 2}::${type}[]`).join(', ');
  return {
    first: select(''),
    next: select(`AND (${columns}) > (${values})`),
    update: `UPDATE ${quote(name)} AS sealed
      SET ${sealed} = fresh.header || substring(sealed.${sealed} FROM ${HEADER_BYTES + 1})
      FROM unnest($1::bytea[], ${arrays}) AS fresh (header, ${columns})
      WHERE ${key.map((part) => `sealed.${quote(part)} = fresh.${quote(part)}`).join(' AND ')}`,
  };
}

/** The batch's rows stay locked until their headers are written: nobody changes a row in between, and nobody waits for a row we wait for. */
async function rewrapBatch(
  pool: pg.Pool,
  table: SealedTable,
  statements: Statements,
  ring: KeyRing,
  after: string[] | undefined,
): Promise<Rewrapped & { last: string[] | undefined }> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const current = Buffer.from(showKeyId(ring.current), 'hex');
    const { rows } = after
      ? await client.query<SealedRow>(statements.next, [current, ...after])
      : await client.query<SealedRow>(statements.first, [current]);
    const fresh = rewrap(rows, ring);
    if (fresh.length > 0) {
      const keys = table.key.map((_, at) => fresh.map((row) => row.key[at]));
      await client.query(statements.update, [fresh.map(({ header }) => header), ...keys]);
    }
    await client.query('COMMIT');
    const last = rows.length < BATCH ? undefined : rows.at(-1)?.key;
    return { rows: fresh.length, unopened: rows.length - fresh.length, last };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

interface SealedRow {
  key: string[];
  header: Buffer;
}

/** The rows with their headers wrapped anew; those that no key opens are left out. */
function rewrap(rows: SealedRow[], ring: KeyRing): SealedRow[] {
  const to = { id: ring.current, key: ring.keys.get(ring.current)! };
  const byKey = Map.groupBy(
    rows.filter(({ header }) => hasHeader(header)),
    ({ header }) => keyIdOf(header),
  );
  return [...byKey].flatMap(([id, sealed]) => {
    const from = ring.keys.get(id);
    if (!from) return [];
    const headers = rewrapHeaders(
      sealed.map(({ header }) => header),
      from,
      to,
    );
    return sealed.flatMap(({ key }, at) => (headers[at] ? [{ key, header: headers[at] }] : []));
  });
}

function hasHeader(header: Buffer): boolean {
  try {
    return keyIdOf(header) >= 0;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function readTypes(pool: pg.Pool, table: string, key: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [quote(table)],
  );
  const types = new Map(rows.map(({ name, type }) => [name, type]));
  return key.map((part) => {
    const type = types.get(part);
    if (type === undefined) throw new Error(`the sealed table ${table} has no column ${part}`);
    return type;
  });
}

/** Names come from the rooms' own code; quoting is for those that are words of SQL. */
function quote(name: string): string {
  return name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');
}
