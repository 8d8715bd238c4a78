import type { LeafContent, RecordPage, RecordParts, RecordQuery, RecordView } from '@entente/contracts/audit';
import { toHex } from '@entente/crypto/bytes';
import type { Static } from 'typebox';
import type { Database } from '../../../platform/database/database.ts';
import { PROBLEMS, Problem } from '../../../platform/problem.ts';
import type { Attribution, RecordFilter, StoredPart, StoredRecord } from '../model.ts';
import { AUDIT_PROBLEMS } from '../problems.ts';
import { storable } from '../rules.ts';
import { findParts, readTexts } from '../store/parts.ts';
import { countRecords, findRecord, searchRecords } from '../store/records.ts';
import type { Audit } from './audit.ts';
import { recordEvent } from './record-event.ts';

const PAGE = 50;

/** A page of records, newest first. Looking is itself recorded, in the same transaction. */
export async function searchLog(
  audit: Audit,
  asking: Attribution,
  query: RecordQuery,
): Promise<Static<typeof RecordPage>> {
  const limit = query.limit ?? PAGE;
  const filter = filterOf(query);
  return await audit.db.transaction().execute(async (tx) => {
    const records = await searchRecords(tx, filter, { before: query.cursor, limit });
    const total = await countRecords(tx, filter);
    const views = await viewRecords(audit, tx, records);
    await recordEvent(tx, {
      ...asking,
      at: audit.clock.now(),
      event: 'audit.searched',
      outcome: 'done',
      facts: { ...factsOf(query), total, shown: records.length },
    });
    return { records: views, next: records.length === limit ? records.at(-1)!.id : null, total };
  });
}

/** One record, without the texts of its parts. */
export async function readRecord(audit: Audit, asking: Attribution, id: string): Promise<RecordView> {
  return await audit.db.transaction().execute(async (tx) => {
    const view = await viewRecord(audit, tx, id);
    await recordEvent(tx, {
      ...asking,
      at: audit.clock.now(),
      event: 'audit.record-read',
      outcome: 'done',
      subject: { kind: 'audit-record', ref: id },
    });
    return view;
  });
}

/** The texts of a record's parts that are still held: a read of personal data. */
export async function readParts(audit: Audit, asking: Attribution, id: string): Promise<Static<typeof RecordParts>> {
  return await audit.db.transaction().execute(async (tx) => {
    await requireRecord(tx, id);
    const held = await readTexts(tx, id);
    await recordEvent(tx, {
      ...asking,
      at: audit.clock.now(),
      event: 'audit.parts-read',
      outcome: 'done',
      subject: { kind: 'audit-record', ref: id },
      facts: { parts: held.map((part) => part.name).join(' ') },
    });
    return { parts: held.map(({ name, text }) => ({ name, text })) };
  });
}

export async function requireRecord(db: Database, id: string): Promise<StoredRecord> {
  const record = await findRecord(db, id);
  if (record === undefined) throw new Problem(AUDIT_PROBLEMS['unknown-record']);
  return record;
}

export async function viewRecord(audit: Audit, db: Database, id: string): Promise<RecordView> {
  const [view] = await viewRecords(audit, db, [await requireRecord(db, id)]);
  return view!;
}

async function viewRecords(audit: Audit, db: Database, records: StoredRecord[]): Promise<RecordView[]> {
  if (records.length === 0) return [];
  const parts = await findParts(
    db,
    records.map(({ id }) => id),
  );
  const byRecord = Map.groupBy(parts, ({ record }) => record);
  const contents = records.map(({ content }) => JSON.parse(content) as LeafContent);
  const officers = contents.filter(({ actor }) => actor.kind === 'officer').map(({ actor }) => actor.id);
  const names = await audit.nameActors(db, [...new Set(officers)]);
  return records.map(({ id, leafHash, position }, at) => ({
    content: contents[at]!,
    actorName: names.get(contents[at]!.actor.id) ?? contents[at]!.actor.id,
    index: position,
    leafHash: toHex(leafHash),
    parts: (byRecord.get(id) ?? []).map(viewPart),
  }));
}

function viewPart({ name, erasedBy }: StoredPart): RecordView['parts'][number] {
  return erasedBy === null ? { name, state: 'held' } : { name, state: 'erased', erasedBy };
}

/** The contract's query as the store's filter. */
export function filterOf({ from, to, actor, event, case: reference, outcome }: RecordQuery): RecordFilter {
  return {
    from: momentOf('from', from),
    to: momentOf('to', to),
    actor: actor && storable(actor),
    event: event && storable(event),
    case: reference && storable(reference),
    outcome,
  };
}

/** The contract's pattern lets months like 13 through. */
function momentOf(name: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const moment = new Date(text);
  if (moment.getTime() >= 0) return moment;
  throw new Problem(PROBLEMS['invalid-request'], {
    errors: [{ pointer: `#/query/${name}`, reason: 'is not a moment after 1970' }],
  });
}

/** What was searched for, for the record of the search. */
export function factsOf(query: RecordQuery): Record<string, string | number> {
  const { cursor: _, limit: __, ...filters } = query;
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}
