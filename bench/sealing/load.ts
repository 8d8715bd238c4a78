import { streamSubjects } from '@entente/node/capabilities/alerts/index';
import { sql } from 'kysely';
import type { BenchOptions, Row } from '../row.ts';
import type { LoadedNode } from './node-with-subjects.ts';
import { median, processorTime } from './processor-time.ts';

/** Rows a query brings, as the node reads them. */
const PAGE = 2000;

/** Reads every listed subject from PostgreSQL, sealed as it lies there, and as `jsonb` from a table of the same rows, by turns. */
export async function measureLoad(
  { database: { db } }: LoadedNode,
  rounds: number,
  log: BenchOptions['log'],
): Promise<Row[]> {
  await copyPlain(db);
  const readers = { sealed: readSealed, plain: readPlain } satisfies Record<string, Reader>;
  const seen = { sealed: [] as Times[], plain: [] as Times[] };
  for (let round = 0; round < rounds; round++) {
    for (const name of ['sealed', 'plain'] as const) seen[name].push(await timesOf(() => readers[name](db)));
    log(`load, round ${round + 1}: ${JSON.stringify({ sealed: seen.sealed.at(-1), plain: seen.plain.at(-1) })}`);
  }
  const { rows } = await sql<{ sealed: number; plain: number }>`
    SELECT pg_table_size('alerts.subject') AS sealed, pg_table_size('public.plain') AS plain`.execute(db);
  await sql`DROP TABLE public.plain`.execute(db);
  const row = (metric: string, value: number, unit: string, plain: number): Row => ({
    metric,
    value,
    unit,
    better: 'lower',
    budget: null,
    peers: { jsonb: plain },
  });
  return [
    row('load_row_us', of(seen.sealed, 'clock'), 'µs', of(seen.plain, 'clock')),
    row('load_row_cpu_us', of(seen.sealed, 'processor'), 'µs', of(seen.plain, 'processor')),
    row('table_mib', mebibytes(rows[0]!.sealed), 'MiB', mebibytes(rows[0]!.plain)),
  ];
}

async function copyPlain(db: LoadedNode['database']['db']): Promise<void> {
  await sql`CREATE TABLE public.plain (id uuid PRIMARY KEY, personal jsonb NOT NULL)`.execute(db);
  let ids: string[] = [];
  let texts: string[] = [];
  const write = async () => {
    await sql`INSERT INTO public.plain SELECT id, personal::jsonb
      FROM unnest(${ids}::uuid[], ${texts}::text[]) AS incoming (id, personal)`.execute(db);
    [ids, texts] = [[], []];
  };
  for await (const { id, subject } of streamSubjects(db)) {
    ids.push(id);
    texts.push(JSON.stringify(subject));
    if (ids.length === PAGE) await write();
  }
  await write();
  await sql`ANALYZE public.plain`.execute(db);
}

type Reader = (db: LoadedNode['database']['db']) => Promise<number>;

const readSealed: Reader = async (db) => {
  let count = 0;
  for await (const _ of streamSubjects(db)) count += 1;
  return count;
};

const readPlain: Reader = async (db) => {
  let count = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ id: string; personal: object }>`
      SELECT id, personal FROM public.plain WHERE id > ${after} ORDER BY id LIMIT ${PAGE}`.execute(db);
    count += rows.length;
    if (rows.length < PAGE) return count;
    after = rows.at(-1)!.id;
  }
};

/** Microseconds a row: on the clock, and of this process's processor time. */
interface Times {
  clock: number;
  processor: number;
}

async function timesOf(work: () => Promise<number>): Promise<Times> {
  const began = { clock: performance.now(), processor: processorTime() };
  const count = await work();
  return {
    clock: ((performance.now() - began.clock) * 1000) / count,
    processor: (processorTime() - began.processor) / count,
  };
}

function of(times: Times[], what: keyof Times): number {
  return median(times.map((each) => each[what]));
}

function mebibytes(bytes: number): number {
  return Math.round((bytes / 2 ** 20) * 10) / 10;
}
