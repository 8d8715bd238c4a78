import { foldDocumentNumber, foldLookAlikes } from '../document-number.ts';
import { isTelling } from '../facts/document.ts';
import type { IndexedDocument } from '../model.ts';

/** Document numbers with look-alikes folded, and the ordinals of the subjects that have them. */
export class Documents {
  readonly #holders = new Map<string, number | number[]>();

  add(documents: IndexedDocument[], ordinal: number): void {
    for (const key of keysOf(documents)) {
      const held = this.#holders.get(key);
      if (held === undefined) this.#holders.set(key, ordinal);
      else this.#holders.set(key, [held, ordinal].flat());
    }
  }

  remove(documents: IndexedDocument[], ordinal: number): void {
    for (const key of keysOf(documents)) {
      const left = [this.#holders.get(key) ?? []].flat().filter((holder) => holder !== ordinal);
      if (left.length === 0) this.#holders.delete(key);
      else this.#holders.set(key, left.length === 1 ? left[0]! : left);
    }
  }

  /** Subjects that have this number or one that looks like it. */
  holdersOf(number: string): number[] {
    const folded = foldDocumentNumber(number);
    return isTelling(folded) ? [this.#holders.get(foldLookAlikes(folded)) ?? []].flat() : [];
  }
}

function keysOf(documents: IndexedDocument[]): Set<string> {
  return new Set(
    documents
      .map(({ number }) => foldDocumentNumber(number))
      .filter(isTelling)
      .map(foldLookAlikes),
  );
}
