import { type BlankRange, type RangeRefusal, readDocumentRange } from './identifiers/document-range.ts';
import { LONGEST_WRITTEN } from './identifiers/folding.ts';
import type { ObjectScheme } from './identifiers/scheme.ts';
import { normaliseIdentifier, OBJECT_SCHEMES } from './identifiers/schemes.ts';
import { BlankRanges } from './index/blank-ranges.ts';
import { Numbers } from './index/numbers.ts';

/** What a number may be asked as: an object's scheme, or a document, which a range of blanks may hold. */
export type NumberKind = ObjectScheme | 'document';

/** A number of an object as its alert gives it; `country` is ISO 3166-1 alpha-3 and counts for plates only. */
export interface IndexedIdentifier {
  scheme: ObjectScheme;
  value: string;
  country?: string;
}

/** A range of blank documents; `country` is their issuer, ISO 3166-1 alpha-3. */
export interface IndexedRange extends BlankRange {
  country?: string;
  documentType?: string;
}

/** What the index keeps of an object. `id` is the caller's own and unique in the index. */
export interface IndexedObject {
  id: string;
  identifiers: IndexedIdentifier[];
  ranges?: IndexedRange[];
}

/** What of an object the index cannot answer by, so that nothing is left out quietly; `at` is its place. */
export type Unindexed =
  | { what: 'identifier'; at: number; code: 'empty' | 'too-long' }
  | { what: 'range'; at: number; code: RangeRefusal };

/** A number asked for; without a scheme, under all; `country` leaves out what another state issued. */
export interface ObjectQuery {
  value: string;
  scheme?: NumberKind;
  country?: string;
}

/** An object that has the number (`matches`), or one that may be taken for it (`near`). */
export interface ObjectMatch {
  id: string;
  scheme: NumberKind;
  verdict: 'matches' | 'near';
  /** The number as listed; of a range, its first and last. */
  listed: string;
  query: string;
}

/** Exact numbers of objects and documents; every change answers the next search. */
export interface ObjectIndex {
  /** Objects held. */
  readonly size: number;
  /** Adds an object, or replaces the one of the same id; gives what it could not take. */
  add(object: IndexedObject): Unindexed[];
  /** Removes an object; false when there is none of this id. */
  remove(id: string): boolean;
  /** One match per object and scheme, exact ones first, then by id. `limit` defaults to 50. */
  search(query: ObjectQuery, options?: { limit?: number }): ObjectMatch[];
}

interface HeldIdentifier {
  id: string;
  scheme: ObjectScheme;
  normal: string;
  listed: string;
  country: string | undefined;
}

interface HeldRange {
  id: string;
  range: BlankRange;
  listed: string;
  country: string | undefined;
}

/** An empty index; see `ObjectIndex`. */
export function createObjectIndex(): ObjectIndex {
  const objects = new Map<string, { identifiers: HeldIdentifier[]; ranges: HeldRange[] }>();
  const numbers = new Numbers<HeldIdentifier>();
  const blanks = new BlankRanges<HeldRange>();

  function add({ id, identifiers, ranges = [] }: IndexedObject): Unindexed[] {
    remove(id);
    const unindexed: Unindexed[] = [];
    const held = { identifiers: [] as HeldIdentifier[], ranges: [] as HeldRange[] };
    for (const [at, { scheme, value, country }] of identifiers.entries()) {
      const normal = normaliseIdentifier(scheme, value);
      if (normal !== '') held.identifiers.push({ id, scheme, normal, listed: value, country });
      else unindexed.push({ what: 'identifier', at, code: isEmpty(value) ? 'empty' : 'too-long' });
    }
    for (const [at, range] of ranges.entries()) {
      const read = readDocumentRange(range);
      if (read.ok) held.ranges.push({ id, range: read.range, listed: writeRange(range), country: range.country });
      else unindexed.push({ what: 'range', at, code: read.code });
    }
    for (const identifier of held.identifiers) numbers.add(identifier);
    for (const range of held.ranges) blanks.add(range);
    objects.set(id, held);
    return unindexed;
  }

  function remove(id: string): boolean {
    const held = objects.get(id);
    if (held === undefined) return false;
    for (const identifier of held.identifiers) numbers.remove(identifier);
    for (const range of held.ranges) blanks.remove(range);
    return objects.delete(id);
  }

  function search(query: ObjectQuery, { limit = 50 }: { limit?: number } = {}): ObjectMatch[] {
    if (query.value.length > LONGEST_WRITTEN) return [];
    const best = new Map<string, ObjectMatch>();
    for (const match of find(query)) {
      const key = `${match.scheme} ${match.id}`;
      const known = best.get(key);
      if (!known || inOrder(match, known) < 0) best.set(key, match);
    }
    return [...best.values()].sort(inOrder).slice(0, Math.max(0, limit));
  }

  function* find({ value, scheme, country }: ObjectQuery): Generator<ObjectMatch> {
    for (const kind of scheme === undefined ? OBJECT_SCHEMES : [scheme]) {
      if (kind === 'document') continue;
      const normal = normaliseIdentifier(kind, value);
      if (normal === '') continue;
      for (const { held, verdict } of numbers.like(kind, normal))
        if (kind !== 'plate' || mayBeOf(country, held.country))
          yield { id: held.id, scheme: kind, verdict, listed: held.listed, query: value };
    }
    if (scheme !== undefined && scheme !== 'document') return;
    for (const { held, verdict } of blanks.holding(value))
      if (mayBeOf(country, held.country))
        yield { id: held.id, scheme: 'document', verdict, listed: held.listed, query: value };
  }

  return {
    get size() {
      return objects.size;
    },
    add,
    remove,
    search,
  };
}

function isEmpty(value: string): boolean {
  return value.length <= LONGEST_WRITTEN && !/[\p{L}\p{Nd}]/u.test(value);
}

/** Unknown on either side leaves every state possible. */
function mayBeOf(asked: string | undefined, listed: string | undefined): boolean {
  return asked === undefined || listed === undefined || asked === listed;
}

function writeRange({ prefix, from, to }: BlankRange): string {
  return `${prefix}${from}–${prefix}${to}`;
}

/** By exactness, then by id, scheme and listed number in the order of code units. */
function inOrder(a: ObjectMatch, b: ObjectMatch): number {
  const exact = Number(b.verdict === 'matches') - Number(a.verdict === 'matches');
  return exact || byUnits(a.id, b.id) || byUnits(a.scheme, b.scheme) || byUnits(a.listed, b.listed);
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
