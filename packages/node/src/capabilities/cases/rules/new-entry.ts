import type { NewMessage, NewOutcome } from '@entente/contracts/cases/entries';
import type { NewEntry } from '../model/entry.ts';

/** Who wrote an entry, and when this node had it. The other side's officers are not named. */
export type Written = Pick<NewEntry, 'here' | 'officer' | 'at'>;

const PLAIN = { form: null, urgent: false, outcome: null, answers: null, dueAt: null } as const;

/** The first entry of a thread: the hit itself, under the thread's own id. */
export function hitEntry(thread: string, hit: { urgent: boolean; text: string }, by: Written): NewEntry {
  return { ...PLAIN, ...by, id: thread, kind: 'hit', urgent: hit.urgent, personal: { text: hit.text } };
}

/** A message. `due`: when its answer falls due, where it asks. */
export function messageEntry(
  id: string,
  { kind, form, urgent = false, answers = null, text }: Omit<NewMessage, 'answers'> & { answers?: string | null },
  by: Written,
  due: Date | null,
): NewEntry {
  return { ...PLAIN, ...by, id, kind, form: form ?? null, urgent, answers, dueAt: due, personal: { text } };
}

/** That a hit was taken up. */
export function acknowledgementEntry(id: string, by: Written): NewEntry {
  return { ...PLAIN, ...by, id, kind: 'acknowledgement', personal: { text: '' } };
}

/** What came of it. */
export function outcomeEntry(id: string, { outcome, text = '' }: NewOutcome, by: Written): NewEntry {
  return { ...PLAIN, ...by, id, kind: 'outcome', outcome, personal: { text } };
}
