import { readClaimedHead } from '@entente/crypto/note/checkpoint';
import { parseNote } from '@entente/crypto/note/signed-note';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import { mergeNotes } from '../../rules/witnessing/merge-notes.ts';
import { noteSeen, readWatched } from '../../store/witnessing/watched-logs.ts';

/** Keeps the newest head seen of a log, one that is consistent with what is held, with every cosignature known on it. */
export async function rememberHead(db: Database | Tx, log: string, note: string, seenAt: Date): Promise<void> {
  const held = (await readWatched(db)).get(log)?.head;
  const { size } = readClaimedHead(note);
  if (held && held.size > size) return;
  const same = held?.size === size && parseNote(held.note).text === parseNote(note).text;
  const merged = same ? mergeNotes(note, held.note) : note;
  if (merged !== held?.note) await noteSeen(db, log, { size, note: merged, seenAt });
}
