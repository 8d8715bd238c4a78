import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@entente/node/platform/config';
import { openDatabase } from '@entente/node/platform/database/database';
import { createLog } from '@entente/node/platform/log';
import { inventPeople } from '@entente/testkit/people/person';
import type { Pool } from 'pg';
import { type Figures, figuresOf } from './figures.ts';
import { type BenchQuery, inventQueries } from './queries.ts';

/** Rows handed over at once. */
const BATCH = 20_000;

/** What PostgreSQL's pg_trgm does on the same persons: names by trigrams with a GIN index, documents by an ordinary one. */
export interface Trigrams {
  buildSeconds: number;
  figures: Figures;
}

/**
 * Loads the persons into a PostgreSQL of its own and asks the same kinds of questions. It explains nothing and weighs no
 * birth date; its threshold is 0.45, at which one slip in a name is still found.
 */
export async function measureTrigrams(persons: number, queries: number, seed: number): Promise<Trigrams> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  const config = readConfig({ ENTENTE_DATA_DIR: folder });
  const database = await openDatabase(config, createLog('silent'));
  try {
    const began = performance.now();
    await loadPeople(database.pool, persons, seed);
    const buildSeconds = (performance.now() - began) / 1000;
    return { buildSeconds, figures: await ask(database.pool, inventQueries(queries, persons, seed)) };
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function loadPeople(pool: Pool, persons: number, seed: number): Promise<void> {
  await pool.query(`
    CREATE EXTENSION pg_trgm;
    CREATE TABLE name (person integer NOT NULL, full_name text NOT NULL);
    CREATE TABLE document (person integer NOT NULL, number text NOT NULL);`);
  let names: [number, string][] = [];
  let documents: [number, string][] = [];
  const flush = async () => {
    await insert(pool, 'name', names);
    await insert(pool, 'document', documents);
    names = [];
    documents = [];
  };
  for (const { number, identity } of inventPeople(persons, seed)) {
    for (const name of identity.names) names.push([number, name.full]);
    for (const held of identity.documents) documents.push([number, held.number]);
    if (names.length >= BATCH) await flush();
  }
  await flush();
  await pool.query(`
    SET maintenance_work_mem = '1GB';
    CREATE INDEX ON name USING gin (full_name gin_trgm_ops);
    CREATE INDEX ON document (number);
    ANALYZE name;
    ANALYZE document;`);
}

async function insert(pool: Pool, table: 'name' | 'document', rows: [number, string][]): Promise<void> {
  const columns = [rows.map(([person]) => person), rows.map(([, text]) => text)];
  await pool.query(`INSERT INTO ${table} SELECT * FROM unnest($1::integer[], $2::text[])`, columns);
}

async function ask(pool: Pool, asked: BenchQuery[]): Promise<Figures> {
  const client = await pool.connect();
  try {
    await client.query('SET pg_trgm.similarity_threshold = 0.45');
    for (const { query } of asked.slice(0, 20)) await askOne(client, query);
    const durations: number[] = [];
    for (const { query } of asked) {
      const start = performance.now();
      await askOne(client, query);
      durations.push(performance.now() - start);
    }
    return figuresOf(durations);
  } finally {
    client.release();
  }
}

async function askOne(client: Pick<Pool, 'query'>, query: BenchQuery['query']): Promise<void> {
  const [document] = query.documents ?? [];
  if (document) {
    await client.query({
      name: 'document',
      text: 'SELECT person FROM document WHERE number = $1',
      values: [document.number],
    });
    return;
  }
  await client.query({
    name: 'name',
    text: 'SELECT person, full_name, similarity(full_name, $1) AS score FROM name WHERE full_name % $1 ORDER BY score DESC LIMIT 10',
    values: [query.names[0]],
  });
}
