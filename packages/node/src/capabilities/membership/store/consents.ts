import type { Database, Tx } from '../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** A consent of this member's own. */
export interface ConsentRow {
  organisation: string;
  number: number;
  hash: string;
  line: string;
}

/** What this member has consented to under a number, the earliest first. */
export async function readOwnConsents(db: Database, organisation: string, number: number): Promise<ConsentRow[]> {
  return await tablesOf(db)
    .selectFrom('membership.consent')
    .select(['organisation', 'number', 'hash', 'line'])
    .where('organisation', '=', organisation)
    .where('number', '=', number)
    .orderBy('given_at')
    .execute();
}

export async function insertOwnConsent(tx: Tx, consent: ConsentRow, at: Date, record: string): Promise<void> {
  await tablesOf(tx)
    .insertInto('membership.consent')
    .values({ ...consent, given_at: at, record })
    .execute();
}
