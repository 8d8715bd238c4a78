import type { Match, MatchQuery, NameIndex } from '@entente/matching';

/** A question to one of the indexes of names. */
export interface NameAsk {
  index: NameIndex;
  query: MatchQuery;
  limit: number;
}

/** What was found, by the index it was found in; each is asked once. */
export type FoundNames = ReadonlyMap<NameIndex, Match[]>;

/** Searches for several questions at once. */
export type NameSearching = (asks: readonly NameAsk[]) => Promise<FoundNames>;
