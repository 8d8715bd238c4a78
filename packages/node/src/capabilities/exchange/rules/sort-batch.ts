/** An envelope of a delivery, by its number and id. */
export interface Numbered {
  seq: number;
  id: string;
}

/** What becomes of a delivery. Only a run without gaps is taken; it may begin with what came before. */
export interface Sorted {
  /** How many at the beginning came before, under the same ids. */
  known: number;
  /** How many after those are new. */
  fresh: number;
  /** Why no more of it is taken. */
  stop: { why: 'gap'; expected: number } | { why: 'number-taken' } | null;
}

/**
 * Sorts a delivery by the number last received.
 *
 * @param known what came before, by number
 */
export function sortBatch(
  batch: readonly Numbered[],
  received: number,
  known: ReadonlyMap<number, { envelope: string }>,
): Sorted {
  const sorted: Sorted = { known: 0, fresh: 0, stop: null };
  for (const { seq, id } of batch) {
    const expected = received + sorted.fresh + 1;
    if (seq === expected) {
      sorted.fresh += 1;
    } else if (seq > expected) {
      return { ...sorted, stop: { why: 'gap', expected } };
    } else if (seq <= received && sorted.fresh === 0 && known.get(seq)?.envelope === id) {
      sorted.known += 1;
    } else {
      return { ...sorted, stop: { why: 'number-taken' } };
    }
  }
  return sorted;
}
