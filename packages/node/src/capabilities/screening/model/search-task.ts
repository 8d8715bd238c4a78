import type { Match, MatchQuery } from '@entente/matching';

/** What a search thread is asked: each question by the key of its index. */
export type SearchTask = { index: string; query: MatchQuery; limit: number }[];

export type SearchResult = Match[][];
