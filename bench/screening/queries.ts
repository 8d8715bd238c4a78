import type { MatchQuery } from '@entente/matching';
import { type InventedPerson, inventPerson } from '@entente/testkit/people/person';
import { type Random, randomFor } from '@entente/testkit/people/random';

/** What travellers at a counter bring, in equal shares. */
export type QueryKind = 'misspelt' | 'other-script' | 'clean' | 'document';

export interface BenchQuery {
  kind: QueryKind;
  /** The listed person meant; absent for a clean traveller. */
  meant?: string;
  query: MatchQuery;
}

const KINDS: QueryKind[] = ['misspelt', 'other-script', 'clean', 'document'];
/** Travellers who are on no list come of another seed; their names are as common as the listed ones'. */
const CLEAN_SEED = 77;

/** `count` questions about `listed` invented persons of `seed`. */
export function inventQueries(count: number, listed: number, seed: number): BenchQuery[] {
  return Array.from({ length: count }, (_, at) => {
    const random = randomFor(4_711, at);
    const kind = KINDS[at % KINDS.length] as QueryKind;
    return kind === 'clean'
      ? { kind, query: askAbout(inventPerson(CLEAN_SEED, at), primaryName) }
      : { kind, ...askListed(kind, random, listed, seed) };
  });
}

/** The most ways to write a name that the desk takes. */
const MOST_NAMES = 20;

/** The question with twenty ways to write the name: its own, and slips and other persons' names among them. */
export function withAliases(query: MatchQuery, at: number): MatchQuery {
  const random = randomFor(815, at);
  const names = [...query.names];
  while (names.length < MOST_NAMES / 2) names.push(misspell(names[0]!, random));
  while (names.length < MOST_NAMES) names.push(primaryName(inventPerson(CLEAN_SEED, random.below(1_000_000))));
  return { ...query, names };
}

function askListed(kind: QueryKind, random: Random, listed: number, seed: number): Omit<BenchQuery, 'kind'> {
  const person = inventPerson(seed, random.below(listed));
  const meant = String(person.number);
  if (kind === 'misspelt') return { meant, query: askAbout(person, (who) => misspell(primaryName(who), random)) };
  if (kind === 'other-script') return { meant, query: askAbout(person, originalName) };
  const held = person.identity.documents[0];
  return held
    ? { meant, query: { names: [], documents: [{ number: held.number }] } }
    : { query: { names: [], documents: [{ number: `Z${random.below(100_000_000)}` }] } };
}

function askAbout(person: InventedPerson, name: (person: InventedPerson) => string): MatchQuery {
  const { birthDates, nationalities, sex } = person.identity;
  return {
    names: [name(person)],
    ...(birthDates[0] && { birthDate: birthDates[0].date }),
    ...(nationalities[0] && { nationality: nationalities[0] }),
    ...(sex && { sex }),
  };
}

function primaryName(person: InventedPerson): string {
  return person.identity.names[0]?.full ?? '';
}

function originalName(person: InventedPerson): string {
  return person.identity.names.find((name) => name.kind === 'original-script')?.full ?? primaryName(person);
}

/** One slip of a hand or an ear within a word: a letter left out, doubled, swapped with the next, or taken for a like one. */
function misspell(name: string, random: Random): string {
  const inWords = [...name].flatMap((_, at) => (/\p{L}\p{L}/u.test(name.slice(at, at + 2)) && at > 0 ? [at] : []));
  const at = random.pick(inWords);
  const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
  const slips = [
    before + after,
    before + letter + letter + after,
    before + after.charAt(0) + letter + after.slice(1),
    before + (LIKE[letter] ?? letter) + after,
  ];
  return random.pick(slips);
}

const LIKE: Record<string, string> = {
  a: 'e',
  e: 'i',
  i: 'y',
  o: 'u',
  u: 'o',
  y: 'i',
  k: 'q',
  s: 'z',
  v: 'w',
  b: 'p',
  d: 't',
  g: 'k',
};
