import type { Tx } from '../../../platform/database/database.ts';
import type { FollowUp } from '../model/case.ts';
import type { Entry, NewEntry } from '../model/entry.ts';
import { insertEntry, markAnswered } from '../store/entries.ts';

/**
 * Puts an entry at the end of a thread that is locked; what it answers is answered. Returns the case as it then is, for the
 * caller to write.
 */
export async function append(
  tx: Tx,
  of: FollowUp,
  entry: NewEntry,
  { record, outbox }: { record: string; outbox: string | null },
): Promise<FollowUp> {
  const placed: Entry = { ...entry, number: of.entries + 1, record, outbox, answeredAt: null };
  await insertEntry(tx, of.id, placed);
  if (entry.answers !== null) await markAnswered(tx, of.id, entry.answers, entry.at);
  return { ...of, entries: placed.number, changedAt: entry.at };
}
