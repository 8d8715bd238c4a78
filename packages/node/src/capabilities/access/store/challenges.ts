import type { Database } from '../../../platform/database/database.ts';
import { type Ceremony, tablesOf } from './tables.ts';

/** Keeps a challenge for this browser in place of one it left unanswered, and clears away those that have ended. */
export async function putChallenge(
  db: Database,
  asked: { browser: Buffer; ceremony: Ceremony; challenge: Uint8Array; endsAt: Date },
  now: Date,
): Promise<void> {
  const { browser, ceremony } = asked;
  const kept = { challenge: Buffer.from(asked.challenge), ends_at: asked.endsAt };
  await tablesOf(db).deleteFrom('access.challenge').where('ends_at', '<=', now).execute();
  await tablesOf(db)
    .insertInto('access.challenge')
    .values({ browser, ceremony, ...kept })
    .onConflict((conflict) => conflict.columns(['browser', 'ceremony']).doUpdateSet(kept))
    .execute();
}

/** Takes the challenge this browser was given, so that it cannot be answered again; none where it has ended. */
export async function takeChallenge(
  db: Database,
  browser: Buffer,
  ceremony: Ceremony,
  now: Date,
): Promise<Uint8Array | undefined> {
  const row = await tablesOf(db)
    .deleteFrom('access.challenge')
    .where('browser', '=', browser)
    .where('ceremony', '=', ceremony)
    .returning(['challenge', 'ends_at'])
    .executeTakeFirst();
  return row && now < row.ends_at ? row.challenge : undefined;
}
