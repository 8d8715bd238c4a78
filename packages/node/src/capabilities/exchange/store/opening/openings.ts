import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { Contradiction, Opening } from '../../model/opening.ts';
import { type OpeningTables, tablesOf } from './tables.ts';

/** Every channel waits, whatever it was before. */
export async function closeAll(db: Database | Tx, nodes: readonly string[], at: Date): Promise<void> {
  await sql`
    INSERT INTO exchange.opening (node, state, since) SELECT node, 'waiting', ${at} FROM unnest(${nodes}::text[]) AS other (node)
    ON CONFLICT (node) DO UPDATE SET state = 'waiting', since = excluded.since, target = NULL, why = NULL`.execute(db);
}

export async function readOpenings(db: Database | Tx): Promise<Map<string, Opening>> {
  const rows = await tablesOf(db).selectFrom('exchange.opening').selectAll().execute();
  return new Map(rows.map((row) => [row.node, toOpening(row)]));
}

function toOpening({
  state,
  since,
  target,
  why,
  regained_from,
  regained_to,
}: Selectable<OpeningTables['exchange.opening']>): Opening {
  const regained = regained_from === null ? null : { first: regained_from, last: regained_to! };
  return { state, since, target, why, regained };
}

/** How the channel with a node stands; one that nothing is known of waits. */
export async function readOpening(db: Database | Tx, node: string): Promise<Pick<Opening, 'state'>> {
  const row = await tablesOf(db)
    .selectFrom('exchange.opening')
    .select('state')
    .where('node', '=', node)
    .executeTakeFirst();
  return row ?? { state: 'waiting' };
}

/** Whether a node has told what it saw, so that it may be answered. A node nothing is known of has not. */
export async function hasTold(db: Database | Tx, node: string): Promise<boolean> {
  return await isIn(db, node, ['catching-up', 'open']);
}

/** Whether anything may be sent to a node. */
export async function isOpen(db: Database | Tx, node: string): Promise<boolean> {
  return await isIn(db, node, ['open']);
}

async function isIn(db: Database | Tx, node: string, states: Opening['state'][]): Promise<boolean> {
  return states.includes((await readOpening(db, node)).state);
}

/** What it sent is taken up to a number, and then the channel opens. */
export async function writeCatchingUp(tx: Tx, node: string, target: number, at: Date): Promise<void> {
  await sql`
    INSERT INTO exchange.opening (node, state, since, target) VALUES (${node}, 'catching-up', ${at}, ${target})
    ON CONFLICT (node) DO UPDATE SET state = 'catching-up', since = excluded.since, target = excluded.target,
      why = NULL`.execute(tx);
}

export async function writeOpen(tx: Tx, node: string, at: Date): Promise<void> {
  await tablesOf(tx)
    .updateTable('exchange.opening')
    .set({ state: 'open', since: at, target: null, regained_from: null, regained_to: null })
    .where('node', '=', node)
    .execute();
}

export async function writeContradicted(tx: Tx, node: string, why: Contradiction, at: Date): Promise<void> {
  await tablesOf(tx)
    .updateTable('exchange.opening')
    .set({ state: 'contradicted', since: at, target: null, why })
    .where('node', '=', node)
    .execute();
}

/** Numbers that were learnt back come one after the other. */
export async function noteRegained(tx: Tx, node: string, first: number, last: number): Promise<void> {
  await sql`
    UPDATE exchange.opening SET regained_from = coalesce(regained_from, ${first}), regained_to = ${last}
    WHERE node = ${node}`.execute(tx);
}
