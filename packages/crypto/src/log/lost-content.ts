import type { Faults } from './faults.ts';
import type { Leaf } from './leaf.ts';

interface Range {
  first: number;
  last: number;
}

/** Records that are there as hashes alone, and the leaves that say so: each loss needs a leaf, further on in the log. */
export class LostContent {
  readonly #lost: Range[] = [];
  readonly #logged: Range[] = [];
  #count = 0;

  /** To be called in the order of the places. */
  lost(index: number): void {
    this.#count++;
    const newest = this.#lost.at(-1);
    if (newest?.last === index - 1) newest.last = index;
    else this.#lost.push({ first: index, last: index });
  }

  /** A leaf counts for what lies before it only: nobody may lose tomorrow's records today. */
  logged({ loses }: Leaf, index: number | null): void {
    if (loses === null) return;
    const last = index === null ? loses.last : Math.min(loses.last, index - 1);
    if (loses.first <= last) this.#logged.push({ first: loses.first, last });
  }

  get count(): number {
    return this.#count;
  }

  /** To be called once the whole log has been read. */
  settle(faults: Faults): void {
    this.#logged.sort((one, other) => one.first - other.first);
    for (const range of this.#lost) {
      const unlogged = firstOutside(range, this.#logged);
      if (unlogged === undefined) continue;
      faults.add(
        'loss-unlogged',
        `record ${unlogged}`,
        'is there as a hash alone, and no later leaf says that it was lost',
      );
    }
  }
}

/** The first place of a range that none of the others, which are in order, reaches. */
function firstOutside({ first, last }: Range, others: readonly Range[]): number | undefined {
  let next = first;
  for (const other of others) {
    if (other.first > next) break;
    next = Math.max(next, other.last + 1);
  }
  return next > last ? undefined : next;
}
