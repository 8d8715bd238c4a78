import type { ListedSubject, ListId } from '@entente/contracts/alerts';
import { createIndex, type IndexMemory, type MatchQuery, type NameIndex } from '@entente/matching';
import type { Found, Listing } from '../model/found.ts';
import type { FoundNames, NameAsk } from '../model/name-search.ts';
import { MOST_CANDIDATES, orderFound } from '../rules/candidates.ts';
import { indexEntry, listingOf } from '../rules/index-entry.ts';
import { searchHere } from './search-threads.ts';

/** Everything listed, in memory: an index for each list, so that a list falls silent or answers at once. */
export interface WatchIndex {
  /** Subjects held, of all lists. */
  readonly size: number;
  /** Where the lists lie. */
  readonly parts: ReadonlyMap<ListId, NameIndex>;
  /** Rises with every change. */
  readonly revision: number;
  /** Adds a subject, or replaces the one of the same id: it answers as before or as now, at any moment. */
  put(id: string, subject: ListedSubject): void;
  remove(id: string): void;
  /** What is to be searched of the lists named. */
  asks(query: MatchQuery, lists: Iterable<ListId>): NameAsk[];
  /**
   * The best candidates of the lists named, at most ten, best first, from what was found for `asks`. Undefined when a subject that
   * was found has changed since then (`revision` before asking): ask again.
   */
  answer(lists: Iterable<ListId>, found: FoundNames, revision: number): Found[] | undefined;
  /** All of it at once, in this thread. */
  search(query: MatchQuery, lists: Iterable<ListId>): Found[];
  /** What is shown of each subject, by its id; changes may go on meanwhile. */
  beside(): Iterable<BesideListed>;
}

/** A subject as it lies beside the index of its list. */
export interface BesideListed {
  id: string;
  list: ListId;
  ref: string;
  /** Its `Listing` in JSON: of a million few are ever shown, and the others are on disk and back without being read. */
  text: string;
}

/** Lists as they lay in memory before, to go on with. */
export interface HeldLists {
  lists: Iterable<readonly [ListId, IndexMemory]>;
  beside: Iterable<BesideListed>;
}

export function createWatchIndex(held?: HeldLists): WatchIndex {
  const indexes = new Map(Array.from(held?.lists ?? [], ([list, memory]) => [list, createIndex(memory)] as const));
  const listings = new Map<string, BesideListed & { revision: number }>();
  /** The ids that this node gave, by list and by the list's own reference, which is the same on every node. */
  const ids = new Map<ListId, Map<string, string>>();
  let revision = 0;

  const keep = ({ id, list, ref, text }: BesideListed) => {
    const ofList = ids.get(list) ?? new Map<string, string>();
    ids.set(list, ofList.set(ref, id));
    listings.set(id, { id, list, ref, text, revision });
  };
  for (const listed of held?.beside ?? []) keep(listed);

  const remove = (id: string) => {
    const listed = listings.get(id);
    if (!listed) return;
    revision += 1;
    indexes.get(listed.list)?.remove(listed.ref);
    ids.get(listed.list)?.delete(listed.ref);
    listings.delete(id);
  };

  /** What is new first, what is left over of before then: in between, searches in other threads find one or the other. */
  const put = (id: string, subject: ListedSubject) => {
    const { list, ref } = subject;
    const index = indexes.get(list) ?? createIndex();
    indexes.set(list, index);
    index.add(indexEntry(ref, subject));
    const before = listings.get(id);
    if (before && (before.list !== list || before.ref !== ref)) remove(id);
    const known = ids.get(list)?.get(ref);
    if (known !== undefined) listings.delete(known);
    revision += 1;
    keep({ id, list, ref, text: JSON.stringify(listingOf(subject)) });
  };

  const asks = (query: MatchQuery, lists: Iterable<ListId>): NameAsk[] =>
    [...lists].flatMap((list) => {
      const index = indexes.get(list);
      return index ? [{ index, query, limit: MOST_CANDIDATES }] : [];
    });

  const answer: WatchIndex['answer'] = (lists, found, asOf) => {
    const met: Found[] = [];
    for (const list of lists) {
      const index = indexes.get(list);
      for (const match of (index && found.get(index)) ?? []) {
        const id = ids.get(list)?.get(match.id);
        const held = id === undefined ? undefined : listings.get(id);
        if (id === undefined || !held) continue;
        if (held.revision > asOf) return undefined;
        met.push({ id, listing: JSON.parse(held.text) as Listing, match });
      }
    }
    return orderFound(met);
  };

  return {
    get size() {
      return listings.size;
    },
    get revision() {
      return revision;
    },
    parts: indexes,
    put,
    remove,
    asks,
    answer,
    *beside() {
      yield* listings.values();
    },
    search: (query, lists) => {
      const named = [...lists];
      return answer(named, searchHere(asks(query, named)), revision)!;
    },
  };
}
