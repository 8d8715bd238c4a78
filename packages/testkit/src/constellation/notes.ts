import type {
  Apply,
  Outgoing,
  ReceivedEnvelope,
  TakenAttachments,
  Verdict,
} from '@entente/node/capabilities/exchange/index';
import { sql } from 'kysely';
import { Type } from 'typebox';
import type { ConstellationNode } from './constellation.ts';

/** The body of what tests send each other. */
export const Note = Type.Object({ text: Type.String({ maxLength: 10_000 }) }, { additionalProperties: false });

export type ReceivedNote = ReceivedEnvelope<{ text: string }>;

/** What a test has a node make of notes; accepted unless it says otherwise. */
export type TakeNote = (
  note: ReceivedNote,
  node: ConstellationNode,
) => Promise<Verdict | undefined> | Verdict | undefined;

/**
 * Has a node take notes, as a room would: each is a row of a table of its own, written in the transaction of the receipt. To be
 * called whenever the node is composed. They enclose nothing unless it is said what.
 */
export async function takeNotes(
  node: ConstellationNode,
  take: TakeNote = () => undefined,
  attachments?: TakenAttachments,
): Promise<void> {
  await sql`
    CREATE TABLE IF NOT EXISTS public.note (at bigint GENERATED ALWAYS AS IDENTITY, sender text, seq bigint, text text)
  `.execute(node.database.db);
  const apply: Apply<{ text: string }> = async (tx, note) => {
    await sql`INSERT INTO public.note (sender, seq, text) VALUES (${note.from}, ${note.seq}, ${note.body.text})`.execute(
      tx,
    );
    return (await take(note, node)) ?? { accepted: true };
  };
  node.node.exchange.receive('tests.noted', Note, apply, attachments && { attachments });
}

/** Writes notes for a node, in one transaction. */
export async function sendNotes(
  from: ConstellationNode,
  to: Pick<ConstellationNode, 'id'>,
  texts: readonly string[],
  more: Partial<Outgoing> = {},
): Promise<void> {
  await from.database.db.transaction().execute(async (tx) => {
    for (const text of texts) {
      await from.node.exchange.send(tx, {
        to: to.id,
        type: 'tests.noted',
        body: { text },
        handling: 'restricted',
        ...more,
      });
    }
  });
}

/** The texts that a node has taken from another, in the order it took them. */
export async function notesOf(at: ConstellationNode, from: Pick<ConstellationNode, 'id'>): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    SELECT text FROM public.note WHERE sender = ${from.id} ORDER BY at`.execute(at.database.db);
  return rows.map(({ text }) => text);
}

/** `note 1` to `note n`. */
export function numberedNotes(count: number, first = 1): string[] {
  return Array.from({ length: count }, (_, at) => `note ${first + at}`);
}
