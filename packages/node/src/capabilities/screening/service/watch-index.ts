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

  const remove = (id: string) => {
    const listing = listings.get(id);
    if (!listing) return;
    indexes.get(listing.list)?.remove(id);
    listings.delete(id);
  };

  const searchList = (query: MatchQuery, list: ListId): Found[] =>
    (indexes.get(list)?.search(query, { limit: MOST_CANDIDATES }) ?? []).flatMap((match) => {
      const listing = listings.get(match.id);
      return listing ? [{ listing, match }] : [];
    });

  return {
    get size() {
      return listings.size;
    },
    put(id, subject) {
      if (listings.get(id)?.list !== subject.list) remove(id);
      const index = indexes.get(subject.list) ?? createIndex();
      indexes.set(subject.list, index);
      index.add(indexEntry(id, subject));
      listings.set(id, listingOf(subject));
    },
    remove,
    search: (query, lists) => orderFound([...lists].flatMap((list) => searchList(query, list))),
  };
}
