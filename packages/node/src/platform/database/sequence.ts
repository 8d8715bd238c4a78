import { sql } from 'kysely';
import type { Log } from '../log.ts';
import type { Database, Tx } from './database.ts';

/**
 * Rows that get gap-free numbers in one order, after they are committed. What is numbered is whatever
 * is *not yet numbered*, never what lies above the last id seen: a transaction that took its id early
 * and commits late is numbered late, and none is passed over.
 */
export interface Sequence<Row> {
  /** Names the lock that lets one process at a time do the numbering. */
  name: string;
  /** The most rows numbered in one transaction. */
  batch: number;
  /** How many are numbered: the next number. */
  readSize(tx: Tx): Promise<number>;
  /** Rows committed and not yet numbered, in the order they are to be numbered. */
  readPending(tx: Tx, limit: number): Promise<Row[]>;
  /** Writes the numbers `first`, `first + 1`, … to the rows, and whatever follows from them. */
  place(tx: Tx, rows: Row[], first: number): Promise<void>;
  /** Sets the size to `to` if it still is `from`; says whether it was. */
  advance(tx: Tx, from: number, to: number): Promise<boolean>;
}

/** Numbers one batch in one transaction. Returns how many; 0 also while another process is at it. */
export async function numberPending<Row>(db: Database, sequence: Sequence<Row>): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    if (!(await takeLock(tx, sequence.name))) return 0;
    const rows = await sequence.readPending(tx, sequence.batch);
    if (rows.length === 0) return 0;
    const size = await sequence.readSize(tx);
    await sequence.place(tx, rows, size);
    // The lock already keeps others out; should it ever fail, the second to come rolls back.
    if (!(await sequence.advance(tx, size, size + rows.length))) {
      throw new Error(`the sequence ${sequence.name} moved while it was being numbered`);
    }
    return rows.length;
  });
}

async function takeLock(tx: Tx, name: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) AS taken`.execute(tx);
  return rows[0]!.taken;
}

/** Numbers rows for as long as it runs. */
export interface Sequencer {
  /** Numbers what is pending now instead of at the next tick; call it after a commit that should show at once. */
  wake(): void;
  /** Ends after the batch under way. */
  stop(): Promise<void>;
}

/**
 * Starts numbering: every `everyMs` (an index scan that finds nothing costs next to nothing), and when
 * woken. Any number of processes may run one; each tick one of them does the work.
 */
export function startSequencer<Row>(
  db: Database,
  sequence: Sequence<Row>,
  options: { everyMs: number; log: Log },
): Sequencer {
  let stopped = false;
  let failing = false;
  let again = false;
  let running: Promise<void> | undefined;
  const run = async () => {
    do {
      again = false;
      try {
        while (!stopped && (await numberPending(db, sequence)) > 0);
        failing = false;
      } catch (error) {
        // Said once, not at every tick: the database may be away for a while.
        if (!failing) options.log.error({ err: error, sequence: sequence.name }, 'numbering failed; trying again');
        failing = true;
      }
    } while (again && !stopped && !failing);
    running = undefined;
  };
  const wake = () => {
    again = true;
    if (!stopped) running ??= run();
  };
  const timer = setInterval(wake, options.everyMs);
  wake();
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
