import type { ObjectScheme } from '../identifiers/scheme.ts';
import { compareNormal, SCHEMES } from '../identifiers/schemes.ts';

/** A number of an object by its normal form. */
export interface HeldNumber {
  scheme: ObjectScheme;
  normal: string;
}

/** Numbers of objects under the key that numbers which may be taken for each other share. */
export class Numbers<T extends HeldNumber> {
  readonly #held = new Map<string, T | Set<T>>();

  add(number: T): void {
    const key = keyOf(number.scheme, number.normal);
    const held = this.#held.get(key);
    if (held === undefined) this.#held.set(key, number);
    else if (held instanceof Set) held.add(number);
    else this.#held.set(key, new Set([held, number]));
  }

  remove(number: T): void {
    const key = keyOf(number.scheme, number.normal);
    const held = this.#held.get(key);
    if (held instanceof Set) held.delete(number);
    if (held === number || (held instanceof Set && held.size === 0)) this.#held.delete(key);
  }

  /** Numbers that are the one asked for, or may be taken for it. */
  like(scheme: ObjectScheme, normal: string): { held: T; verdict: 'matches' | 'near' }[] {
    const found: { held: T; verdict: 'matches' | 'near' }[] = [];
    const held = this.#held.get(keyOf(scheme, normal));
    if (held === undefined) return found;
    for (const one of held instanceof Set ? held : [held]) {
      const verdict = compareNormal(scheme, normal, one.normal);
      if (verdict) found.push({ held: one, verdict });
    }
    return found;
  }
}

function keyOf(scheme: ObjectScheme, normal: string): string {
  return `${scheme} ${SCHEMES[scheme].blur(normal)}`;
}
