import type { Selectable } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { Entry } from '../model/entry.ts';
import { ENTRY } from './sealed-tables.ts';
import { type CasesTables, tablesOf } from './tables.ts';

type Row = Selectable<CasesTables['cases.entry']>;

export async function insertEntry(tx: Tx, followUp: string, entry: Entry): Promise<void> {
  const { dueAt, answeredAt, personal, ...plain } = entry;
  await tablesOf(tx)
    .insertInto('cases.entry')
    .values({
      ...plain,
      follow_up: followUp,
      due_at: dueAt,
      answered_at: answeredAt,
      personal: sealingOf(tx).seal(ENTRY.place(followUp, entry.id), personal),
    })
    .execute();
}

export async function findEntry(db: Database | Tx, followUp: string, id: string): Promise<Entry | undefined> {
  const query = tablesOf(db).selectFrom('cases.entry').selectAll().where('follow_up', '=', followUp);
  const row = await query.where('id', '=', id).executeTakeFirst();
  return row && fromRow(db, row);
}

/** The thread, in the order in which this node has it. */
export async function listEntries(db: Database | Tx, followUp: string): Promise<Entry[]> {
  const query = tablesOf(db).selectFrom('cases.entry').selectAll().where('follow_up', '=', followUp);
  const rows = await query.orderBy('number').execute();
  return rows.map((row) => fromRow(db, row));
}

/** Whether this side has recorded an outcome. */
export async function hasOutcome(db: Database | Tx, followUp: string): Promise<boolean> {
  const query = tablesOf(db).selectFrom('cases.entry').select('id').where('follow_up', '=', followUp);
  return (await query.where('kind', '=', 'outcome').where('here', '=', true).executeTakeFirst()) !== undefined;
}

/** Stops the clock of what was asked. */
export async function markAnswered(tx: Tx, followUp: string, id: string, at: Date): Promise<void> {
  await tablesOf(tx)
    .updateTable('cases.entry')
    .set({ answered_at: at })
    .where('follow_up', '=', followUp)
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .execute();
}

/** When the first answer that this side owes falls due, for each of these cases that owes one. */
export async function readFirstDue(db: Database | Tx, followUps: readonly string[]): Promise<Map<string, Date>> {
  if (followUps.length === 0) return new Map();
  const rows = await tablesOf(db)
    .selectFrom('cases.entry')
    .select((row) => ['follow_up', row.fn.min('due_at').as('due')])
    .where('follow_up', 'in', followUps)
    .where('here', '=', false)
    .where('due_at', 'is not', null)
    .where('answered_at', 'is', null)
    .groupBy('follow_up')
    .execute();
  return new Map(rows.flatMap(({ follow_up, due }) => (due ? [[follow_up, due] as const] : [])));
}

function fromRow(db: Database | Tx, row: Row): Entry {
  const { follow_up, due_at, answered_at, personal, ...plain } = row;
  return {
    ...plain,
    dueAt: due_at,
    answeredAt: answered_at,
    personal: sealingOf(db).open(ENTRY.place(follow_up, row.id), personal),
  };
}
