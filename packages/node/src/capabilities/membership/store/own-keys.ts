import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { OwnKey, OwnKeyUse } from '../model/standing.ts';
import { OWN_KEY } from './sealed-tables.ts';
import { tablesOf } from './tables.ts';

/** The node's own keys without their private halves, the newest first. */
export async function listOwnKeys(db: Database): Promise<OwnKey[]> {
  const rows = await tablesOf(db)
    .selectFrom('membership.own_key')
    .select(['use', 'id', 'node', 'made_at', 'public'])
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ made_at, ...key }) => ({ ...key, madeAt: made_at }));
}

/** Private halves, opened, as they were stored. Throws a SealingError where one does not open. */
export async function openOwnKeys(
  db: Database,
): Promise<{ use: OwnKeyUse; id: string; public: string; secret: string }[]> {
  const rows = await tablesOf(db)
    .selectFrom('membership.own_key')
    .select(['use', 'id', 'public', 'personal'])
    .orderBy('number', 'desc')
    .execute();
  const sealing = sealingOf(db);
  return rows.map(({ personal, ...key }) => ({
    ...key,
    secret: sealing.openBytes(OWN_KEY.place(key.use, key.id), personal).toString('utf8'),
  }));
}

export async function insertOwnKey(tx: Tx, key: OwnKey, secret: string, record: string): Promise<void> {
  const { use, id, node, madeAt } = key;
  const personal = sealingOf(tx).sealBytes(OWN_KEY.place(use, id), Buffer.from(secret, 'utf8'));
  await tablesOf(tx)
    .insertInto('membership.own_key')
    .values({ use, id, node, made_at: madeAt, public: key.public, personal, record })
    .execute();
}
