import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { HitPersonal } from '../model/kept.ts';
import type { MetPassenger } from '../model/passenger-list.ts';
import { PASSENGER, POSSIBLE_HIT } from './sealed-tables.ts';

interface MetRow {
  place: number;
  line: number;
  state: 'hit' | 'discreet';
  check: string;
  at: Date;
  personal: Buffer;
  found: Buffer | null;
}

/** Whoever was met, in the order of the list. What was found stands with the officer's possible hits, until that is referred or forgotten. */
export async function readMet(db: Database | Tx, list: string): Promise<MetPassenger[]> {
  const { rows } = await sql<MetRow>`
    SELECT passenger.place, line, state, "check", passenger.at, passenger.personal, hit.personal AS found
    FROM screening.passenger LEFT JOIN screening.possible_hit AS hit ON hit.id = passenger."check"
    WHERE list = ${list} AND state IN ('hit', 'discreet') ORDER BY passenger.place`.execute(db);
  const sealing = sealingOf(db);
  return rows.map(({ place, line, state, check, at, personal, found }) => ({
    line,
    state,
    check,
    at,
    ...sealing.open<{ traveller: string }>(PASSENGER.place(list, place), personal),
    found: found && sealing.open<HitPersonal>(POSSIBLE_HIT.place(check), found),
  }));
}

/** Lines of those who were not reached. */
export async function readNotReached(db: Database | Tx, list: string): Promise<number[]> {
  const { rows } = await sql<{ line: number }>`
    SELECT line FROM screening.passenger WHERE list = ${list} AND state = 'not-reached' ORDER BY place`.execute(db);
  return rows.map(({ line }) => line);
}
