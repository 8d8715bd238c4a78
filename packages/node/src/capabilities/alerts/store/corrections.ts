import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { CorrectionPersonal, StandingCorrection, StoredCorrection } from '../model.ts';
import { CORRECTION } from './sealed-tables.ts';

type Row = Omit<StoredCorrection, 'personal'> & { personal: Buffer | null };

const COLUMNS = sql.raw(`id, list, ref, subject, kind, state, proposed_by AS "proposedBy", authority,
  proposed_at AS "proposedAt", decided_by AS "decidedBy", decided_at AS "decidedAt", ended_at AS "endedAt", personal`);

function opened(db: Database | Tx, row: Row): StoredCorrection {
  const personal = row.personal && sealingOf(db).open<CorrectionPersonal>(CORRECTION.place(row.id), row.personal);
  return { ...row, personal };
}

export async function insertCorrection(
  tx: Tx,
  correction: Omit<StoredCorrection, 'state' | 'decidedBy' | 'decidedAt' | 'endedAt'>,
): Promise<void> {
  const { id, list, ref, subject, kind, proposedBy, authority, proposedAt, personal } = correction;
  await sql`
    INSERT INTO alerts.correction (id, list, ref, subject, kind, state, proposed_by, authority, proposed_at, personal)
    VALUES (${id}, ${list}, ${ref}, ${subject}, ${kind}, 'proposed', ${proposedBy}, ${authority}, ${proposedAt},
      ${sealingOf(tx).seal(CORRECTION.place(id), personal)})`.execute(tx);
}

/** One that stands or is proposed, locked until the transaction ends. */
export async function lockCorrection(tx: Tx, id: string): Promise<StoredCorrection | undefined> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM alerts.correction WHERE id = ${id} AND personal IS NOT NULL FOR UPDATE`.execute(tx);
  return rows[0] && opened(tx, rows[0]);
}

/** Those beside an entry, the latest first. */
export async function readCorrections(db: Database | Tx, subject: string): Promise<StoredCorrection[]> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM alerts.correction WHERE subject = ${subject} AND personal IS NOT NULL
    ORDER BY proposed_at DESC, id DESC LIMIT 100`.execute(db);
  return rows.map((row) => opened(db, row));
}

/** Those that await a second officer, the oldest first. */
export async function readProposed(db: Database | Tx): Promise<StoredCorrection[]> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM alerts.correction WHERE state = 'proposed' ORDER BY proposed_at, id LIMIT 100`.execute(db);
  return rows.map((row) => opened(db, row));
}

/** Those in force beside these entries, in the order they came; without ids, every one there is. */
export async function readStanding(
  db: Database | Tx,
  subjects?: readonly string[],
): Promise<Map<string, StandingCorrection[]>> {
  const these = subjects === undefined ? sql`true` : sql`subject = ANY(${subjects}::uuid[])`;
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM alerts.correction WHERE state = 'in-force' AND ${these}
    ORDER BY decided_at, id`.execute(db);
  const standing = new Map<string, StandingCorrection[]>();
  for (const row of rows) {
    const { subject, kind, decidedAt, personal } = opened(db, row);
    if (!personal || !decidedAt) continue;
    const { value, instead, authority: by } = personal;
    const one = { kind, value, ...(instead !== undefined && { instead }), by, at: decidedAt.toISOString() };
    standing.set(subject, [...(standing.get(subject) ?? []), one]);
  }
  return standing;
}

/** The second officer's word. */
export async function decideCorrection(
  tx: Tx,
  id: string,
  decided: { state: 'in-force' | 'declined'; by: string; at: Date },
): Promise<void> {
  const ended = decided.state === 'declined' ? decided.at : null;
  await sql`
    UPDATE alerts.correction SET state = ${decided.state}, decided_by = ${decided.by}, decided_at = ${decided.at},
      ended_at = ${ended} WHERE id = ${id}`.execute(tx);
}

export async function endCorrection(tx: Tx, id: string, state: 'withdrawn' | 'lapsed', at: Date): Promise<void> {
  await sql`UPDATE alerts.correction SET state = ${state}, ended_at = ${at} WHERE id = ${id}`.execute(tx);
}

/** Those proposed or in force beside these entries, locked: an import looks whether its list has overtaken them. */
export async function lockOpenCorrections(tx: Tx, subjects: readonly string[]): Promise<StoredCorrection[]> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM alerts.correction
    WHERE subject = ANY(${subjects}::uuid[]) AND state IN ('proposed', 'in-force') ORDER BY id FOR UPDATE`.execute(tx);
  return rows.map((row) => opened(tx, row));
}

/** Erases what corrections said of entries that their list has taken off; that they were stays. */
export async function eraseCorrections(tx: Tx, subjects: readonly string[]): Promise<void> {
  await sql`
    UPDATE alerts.correction SET personal = NULL
    WHERE subject = ANY(${subjects}::uuid[]) AND personal IS NOT NULL`.execute(tx);
}
