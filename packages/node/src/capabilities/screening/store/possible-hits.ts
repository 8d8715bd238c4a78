import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { PossibleHit } from '../model/kept.ts';
import { POSSIBLE_HIT } from './sealed-tables.ts';
import { tablesOf } from './tables.ts';

/** An officer's own possible hit, taken out of its row: it goes on as a case, or not at all. */
export async function takePossibleHit(
  tx: Tx,
  check: string,
  officerId: string,
  since: Date,
): Promise<PossibleHit | undefined> {
  const row = await tablesOf(tx)
    .deleteFrom('screening.possible_hit')
    .where('id', '=', check)
    .where('officer', '=', officerId)
    .where('at', '>', since)
    .returning(['id', 'officer', 'at', 'personal'])
    .executeTakeFirst();
  return (
    row && {
      check: row.id,
      officerId: row.officer,
      at: row.at,
      personal: sealingOf(tx).open(POSSIBLE_HIT.place(row.id), row.personal),
    }
  );
}

/** Forgets hits that nobody referred before a moment. */
export async function deletePossibleHits(db: Database | Tx, before: Date): Promise<void> {
  await tablesOf(db).deleteFrom('screening.possible_hit').where('at', '<=', before).execute();
}
