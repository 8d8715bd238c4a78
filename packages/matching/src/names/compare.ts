import type { TokenEvidence } from '../model.ts';
import { alignTokens, type Placed } from './alignment.ts';
import { normalName } from './normal-name.ts';
import { scorePlacing } from './score.ts';
import { tokenSimilarity } from './similarity.ts';
import type { Token } from './token.ts';

/** How alike two names are, and how their tokens stand to each other. */
export interface NameComparison {
  /** 0 to 1; 1 for the same name. */
  score: number;
  tokens: TokenEvidence[];
}

/** Compares two names in any scripts. Symmetric in the score; names that cannot be read score 0. */
export function compareNames(left: string, right: string): NameComparison {
  return compareNormalNames(normalName(left), normalName(right));
}

/** Compares two names already in normal form. */
export function compareNormalNames(query: Token[], listed: Token[]): NameComparison {
  const placed = alignTokens(query, listed, tokenSimilarity);
  return { score: scorePlacing(placed, query, listed), tokens: placed.map((pair) => describe(pair, query, listed)) };
}

function describe(
  { query: asked, listed: held, how, similarity }: Placed,
  query: Token[],
  listed: Token[],
): TokenEvidence {
  const evidence: TokenEvidence = { how, similarity: Math.round(similarity * 1000) / 1000 };
  if (asked.length > 0) evidence.query = asked.map((at) => query[at]!.text).join(' ');
  if (held.length > 0) evidence.listed = held.map((at) => listed[at]!.text).join(' ');
  return evidence;
}
