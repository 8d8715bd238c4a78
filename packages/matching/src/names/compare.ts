import type { TokenEvidence, TokenHow } from '../model.ts';
import { alignTokens, type Similarity } from './alignment.ts';
import { normalName } from './normal-name.ts';
import type { Placed } from './placed.ts';
import { isShortForm, tokenSimilarity } from './similarity.ts';
import type { Token } from './token.ts';

/** A token cut by the end of its field agrees this much with one that begins so. */
const CUT = 0.95;

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

/** Compares two names already in normal form. `truncated`: the query's last token may be cut short. `similarity`: of two tokens. */
export function compareNormalNames(
  query: Token[],
  listed: Token[],
  truncated = false,
  similarity: Similarity = tokenSimilarity,
): NameComparison {
  const [asked, held] = [wholeAgainst(query, listed), wholeAgainst(listed, query)];
  if (asked !== query || held !== listed) return compareNormalNames(asked, held, truncated, similarity);
  const { placed, score } = alignTokens(query, listed, truncated ? cutSimilarity(query, similarity) : similarity);
  return { score, tokens: placed.map((pair) => describe(pair, query, listed)) };
}

function describe(
  { query: asked, listed: held, how, similarity }: Placed,
  query: Token[],
  listed: Token[],
): TokenEvidence {
  const told = how === 'alike' ? howAlike(query[asked[0]!]!, listed[held[0]!]!) : how;
  const evidence: TokenEvidence = { how: told, similarity: Math.round(similarity * 1000) / 1000 };
  if (asked.length > 0) evidence.query = asked.map((at) => query[at]!.text).join(' ');
  if (held.length > 0) evidence.listed = held.map((at) => listed[at]!.text).join(' ');
  const disguised = asked.some((at) => query[at]!.disguised) || held.some((at) => listed[at]!.disguised);
  if (disguised) evidence.disguised = true;
  return evidence;
}

function howAlike(asked: Token, held: Token): TokenHow {
  if (asked.text === held.text) return 'same';
  const meets = asked.sounds.some((form) => held.sounds.includes(form));
  if (meets) return asked.script !== held.script ? 'script' : 'spelling';
  return isShortForm(asked, held) ? 'variant' : 'spelling';
}

/** A name that is one written word in two parts is read as one against a name of one word in another script. */
function wholeAgainst(name: Token[], other: Token[]): Token[] {
  const whole = name[0]?.whole;
  if (!whole || name.some((token) => token.whole !== whole)) return name;
  return other.length === 1 && other[0]!.script !== whole.script ? [whole] : name;
}

/** Similarity for a name from a full field: what is left of a cut last token agrees with a token that begins so. */
function cutSimilarity(query: Token[], whole: Similarity): Similarity {
  const last = query.at(-1);
  return (asked, held) => {
    const similarity = whole(asked, held);
    return asked === last && isBeginning(asked, held) ? Math.max(similarity, CUT) : similarity;
  };
}

function isBeginning(asked: Token, held: Token): boolean {
  return asked.sounds.some((form) => form.length >= 2 && held.sounds.some((whole) => whole.startsWith(form)));
}
