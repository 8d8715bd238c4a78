import { foldDocumentNumber, foldLookAlikes } from '../document-number.ts';
import { isTelling } from '../facts/document.ts';
import type { BlankRange } from '../identifiers/document-range.ts';
import { Intervals } from './intervals.ts';

/** As for single documents: shorter numbers have too many look-alikes. */
const SHORTEST_NEAR = 6;

/** No range has more digits: twenty, and ten of its prefix. */
const MOST_DIGITS = 30;

/** Ranges of blank documents, parted by prefix and number of digits, look-alikes in the prefix folded. */
export class BlankRanges<T extends { range: BlankRange }> {
  readonly #series = new Map<string, Intervals<T>>();

  add(held: T): void {
    const { from, to } = held.range;
    const key = seriesOf(held.range.prefix, from.length);
    const series = this.#series.get(key) ?? new Intervals<T>();
    series.add(from, to, held);
    this.#series.set(key, series);
  }

  remove(held: T): void {
    const { from, to } = held.range;
    const key = seriesOf(held.range.prefix, from.length);
    const series = this.#series.get(key);
    series?.remove(from, to, held);
    if (series?.isEmpty) this.#series.delete(key);
  }

  /** Ranges that hold the number, or one that an eye or a reader may take for it. */
  holding(number: string): { held: T; verdict: 'matches' | 'near' }[] {
    const folded = foldDocumentNumber(number);
    if (!isTelling(folded)) return [];
    const found: { held: T; verdict: 'matches' | 'near' }[] = [];
    const alike = foldLookAlikes(folded);
    const shortest = alike.length - /\d*$/.exec(alike)![0].length;
    for (let at = Math.max(shortest, alike.length - MOST_DIGITS); at < alike.length; at++) {
      const series = this.#series.get(seriesOf(alike.slice(0, at), alike.length - at));
      for (const held of series?.containing(alike.slice(at)) ?? []) {
        const same = folded.slice(0, at) === held.range.prefix && /^\d+$/.test(folded.slice(at));
        if (same || folded.length >= SHORTEST_NEAR) found.push({ held, verdict: same ? 'matches' : 'near' });
      }
    }
    return found;
  }
}

function seriesOf(prefix: string, digits: number): string {
  return `${foldLookAlikes(prefix)} ${digits}`;
}
