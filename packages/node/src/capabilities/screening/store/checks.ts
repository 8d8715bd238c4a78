import type { CheckAnswer } from '@entente/contracts/screening';
import { sql } from 'kysely';
import { sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { HitPersonal, LastCheck, Way } from '../model/kept.ts';
import { LAST_CHECK, POSSIBLE_HIT } from './sealed-tables.ts';

/** What a check leaves: a line in the counter, one among the officer's last checks, and what follows from its outcome. */
export interface KeptCheck {
  id: string;
  at: Date;
  officerId: string;
  sessionId: string;
  outcome: CheckAnswer['outcome'];
  way: Way;
  /** One of a few counters of the same officer and hour, so that desks which share an account do not wait for each other. */
  slot: number;
  /** Absent where it is no check of the officer's own. */
  masked?: LastCheck['personal'];
  /** Absent where nothing was asked. */
  question?: { day: string; hash: Buffer; sealed: Uint8Array; shreddedOn: Date };
  hit?: HitPersonal;
}

/** Keeps a check in one statement, so that it costs one round trip; returns how often its question was asked that day. */
export async function keepCheck(tx: Tx, check: KeptCheck): Promise<number> {
  const { id, at, officerId, sessionId, outcome, way, slot, masked, question, hit } = check;
  const sealing = sealingOf(tx);
  const hour = new Date(Math.floor(at.getTime() / HOUR) * HOUR);
  const parts = [
    sql`counted AS (
      INSERT INTO screening.counter AS held (officer, hour, outcome, way, slot, count)
      VALUES (${officerId}, ${hour}, ${outcome}, ${way}, ${slot}, 1)
      ON CONFLICT (officer, hour, outcome, way, slot) DO UPDATE SET count = held.count + 1)`,
  ];
  if (masked)
    parts.push(sql`noted AS (
      INSERT INTO screening.last_check (id, officer, session, at, personal)
      VALUES (${id}, ${officerId}, ${sessionId}, ${at}, ${sealing.seal(LAST_CHECK.place(id), masked)}))`);
  if (hit)
    parts.push(sql`met AS (
      INSERT INTO screening.possible_hit (id, officer, at, personal)
      VALUES (${id}, ${officerId}, ${at}, ${sealing.seal(POSSIBLE_HIT.place(id), hit)}))`);
  if (!question) {
    await sql`WITH ${sql.join(parts)} SELECT 0 AS count`.execute(tx);
    return 0;
  }
  parts.push(
    sql`kept AS (
      INSERT INTO screening.query (id, shredded_on, sealed)
      VALUES (${id}, ${question.shreddedOn}, ${question.sealed}))`,
    sql`asked AS (
      INSERT INTO screening.question AS held (day, hash, count) VALUES (${question.day}, ${question.hash}, 1)
      ON CONFLICT (day, hash) DO UPDATE SET count = held.count + 1 RETURNING count)`,
  );
  const { rows } = await sql<{ count: number }>`WITH ${sql.join(parts)} SELECT count FROM asked`.execute(tx);
  return rows[0]!.count;
}

const HOUR = 3_600_000;

/** Notes how often an officer asked one question on a day; the question itself is forgotten when the day is over. */
export async function noteRepeated(tx: Tx, officerId: string, day: string, count: number): Promise<void> {
  await sql`
    INSERT INTO screening.repeated AS held (officer, day, count) VALUES (${officerId}, ${day}, ${count})
    ON CONFLICT (officer, day) DO UPDATE SET count = greatest(held.count, excluded.count)`.execute(tx);
}
