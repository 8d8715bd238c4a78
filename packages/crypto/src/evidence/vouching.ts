import { activeMembers, type Register } from '../act/register.ts';
import { readCosignatures } from '../note/cosignature.ts';
import { parseNote, signerOf } from '../note/signed-note.ts';
import type { VerifierKey } from '../note/verifier-key.ts';
import { Refusal } from '../refusal.ts';
import type { NamedNoteKey, NoteKeys } from './note-keys.ts';

/** How far a checkpoint is vouched for. */
export interface Vouching {
  /** Nodes that have cosigned it, those of bodies among them. */
  cosignedBy: string[];
  /** When the member that completed the majority cosigned it, by its word; null while none has: the place is pending. */
  stoodAt: string | null;
}

/**
 * Who vouches for a checkpoint, by the keys the register names. In evidence every signature line must be by the log or by a
 * node of the register, and valid: a line of nobody known might be one that was spoilt. A key that the register did not name at
 * that time is passed over.
 */
export function vouchingOf(
  note: string,
  { register, keys, log }: { register: Register; keys: NoteKeys; log: readonly VerifierKey[] },
): Vouching {
  const witnesses = keys.witnesses.map(({ key }) => key);
  for (const line of parseNote(note).signatures) {
    if (!signerOf(line, log) && !signerOf(line, witnesses)) {
      throw new Refusal('unknown-signer', 'a checkpoint carries a signature of nobody in the register');
    }
  }
  const times = new Map<string, string>();
  for (const cosignature of readCosignatures(note, witnesses)) {
    const named = keys.witnesses.find(({ key }) => key === cosignature.witness)!;
    if (!cosignature.valid) throw new Refusal('bad-signature', `the cosignature of ${named.node} does not verify`);
    const at = new Date(cosignature.time * 1000);
    if (Number.isNaN(at.getTime()) || !isNamedAt(named, at.toISOString())) continue;
    times.set(named.node, at.toISOString());
  }
  return { cosignedBy: [...times.keys()], stoodAt: majorityAt(register, times) };
}

/** A key counts from the second in which it comes into force: cosignatures have no finer time. */
function isNamedAt({ from, until }: NamedNoteKey<unknown>, at: string): boolean {
  return Date.parse(at) + 999 >= Date.parse(from) && (until === null || at < until);
}

/** A member counts once, whichever of its nodes was first; bodies do not, nor does who was no active member then. */
function majorityAt(register: Register, times: ReadonlyMap<string, string>): string | null {
  const counted = new Set<string>();
  const inOrder = [...times].sort(([, left], [, right]) => (left < right ? -1 : 1));
  for (const [node, at] of inOrder) {
    const { holder, of } = register.nodes.get(node)!.record;
    const active = activeMembers(register, at);
    if (holder === 'member' && active.includes(of)) counted.add(of);
    if (counted.size * 2 > active.length) return at;
  }
  return null;
}
