import type { PassengerListState } from '@entente/contracts/screening/passenger-list';
import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import { sealInTurns } from '../../../platform/sealing/turns.ts';
import type { ReadPerson } from '../model/passenger.ts';
import type { StoredPassengerList, WaitingPassenger } from '../model/passenger-list.ts';
import { PASSENGER, PASSENGER_LIST } from './sealed-tables.ts';

type Row = Omit<StoredPassengerList, 'personal'> & { personal: Buffer };

const COLUMNS =
  sql.raw(`id, officer AS "officerId", session AS "sessionId", taken_at AS "takenAt", ended_at AS "endedAt",
  state, persons, unread, hits, no_hits AS "noHits", not_reached AS "notReached", personal`);

function opened(db: Database | Tx, row: Row): StoredPassengerList {
  return { ...row, personal: sealingOf(db).open(PASSENGER_LIST.place(row.id), row.personal) };
}

/** Keeps a list with everybody on it, each sealed by himself. */
export async function insertList(
  tx: Tx,
  list: Pick<StoredPassengerList, 'id' | 'officerId' | 'sessionId' | 'takenAt' | 'personal'>,
  people: readonly ReadPerson[],
): Promise<void> {
  const { id, officerId, sessionId, takenAt, personal } = list;
  const sealing = sealingOf(tx);
  await sql`
    INSERT INTO screening.passenger_list (id, officer, session, taken_at, state, persons, unread, personal)
    VALUES (${id}, ${officerId}, ${sessionId}, ${takenAt}, 'running', ${people.length}, ${personal.unread.length},
      ${sealing.seal(PASSENGER_LIST.place(id), personal)})`.execute(tx);
  const sealed = await sealInTurns(
    sealing,
    people.map(({ request }, place) => ({
      place: PASSENGER.place(id, place),
      content: Buffer.from(JSON.stringify(request), 'utf8'),
    })),
  );
  await sql`
    INSERT INTO screening.passenger (list, place, line, state, personal)
    SELECT ${id}, (place - 1)::integer, line, 'waiting', personal
    FROM unnest(${people.map(({ line }) => line)}::integer[], ${sealed}::bytea[]) WITH ORDINALITY
      AS person (line, personal, place)`.execute(tx);
}

/** The officer's own lists that stand, the newest first. */
export async function findListsOf(db: Database | Tx, officerId: string): Promise<StoredPassengerList[]> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM screening.passenger_list WHERE officer = ${officerId}
    ORDER BY taken_at DESC, id`.execute(db);
  return rows.map((row) => opened(db, row));
}

/** A list of the officer's own. */
export async function findList(
  db: Database | Tx,
  id: string,
  officerId: string,
): Promise<StoredPassengerList | undefined> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM screening.passenger_list WHERE id = ${id} AND officer = ${officerId}`.execute(db);
  return rows[0] && opened(db, rows[0]);
}

/** The list that has waited longest to be checked to its end. */
export async function findRunning(db: Database | Tx): Promise<StoredPassengerList | undefined> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM screening.passenger_list WHERE state = 'running' ORDER BY taken_at, id LIMIT 1`.execute(db);
  return rows[0] && opened(db, rows[0]);
}

/** Lets one officer's lists be taken one after another until the transaction ends, so that they can be counted. */
export async function lockOfficersLists(tx: Tx, officerId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`screening.passenger_list/${officerId}`}, 0))`.execute(tx);
}

/** The next people of a list who wait. */
export async function readWaiting(db: Database | Tx, list: string, limit: number): Promise<WaitingPassenger[]> {
  const { rows } = await sql<{ place: number; personal: Buffer }>`
    SELECT place, personal FROM screening.passenger WHERE list = ${list} AND state = 'waiting'
    ORDER BY place LIMIT ${limit}`.execute(db);
  return rows.map(({ place, personal }) => ({
    place,
    request: sealingOf(db).open(PASSENGER.place(list, place), personal),
  }));
}

/** Counts a person as checked; false when the list runs no longer. */
export async function countChecked(tx: Tx, list: string, outcome: 'hits' | 'no_hits'): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE screening.passenger_list SET ${sql.ref(outcome)} = ${sql.ref(outcome)} + 1
    WHERE id = ${list} AND state = 'running'`.execute(tx);
  return numAffectedRows === 1n;
}

/** Lets somebody go who is in no alert; false when he waits no longer. */
export async function deletePassenger(tx: Tx, list: string, place: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    DELETE FROM screening.passenger WHERE list = ${list} AND place = ${place} AND state = 'waiting'`.execute(tx);
  return numAffectedRows === 1n;
}

/** Keeps of somebody who was met the check and his masked name; false when he waits no longer. */
export async function markMet(
  tx: Tx,
  list: string,
  place: number,
  met: { state: 'hit' | 'discreet'; check: string; at: Date; traveller: string },
): Promise<boolean> {
  const { state, check, at, traveller } = met;
  const personal = sealingOf(tx).seal(PASSENGER.place(list, place), { traveller });
  const { numAffectedRows } = await sql`
    UPDATE screening.passenger SET state = ${state}, "check" = ${check}, at = ${at}, personal = ${personal}
    WHERE list = ${list} AND place = ${place} AND state = 'waiting'`.execute(tx);
  return numAffectedRows === 1n;
}

/** Leaves somebody unchecked whose check failed; false when the list runs no longer. */
export async function markNotReached(tx: Tx, list: string, place: number): Promise<void> {
  await sql`UPDATE screening.passenger_list SET not_reached = not_reached + 1 WHERE id = ${list}`.execute(tx);
  await sql`
    UPDATE screening.passenger SET state = 'not-reached', personal = NULL
    WHERE list = ${list} AND place = ${place} AND state = 'waiting'`.execute(tx);
}

/** Ends a list that runs: of whoever still waits the line alone is left. Undefined when it had ended before. */
export async function endList(
  tx: Tx,
  list: string,
  end: { state: Exclude<PassengerListState, 'running'>; at: Date },
): Promise<StoredPassengerList | undefined> {
  const { rows } = await sql<Row>`
    UPDATE screening.passenger_list SET state = ${end.state}, ended_at = ${end.at},
      not_reached = persons - hits - no_hits
    WHERE id = ${list} AND state = 'running' RETURNING ${COLUMNS}`.execute(tx);
  await sql`
    UPDATE screening.passenger SET state = 'not-reached', personal = NULL
    WHERE list = ${list} AND state = 'waiting'`.execute(tx);
  return rows[0] && opened(tx, rows[0]);
}

/** What erasing a list leaves on record. */
export interface ErasedList extends Pick<StoredPassengerList, 'id' | 'state' | 'persons' | 'hits' | 'noHits'> {
  /** People who had not been checked. */
  unchecked: number;
}

const ERASED = sql.raw('id, state, persons, hits, no_hits AS "noHits", persons - hits - no_hits AS unchecked');

/** Erases a list that has ended, with everybody on it. */
export async function deleteList(tx: Tx, id: string): Promise<ErasedList | undefined> {
  const { rows } = await sql<ErasedList>`
    DELETE FROM screening.passenger_list WHERE id = ${id} AND state <> 'running' RETURNING ${ERASED}`.execute(tx);
  return rows[0];
}

/** Erases lists that ended before a moment. */
export async function deleteEndedLists(tx: Tx, before: Date): Promise<ErasedList[]> {
  const { rows } = await sql<ErasedList>`
    DELETE FROM screening.passenger_list WHERE ended_at <= ${before} RETURNING ${ERASED}`.execute(tx);
  return rows;
}

/** Erases lists, ended or not, whose session has ended. */
export async function deleteListsOfEndedSessions(tx: Tx, live: ReadonlySet<string>): Promise<ErasedList[]> {
  const { rows } = await sql<ErasedList>`
    DELETE FROM screening.passenger_list WHERE session <> ALL (${[...live]}::uuid[]) RETURNING ${ERASED}`.execute(tx);
  return rows;
}
