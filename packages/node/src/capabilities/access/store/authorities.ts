import type { Translated } from '@entente/contracts/terms';
import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { Authority } from '../model.ts';
import { type AccessTables, tablesOf } from './tables.ts';

/** Enters the authority, or gives it these names. */
export async function putAuthority(tx: Tx, authority: Authority): Promise<void> {
  const names = JSON.stringify(authority.names);
  await tablesOf(tx)
    .insertInto('access.authority')
    .values({ id: authority.id, names })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ names }))
    .execute();
}

export async function readAuthority(db: Database | Tx, id: string): Promise<Authority | undefined> {
  const row = await tablesOf(db).selectFrom('access.authority').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export async function listAuthorities(db: Database | Tx): Promise<Authority[]> {
  return (await tablesOf(db).selectFrom('access.authority').selectAll().orderBy('id').execute()).map(fromRow);
}

function fromRow(row: Selectable<AccessTables['access.authority']>): Authority {
  return { id: row.id, names: row.names as unknown as Translated };
}
