import { type NoteSignature, parseNote, signatureLine } from '@entente/crypto/note/signed-note';

/** One note with the signatures of both, whose texts are the same. Of two by one key the first note's stays: a witness signs anew. */
export function mergeNotes(first: string, second: string): string {
  const [one, other] = [parseNote(first), parseNote(second)];
  if (one.text !== other.text) throw new Error('Only notes of one text are merged');
  const keyOf = ({ name, id }: NoteSignature) => `${name} ${Buffer.from(id).toString('hex')}`;
  const known = new Set(one.signatures.map(keyOf));
  const added = other.signatures.filter((signature) => !known.has(keyOf(signature)));
  return `${one.text}\n${[...one.signatures, ...added].map(signatureLine).join('')}`;
}
