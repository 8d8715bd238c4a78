import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditEntry } from '@entente/node/capabilities/audit/index';
import { proveRecord, recordEvent, verifyStoredLog } from '@entente/node/capabilities/audit/index';
import { foldSequence } from '@entente/node/capabilities/audit/service/fold';
import { openLogKey } from '@entente/node/capabilities/audit/service/log-key';
import { systemClock } from '@entente/node/platform/clock';
import { readConfig } from '@entente/node/platform/config';
import { type Database, openDatabase, type Tx } from '@entente/node/platform/database/database';
import { numberPending } from '@entente/node/platform/database/sequence';
import { createLog } from '@entente/node/platform/log';
import { sql } from 'kysely';
import type { BenchOptions, Row } from './row.ts';

const WORKERS = 16;

/** What a record costs: alone, under load, folded into the tree, proven, and verified; on durable settings. */
export async function run({ quick, log }: BenchOptions): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-audit-'));
  // Under root the server's own account must pass through.
  chmodSync(folder, 0o711);
  const config = readConfig({ ENTENTE_DATA_DIR: join(folder, 'data') });
  const database = await openDatabase(config, createLog('error'), 'a benchmark');
  try {
    return await measure(database.db, config.nodeKeyFile, quick, log);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(db: Database, keyFile: string, quick: boolean, log: BenchOptions['log']): Promise<Row[]> {
  const key = await openLogKey(db, keyFile, 'bench.localhost/log');
  const fold = foldSequence(key);

  log('one record within a transaction');
  const alone = await timeRecords(db, quick ? 200 : 5_000);

  log('transactions of one record each, from sixteen connections');
  const each = quick ? 500 : 10_000;
  const ticks = sql`CREATE TABLE IF NOT EXISTS bench_tick (at timestamptz)`;
  await ticks.execute(db);
  const recorded = await perSecond(db, each, (tx) => recordEvent(tx, entry()));
  const notified = await perSecond(db, each, async (tx) => {
    await recordEvent(tx, entry());
    await sql`SELECT pg_notify('audit', '')`.execute(tx);
  });
  const bare = await perSecond(db, each, (tx) => sql`INSERT INTO bench_tick VALUES (now())`.execute(tx));

  const bulk = quick ? 1_000 : 100_000;
  log(`${bulk} more records, folded`);
  for (let done = 0; done < bulk; done += 500) {
    await db.transaction().execute(async (tx) => {
      for (let at = 0; at < 500; at++) await recordEvent(tx, entry());
    });
  }
  const began = performance.now();
  let folded = 0;
  for (let count = -1; count !== 0; folded += count) count = await numberPending(db, fold);
  const foldSeconds = (performance.now() - began) / 1000;

  log('one record folded, a log of that size behind it');
  const single = await timeSingleFolds(db, () => numberPending(db, fold), quick ? 20 : 200);

  log('proofs, and the whole log verified');
  const proofs = await timeProofs(db, quick ? 20 : 300);
  const verifying = performance.now();
  const stored = await verifyStoredLog(db, keyFile, {});
  const verifySeconds = (performance.now() - verifying) / 1000;
  if (stored?.verdict.faultCount !== 0) throw new Error('the benchmark wrote a log that does not verify');

  const row = (metric: string, value: number, unit: string, better: Row['better'], peers: Row['peers'] = {}): Row => ({
    metric,
    value: Math.round(value * 100) / 100,
    unit,
    better,
    budget: null,
    peers,
  });
  return [
    row('record_ms', median(alone), 'ms', 'lower'),
    row('recorded_per_second', recorded, '/s', 'higher', {
      'with NOTIFY': Math.round(notified),
      'bare insert': Math.round(bare),
    }),
    row('folded_per_second', folded / foldSeconds, '/s', 'higher'),
    row('fold_one_ms', median(single), 'ms', 'lower'),
    row('prove_ms', median(proofs), 'ms', 'lower'),
    row('verified_per_second', stored.verdict.size / verifySeconds, '/s', 'higher'),
  ];
}

function entry(): AuditEntry {
  return {
    at: new Date(),
    event: 'screening.checked',
    actor: { kind: 'officer', id: '0d8f6c1e-5a3b-4c7d-9e21-7b4f0a6c2d11', authority: 'border-service' },
    purpose: 'border-check',
    legalBasis: 'border-law',
    outcome: 'done',
    subject: { kind: 'check', ref: '01890a5d-ac96-774b-bcce-b302099a8057' },
    facts: { candidates: 2, hit: true, via: 'mrz' },
    parts: [{ name: 'question', text: '{"mrz":"P<KAZSHYNGYSBAEV<<ZHANIBEK<<<<<<<<<<<<<<<<<<"}' }],
  };
}

/** Milliseconds of `recordEvent` alone, in transactions of a hundred. */
async function timeRecords(db: Database, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let done = 0; done < count; done += 100) {
    await db.transaction().execute(async (tx) => {
      for (let at = 0; at < 100; at++) {
        const began = performance.now();
        await recordEvent(tx, entry());
        times.push(performance.now() - began);
      }
    });
  }
  return times;
}

/** Committed transactions per second. */
async function perSecond(db: Database, count: number, work: (tx: Tx) => Promise<unknown>): Promise<number> {
  let left = count;
  const worker = async () => {
    while (left-- > 0) await db.transaction().execute(work);
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return count / ((performance.now() - began) / 1000);
}

async function timeSingleFolds(db: Database, fold: () => Promise<number>, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at++) {
    await db.transaction().execute((tx) => recordEvent(tx, entry()));
    const began = performance.now();
    await fold();
    times.push(performance.now() - began);
  }
  return times;
}

async function timeProofs(db: Database, count: number): Promise<number[]> {
  const asking = { actor: { kind: 'operator' as const, id: 'bench' } };
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM audit.record WHERE position IS NOT NULL ORDER BY leaf_hash LIMIT ${count}`.execute(db);
  const times: number[] = [];
  for (const { id } of rows) {
    const began = performance.now();
    await proveRecord({ db, clock: systemClock }, asking, id);
    times.push(performance.now() - began);
  }
  return times;
}

function median(values: number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1]!;
}
