import { opensCommitment } from '../commitment.ts';
import { equalBytes, type Hash } from '../sha256.ts';
import { hashLeaf } from '../tlog/hash.ts';
import type { Faults } from './faults.ts';
import { type Leaf, readLeaf } from './leaf.ts';
import type { LostContent } from './lost-content.ts';
import type { HeldPart, HeldRecord } from './source.ts';

/** Says where in the log a record stands, for a person to find it. */
export function placeOf({ index, columns }: HeldRecord, leaf?: Leaf): string {
  const id = leaf?.id ?? columns?.id;
  return [index === null ? 'unfolded record' : `record ${index}`, ...(id === undefined ? [] : [`(${id})`])].join(' ');
}

/** Part texts that are gone and erasures that are logged; each needs the other, wherever in the log it stands. */
export class Erasures {
  readonly #gone = new Map<string, { place: string; erasedBy: string | null }>();
  readonly #logged = new Map<string, { place: string; id: string }>();

  gone(record: string, part: HeldPart, place: string): void {
    this.#gone.set(`${record} ${part.name}`, { place, erasedBy: part.erasedBy });
  }

  logged(leaf: Leaf, place: string, faults: Faults): void {
    if (leaf.erases === null) return;
    const key = `${leaf.erases.record} ${leaf.erases.part}`;
    if (this.#logged.has(key)) faults.add('erasure-undone', place, 'logs an erasure that is logged already');
    else this.#logged.set(key, { place, id: leaf.id });
  }

  get count(): number {
    return this.#gone.size;
  }

  /** To be called once the whole log has been read. */
  settle(faults: Faults): void {
    for (const [key, { place, erasedBy }] of this.#gone) {
      const part = key.slice(key.indexOf(' ') + 1);
      const logged = this.#logged.get(key);
      if (logged === undefined) {
        faults.add('erasure-unlogged', place, `the text of part "${part}" is gone, and no leaf records its erasure`);
      } else if (logged.id !== erasedBy) {
        faults.add('column', place, `part "${part}" names another record as its erasure than the log does`);
      }
    }
    for (const [key, { place }] of this.#logged) {
      if (!this.#gone.has(key)) {
        faults.add('erasure-undone', place, 'logs the erasure of a part that is not there, or is still held');
      }
    }
  }
}

/** Checks one record against itself: leaf, hash, columns, parts. Returns its leaf hash, recomputed. */
export function verifyRecord(record: HeldRecord, erasures: Erasures, faults: Faults, lost?: LostContent): Hash {
  const leafHash = hashLeaf(record.content);
  let leaf: Leaf | undefined;
  try {
    leaf = readLeaf(record.content);
  } catch (error) {
    faults.add('leaf-malformed', placeOf(record), (error as Error).message);
  }
  const place = placeOf(record, leaf);
  if (record.leafHash !== undefined && !equalBytes(record.leafHash, leafHash)) {
    faults.add('leaf-hash', place, 'the content does not have the stored leaf hash');
  }
  if (leaf === undefined) return leafHash;
  lost?.logged(leaf, record.index);
  for (const [column, value] of Object.entries(record.columns ?? {})) {
    if (value !== leaf[column as keyof NonNullable<HeldRecord['columns']>]) {
      faults.add('column', place, `the column for "${column}" differs from the content`);
    }
  }
  if (record.parts !== undefined) {
    verifyParts(leaf, record.parts, place, erasures, faults);
    erasures.logged(leaf, place, faults);
  }
  return leafHash;
}

function verifyParts(leaf: Leaf, held: HeldPart[], place: string, erasures: Erasures, faults: Faults): void {
  const parts = new Map(held.map((part) => [part.name, part]));
  for (const [name, commitment] of leaf.parts) {
    const part = parts.get(name);
    parts.delete(name);
    if (part === undefined) {
      faults.add('part-missing', place, `part "${name}" is missing`);
    } else if (part.unopened) {
      faults.add('part-unopened', place, `part "${name}" is sealed and does not open: altered, or its key is missing`);
    } else if (part.text === null || part.salt === null) {
      erasures.gone(leaf.id, part, place);
      if (part.text !== part.salt) faults.add('part-changed', place, `part "${name}" is erased in half`);
    } else if (!opensCommitment(commitment, part.text, part.salt)) {
      faults.add('part-changed', place, `part "${name}" is not what the leaf commits to`);
    } else if (part.erasedBy !== null) {
      faults.add('column', place, `part "${name}" is held, yet names an erasure`);
    }
  }
  for (const name of parts.keys()) faults.add('part-unknown', place, `part "${name}" is in no leaf`);
}
