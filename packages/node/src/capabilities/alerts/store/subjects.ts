import { createHash } from 'node:crypto';
import type { ListedSubject, ListId, SubjectKind } from '@entente/contracts/alerts';
import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import { readAhead } from '../../../platform/database/read-ahead.ts';
import type { PlacedRecord } from '../../../platform/sealing/sealing.ts';
import { openInTurns, sealInTurns } from '../../../platform/sealing/turns.ts';
import { SUBJECT } from './sealed-tables.ts';

/** What an import needs to know of a subject stored before. `removed`: the list took it off once. */
export interface KnownSubject {
  id: string;
  ref: string;
  version: Buffer;
  removed: boolean;
}

/** A subject to be written; `json` is its personal part, to be sealed. */
export interface SubjectRow {
  id: string;
  ref: string;
  scope: string;
  kind: SubjectKind;
  version: Buffer;
  json: string;
}

/** By what a later import tells whether a subject has changed: a keyed hash, so that nobody can confirm a guess by it. */
export function versionOf(db: Database | Tx, json: string): Buffer {
  return sealingOf(db).lookup('alerts.subject-version', createHash('sha256').update(json).digest('hex'));
}

export async function findSubjects(tx: Tx, list: ListId, refs: string[]): Promise<Map<string, KnownSubject>> {
  const { rows } = await sql<KnownSubject>`
    SELECT id, ref, version, personal IS NULL AS removed
    FROM alerts.subject WHERE list = ${list} AND ref = ANY(${refs})`.execute(tx);
  return new Map(rows.map((row) => [row.ref, row]));
}

/** Writes new subjects, and anew those that stood there before. */
export async function writeSubjects(tx: Tx, list: ListId, rows: SubjectRow[]): Promise<void> {
  if (rows.length === 0) return;
  const contents = rows.map(({ id, json }) => ({ place: SUBJECT.place(id), content: Buffer.from(json, 'utf8') }));
  const personal = await sealInTurns(sealingOf(tx), contents);
  await sql`
    INSERT INTO alerts.subject (id, list, ref, scope, kind, version, personal)
    SELECT id, ${list}, ref, scope, kind, version, personal
    FROM unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.ref)}::text[],
      ${rows.map((row) => row.scope)}::text[], ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => row.version)}::bytea[], ${personal}::bytea[]
    ) AS incoming (id, ref, scope, kind, version, personal)
    ON CONFLICT (list, ref) DO UPDATE
    SET scope = excluded.scope, kind = excluded.kind, version = excluded.version, personal = excluded.personal`.execute(
    tx,
  );
}

/** Makes the place where an import notes which references it met; it is gone with the transaction. */
export async function createMet(tx: Tx): Promise<void> {
  await sql`CREATE TEMPORARY TABLE met (ref text PRIMARY KEY) ON COMMIT DROP`.execute(tx);
}

export async function noteMet(tx: Tx, refs: string[]): Promise<void> {
  if (refs.length === 0) return;
  await sql`INSERT INTO met SELECT unnest(${refs}::text[]) ON CONFLICT DO NOTHING`.execute(tx);
}

export interface Missing {
  id: string;
  ref: string;
  kind: SubjectKind;
}

/** Subjects of those scopes that the files no longer name. */
export async function findMissing(tx: Tx, list: ListId, scopes: string[]): Promise<Missing[]> {
  await sql`ANALYZE met`.execute(tx);
  const { rows } = await sql<Missing>`
    SELECT id, ref, kind FROM alerts.subject
    WHERE list = ${list} AND personal IS NOT NULL AND scope = ANY(${scopes})
      AND NOT EXISTS (SELECT FROM met WHERE met.ref = subject.ref)
    ORDER BY ref`.execute(tx);
  return rows;
}

/** How many subjects stand in those scopes, those just added not counted. */
export async function countListed(tx: Tx, list: ListId, scopes: string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM alerts.subject
    WHERE list = ${list} AND personal IS NOT NULL AND scope = ANY(${scopes})`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Takes subjects off: what is personal goes, the reference stays. */
export async function removeSubjects(tx: Tx, ids: string[]): Promise<void> {
  await sql`UPDATE alerts.subject SET personal = NULL WHERE id = ANY(${ids})`.execute(tx);
}

/** The listed ones among those subjects; one that is missing has been taken off. */
export async function loadSubjects(db: Database, ids: readonly string[]): Promise<Map<string, ListedSubject>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<SealedRow>`
    SELECT id, personal FROM alerts.subject WHERE id = ANY(${ids}) AND personal IS NOT NULL`.execute(db);
  const subjects = await openInTurns<ListedSubject>(sealingOf(db), rows.map(placed));
  return new Map(rows.map(({ id }, at) => [id, subjects[at]!]));
}

/** An entry that stands on a list, by the list's own reference. */
export async function findSubject(
  tx: Tx,
  list: ListId,
  ref: string,
): Promise<{ id: string; subject: ListedSubject } | undefined> {
  const { rows } = await sql<SealedRow>`
    SELECT id, personal FROM alerts.subject
    WHERE list = ${list} AND ref = ${ref} AND personal IS NOT NULL`.execute(tx);
  const [row] = rows;
  return row && { id: row.id, subject: sealingOf(tx).open(SUBJECT.place(row.id), row.personal) };
}

const PAGE = 2000;
/** Subjects opened at once before whoever reads them gets the first. */
const GROUP = 32;

/** Every subject that stands on a list, one by one; what changes meanwhile is in the feed. */
export async function* streamSubjects(db: Database): AsyncGenerator<{ id: string; subject: ListedSubject }> {
  const sealing = sealingOf(db);
  for await (const rows of readAhead(PAGE, (after, size) => readPage(db, after, size))) {
    for (let at = 0; at < rows.length; at += GROUP) {
      const group = rows.slice(at, at + GROUP);
      const subjects = sealing.openMany<ListedSubject>(group.map(placed));
      for (const [index, { id }] of group.entries()) yield { id, subject: subjects[index]! };
    }
  }
}

async function readPage(db: Database, after: string, size: number): Promise<SealedRow[]> {
  const { rows } = await sql<SealedRow>`
    SELECT id, personal FROM alerts.subject
    WHERE id > ${after} AND personal IS NOT NULL ORDER BY id LIMIT ${size}`.execute(db);
  return rows;
}

interface SealedRow {
  id: string;
  personal: Buffer;
}

function placed({ id, personal }: SealedRow): PlacedRecord {
  return { place: SUBJECT.place(id), sealed: personal };
}

/** How many stand on each list, by kind. */
export async function countByList(db: Database): Promise<Map<string, Record<SubjectKind, number>>> {
  const { rows } = await sql<{ list: string; kind: SubjectKind; count: number }>`
    SELECT list, kind, count(*) FROM alerts.subject WHERE personal IS NOT NULL GROUP BY list, kind`.execute(db);
  const counts = new Map<string, Record<SubjectKind, number>>();
  for (const { list, kind, count } of rows) {
    const known = counts.get(list) ?? { person: 0, organisation: 0, vessel: 0, aircraft: 0 };
    counts.set(list, { ...known, [kind]: count });
  }
  return counts;
}
