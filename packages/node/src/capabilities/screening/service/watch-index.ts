import type { ListedSubject, ListId } from '@entente/contracts/alerts';
import { createIndex, type MatchQuery, type NameIndex } from '@entente/matching';
import type { Found, Listing } from '../model/found.ts';
import { MOST_CANDIDATES, orderFound } from '../rules/candidates.ts';
import { indexEntry, listingOf } from '../rules/index-entry.ts';

/** Everything listed, in memory: an index for each list, so that a list falls silent or answers at once. */
export interface WatchIndex {
  /** Subjects held, of all lists. */
  readonly size: number;
  /** Adds a subject, or replaces the one of the same id. */
  put(id: string, subject: ListedSubject): void;
  remove(id: string): void;
  /** The best candidates of the lists named, at most ten, best first. */
  search(query: MatchQuery, lists: Iterable<ListId>): Found[];
}

export function createWatchIndex(): WatchIndex {
  const indexes = new Map<ListId, NameIndex>();
  const listings = new Map<string, Listing>();
  /** The ids that this node gave, by list and by the list's own reference, which is the same on every node. */
  const ids = new Map<ListId, Map<string, string>>();

  const remove = (id: string) => {
    const listing = listings.get(id);
    if (!listing) return;
    indexes.get(listing.list)?.remove(listing.ref);
    ids.get(listing.list)?.delete(listing.ref);
    listings.delete(id);
  };

  const searchList = (query: MatchQuery, list: ListId): Found[] =>
    (indexes.get(list)?.search(query, { limit: MOST_CANDIDATES }) ?? []).flatMap((match) => {
      const id = ids.get(list)?.get(match.id);
      const listing = id === undefined ? undefined : listings.get(id);
      return id !== undefined && listing ? [{ id, listing, match }] : [];
    });

  return {
    get size() {
      return listings.size;
    },
    put(id, subject) {
      const { list, ref } = subject;
      remove(ids.get(list)?.get(ref) ?? id);
      remove(id);
      const index = indexes.get(list) ?? createIndex();
      indexes.set(list, index);
      index.add(indexEntry(ref, subject));
      ids.set(list, (ids.get(list) ?? new Map<string, string>()).set(ref, id));
      listings.set(id, listingOf(subject));
    },
    remove,
    search: (query, lists) => orderFound([...lists].flatMap((list) => searchList(query, list))),
  };
}
