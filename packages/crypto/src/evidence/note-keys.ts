import type { Act } from '../act/act.ts';
import { parseVerifierKey, parseWitnessKey, type VerifierKey, type WitnessKey } from '../note/verifier-key.ts';
import { registersOf } from './chain.ts';

/** A key of a node for notes, and from when until when the register names it. */
export interface NamedNoteKey<Key> {
  node: string;
  key: Key;
  from: string;
  until: string | null;
}

/** Every key that the acts have named for logs and for witnessing. The register at its head has only the newest of each node. */
export interface NoteKeys {
  logs: NamedNoteKey<VerifierKey>[];
  witnesses: NamedNoteKey<WitnessKey>[];
}

export function noteKeysOf(acts: readonly Act[]): NoteKeys {
  const logs = new Naming(parseVerifierKey);
  const witnesses = new Naming(parseWitnessKey);
  for (const { act, register } of registersOf(acts)) {
    for (const [node, { record }] of register.nodes) {
      logs.see(node, record.log, act.statement.effectiveAt);
      witnesses.see(node, record.witness, act.statement.effectiveAt);
    }
  }
  return { logs: logs.named, witnesses: witnesses.named };
}

/** Notes when an act names another key than the ones before it. */
class Naming<Key> {
  readonly named: NamedNoteKey<Key>[] = [];
  readonly #newest = new Map<string, { written: string; entry: NamedNoteKey<Key> }>();
  readonly #parse: (written: string) => Key;

  constructor(parse: (written: string) => Key) {
    this.#parse = parse;
  }

  see(node: string, written: string, from: string): void {
    const before = this.#newest.get(node);
    if (before?.written === written) return;
    if (before) before.entry.until = from;
    const entry = { node, key: this.#parse(written), from, until: null };
    this.named.push(entry);
    this.#newest.set(node, { written, entry });
  }
}
