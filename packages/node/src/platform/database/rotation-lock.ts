import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

const ROTATION_LOCK = 7_230_118_403;
const LOOK_EVERY_MS = 250;

/** Runs `work` while no other process rotates keys; undefined, without running it, while one does. */
export async function whileRotatingAlone<Value>(pool: pg.Pool, work: () => Promise<Value>): Promise<Value | undefined> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
      ROTATION_LOCK,
    ]);
    return rows[0]!.taken ? await work() : undefined;
  } finally {
    // Ending the session frees the lock, whatever state the connection is in.
    client.release(true);
  }
}

/**
 * Resolves when every transaction of this database that is open now has ended: what each sealed by an earlier key can then
 * be seen. An import may take minutes.
 */
export async function untilTransactionsEnd(
  pool: pg.Pool,
  options: { signal: AbortSignal; onWait(open: number): void },
): Promise<void> {
  const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  for (;;) {
    const open = await countOpenSince(pool, rows[0]!.now);
    if (open === 0) return;
    options.onWait(open);
    await pause(LOOK_EVERY_MS, undefined, { signal: options.signal });
  }
}

async function countOpenSince(pool: pg.Pool, moment: Date): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*) FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
       AND xact_start <= $1`,
    [moment],
  );
  return rows[0]!.count;
}
