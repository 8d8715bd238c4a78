import type { AlertContent } from '@entente/contracts/alerts/content';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { StoredAlert } from '../model.ts';
import { tablesOf } from './tables.ts';
import { readVersion } from './versions.ts';

/** An alert that is or has been in force, by the reference officers and other nodes cite; nothing personal of it. */
export async function findAlertByReference(
  db: Database | Tx,
  reference: string,
): Promise<Pick<StoredAlert, 'id' | 'owner' | 'category'> | undefined> {
  return await tablesOf(db)
    .selectFrom('alerts.alert')
    .select(['id', 'owner', 'category'])
    .where('reference', '=', reference)
    .where('current', 'is not', null)
    .executeTakeFirst();
}

/** An alert of this state's own, as its version in force says it. */
export interface OwnInForce {
  id: string;
  reference: string;
  category: string;
  content: AlertContent;
}

/** An alert of this state's own that is in force; its row cannot change before the transaction ends. */
export async function readOwnInForce(tx: Tx, reference: string, now: Date): Promise<OwnInForce | undefined> {
  const row = await tablesOf(tx)
    .selectFrom('alerts.alert')
    .select(['id', 'category', 'current'])
    .where('reference', '=', reference)
    .where('node', 'is', null)
    .where('status', '=', 'in-force')
    .where('expires_at', '>', now)
    .forShare()
    .executeTakeFirst();
  if (!row || row.current === null) return undefined;
  const { content } = await readVersion(tx, row.id, row.current);
  return { id: row.id, reference, category: row.category, content };
}

/** Which of these alerts are in force. */
export async function listInForce(db: Database | Tx, references: readonly string[]): Promise<Set<string>> {
  if (references.length === 0) return new Set();
  const rows = await tablesOf(db)
    .selectFrom('alerts.alert')
    .select('reference')
    .where('reference', 'in', references)
    .where('status', '=', 'in-force')
    .execute();
  return new Set(rows.map(({ reference }) => reference));
}
