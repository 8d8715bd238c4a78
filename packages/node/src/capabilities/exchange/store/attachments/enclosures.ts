import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/database.ts';

/** Which files an envelope encloses, in their order. */
export interface NewEnclosures {
  /** The row of the outbox. */
  outbox: string;
  files: readonly string[];
}

export async function insertEnclosures(tx: Tx, enclosures: readonly NewEnclosures[]): Promise<void> {
  const rows = enclosures.flatMap(({ outbox, files }) => files.map((file, position) => ({ outbox, file, position })));
  await sql`
    INSERT INTO exchange.enclosure (outbox, position, file) SELECT * FROM unnest(
      ${rows.map(({ outbox }) => outbox)}::uuid[],
      ${rows.map(({ position }) => position)}::smallint[],
      ${rows.map(({ file }) => file)}::uuid[]
    )`.execute(tx);
}

/** The files that a row of the outbox encloses, in their order. */
export async function readEnclosures(tx: Tx, outbox: string): Promise<string[]> {
  const { rows } = await sql<{ file: string }>`
    SELECT file FROM exchange.enclosure WHERE outbox = ${outbox} ORDER BY position`.execute(tx);
  return rows.map(({ file }) => file);
}

export interface OutcomeRow {
  /** The row of the outbox that was asked about; the envelope may be one that was sent in its place. */
  asked: string;
  file: string;
  outcome: 'here' | 'refused' | null;
  code: string | null;
}

/** What receivers say became of the files of these rows of the outbox, or of those sent in their place. */
export async function readOutcomes(db: Database | Tx, outbox: readonly string[]): Promise<OutcomeRow[]> {
  if (outbox.length === 0) return [];
  const { rows } = await sql<OutcomeRow>`
    WITH RECURSIVE follow (asked, id) AS (
      SELECT id, id FROM unnest(${outbox}::uuid[]) AS given (id)
      UNION ALL
      SELECT follow.asked, letter.released_as FROM follow JOIN exchange.dead_letter AS letter USING (id)
      WHERE letter.released_as IS NOT NULL
    )
    SELECT follow.asked, enclosure.file, enclosure.outcome, enclosure.code
    FROM follow JOIN exchange.enclosure ON enclosure.outbox = follow.id
    WHERE NOT EXISTS (
      SELECT FROM exchange.dead_letter AS letter WHERE letter.id = follow.id AND letter.released_as IS NOT NULL
    )
    ORDER BY follow.asked, enclosure.position`.execute(db);
  return rows;
}

/** What a node may ask for: the file that an envelope to it encloses at a place. */
export interface AskedFile {
  outbox: string;
  /** The content of the envelope is erased, and its files with it. */
  erased: boolean;
  file: string | null;
  seq: number;
}

/** Undefined where no envelope of that id went to this node, or a void went in its place: alike for absent and another's. */
export async function findEnclosed(
  db: Database | Tx,
  node: string,
  { envelope, position }: { envelope: string; position: number },
): Promise<AskedFile | undefined> {
  const { rows } = await sql<AskedFile>`
    SELECT outbox.id AS outbox, outbox.personal IS NULL AS erased, enclosure.file, outbox.seq FROM exchange.outbox
    LEFT JOIN exchange.enclosure ON enclosure.outbox = outbox.id AND enclosure.position = ${position}
    WHERE outbox.envelope = ${Buffer.from(envelope, 'hex')} AND outbox.node = ${node} AND NOT outbox.voided`.execute(
    db,
  );
  return rows[0];
}

/** Keeps what the receiver says, the first time. False where it was said before. */
export async function noteOutcome(
  tx: Tx,
  { outbox, position }: { outbox: string; position: number },
  { code, at }: { code: string | null; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE exchange.enclosure SET outcome = ${code === null ? 'here' : 'refused'}, code = ${code}, outcome_at = ${at}
    WHERE outbox = ${outbox} AND position = ${position} AND outcome IS NULL`.execute(tx);
  return numAffectedRows === 1n;
}
