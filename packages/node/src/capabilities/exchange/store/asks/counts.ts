import { sql } from 'kysely';
import type { Tx } from '../../../../platform/database/database.ts';
import type { AskedSoFar } from '../../model/asks.ts';

/** Who asks, and in which hour. */
export interface AskingOfficer {
  state: string;
  officer: string;
  hour: Date;
}

/** What a state and its officer have asked in the hour; until the end of the transaction nobody else counts for that state. */
export async function lockAsked(tx: Tx, { state, officer, hour }: AskingOfficer): Promise<AskedSoFar> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`exchange.asks ${state}`}, 0))`.execute(tx);
  const { rows } = await sql<AskedSoFar>`
    SELECT coalesce(sum(asked), 0)::integer AS state,
      coalesce(sum(asked) FILTER (WHERE officer = ${officer}), 0)::integer AS officer
    FROM exchange.ask_count WHERE state = ${state} AND hour = ${hour}`.execute(tx);
  return rows[0]!;
}

/** Counts one question more. */
export async function countAsked(tx: Tx, { state, officer, hour }: AskingOfficer, hit: boolean): Promise<void> {
  const hits = hit ? 1 : 0;
  await sql`
    INSERT INTO exchange.ask_count (state, officer, hour, asked, hits) VALUES (${state}, ${officer}, ${hour}, 1, ${hits})
    ON CONFLICT (state, hour, officer) DO UPDATE
    SET asked = ask_count.asked + 1, hits = ask_count.hits + ${hits}`.execute(tx);
}
