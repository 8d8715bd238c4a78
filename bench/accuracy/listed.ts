import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type IndexedSubject, normalName, type Token } from '@entente/matching';
import { setByHand } from '@entente/matching/sounds/costs';
import { readList } from '@entente/node/lists';
import { randomFor } from '@entente/testkit/people/random';
import { similarityUnder } from './alignment-path.ts';
import { hashOf, type LabelledPair, type Split } from './pairs.ts';

const UN = new URL('../../../shared/data/lists/un/un-consolidated.xml.gz', import.meta.url);
const SEED = 23;

/** The persons of the UN list, or undefined when it is not at hand. */
export async function readUnPersons(): Promise<IndexedSubject[] | undefined> {
  if (!existsSync(UN)) return undefined;
  const persons: IndexedSubject[] = [];
  for await (const { ref, kind, identities } of readList('un-sc', [fileURLToPath(UN)])) {
    const { names, birthDates, nationalities, sex, documents } = identities[0]!;
    if (kind === 'person')
      persons.push({ id: `un-${ref}`, kind, names, birthDates, nationalities, ...(sex && { sex }), documents });
  }
  return persons;
}

/**
 * Person names: each good alias and original-script name against its own primary name, and against
 * another person's that shares a word with it where there is one. Persons fall into one half or the
 * other by their id. Aliases of one word are left out: a war name says nothing of the name.
 */
export function aliasPairs(persons: IndexedSubject[]): Split {
  const sharing = personsByWord(persons);
  const split: Split = { train: [], test: [] };
  for (const [at, person] of persons.entries()) {
    const half = hashOf(person.id) % 2 === 0 ? split.train : split.test;
    const primary = person.names[0]!.full;
    for (const [place, { full, quality }] of person.names.entries()) {
      if (place === 0 || quality === 'low' || words(full).length < 2) continue;
      const random = randomFor(SEED, at * 64 + place);
      const near = words(primary)
        .flatMap((word) => sharing.get(word) ?? [])
        .filter((other) => other !== person);
      const other = near.length > 0 && random.chance(0.5) ? random.pick(near) : random.pick(persons);
      half.push({ left: full, right: primary, same: true });
      if (other !== person) half.push({ left: full, right: other.names[0]!.full, same: false });
    }
  }
  return split;
}

/** Words agree at least so far, by the costs set by hand, before they are taken for one name in two scripts. */
const SAME_WORD = 0.6;
const MOST = 0.75;

/**
 * Words of names in Arabic script beside those of the Latin names of the same person, each right pair with a wrong one: what a
 * list of the region writes, and pairs of Wikidata hardly hold. Persons fall into the halves that `aliasPairs` makes.
 */
export function originalWordPairs(persons: IndexedSubject[]): Split {
  const split: Split = { train: [], test: [] };
  const together = new Set<string>();
  for (const { id, names } of persons) {
    const half = hashOf(id) % 2 === 0 ? split.train : split.test;
    const [latin, original] = [false, true].map((isOriginal) =>
      names.filter(({ kind }) => (kind === 'original-script') === isOriginal).map(({ full }) => namesProper(full)),
    );
    for (const pair of latin!.flatMap((one) => original!.flatMap((other) => sameWords(one, other)))) {
      const key = `${pair.left} ${pair.right}`;
      if (!together.has(key)) half.push(pair);
      together.add(key);
    }
  }
  for (const half of [split.train, split.test]) half.push(...wrongPairs(half, together));
  return split;
}

function namesProper(name: string): Token[] {
  return normalName(name).filter(({ role }) => role === 'name');
}

/** Words that are each other's nearest, of names most of whose words have met. */
function sameWords(latin: Token[], original: Token[]): LabelledPair[] {
  if (original.some(({ script }) => script !== 'arabic')) return [];
  const alike = latin.map((one) => original.map((other) => wordsAlike(one, other)));
  const pairs = latin.flatMap(({ text: left }, at) => {
    const nearest = alike[at]!.indexOf(Math.max(...alike[at]!));
    const isMutual = alike.every((row) => row[nearest]! <= alike[at]![nearest]!);
    if (!isMutual || alike[at]![nearest]! < SAME_WORD) return [];
    return [{ left, right: original[nearest]!.text, same: true }];
  });
  return pairs.length >= MOST * Math.max(latin.length, original.length) ? pairs : [];
}

const BY_HAND = setByHand('written', 'unwritten');

function wordsAlike(one: Token, other: Token): number {
  return Math.max(...one.forms.flatMap((form) => other.forms.map((held) => similarityUnder(BY_HAND, form, held))));
}

/** Half of them random, half neighbours in the alphabet. */
function wrongPairs(right: LabelledPair[], together: Set<string>): LabelledPair[] {
  const sorted = right.toSorted((a, b) => (a.left < b.left ? -1 : 1));
  return sorted.flatMap(({ left }, at) => {
    const random = randomFor(SEED, 2_000_000 + at);
    const beside = (at + 1 + random.below(12)) % sorted.length;
    const wrong = (random.chance(0.5) ? random.pick(sorted) : sorted[beside]!).right;
    return together.has(`${left} ${wrong}`) ? [] : [{ left, right: wrong, same: false }];
  });
}

function personsByWord(persons: IndexedSubject[]): Map<string, IndexedSubject[]> {
  const sharing = new Map<string, IndexedSubject[]>();
  for (const person of persons)
    for (const word of words(person.names[0]!.full)) sharing.set(word, [...(sharing.get(word) ?? []), person]);
  return sharing;
}

function words(name: string): string[] {
  return normalName(name)
    .filter(({ role }) => role === 'name')
    .map(({ sounds }) => sounds[0]!);
}

/** Altered names against their own and against another person's; halves as in `aliasPairs`. */
export function alteredPairs(persons: IndexedSubject[]): Split {
  const split: Split = { train: [], test: [] };
  const several = persons.filter(({ names }) => /\s/u.test(names[0]!.full));
  for (const [at, { id, names }] of several.entries()) {
    const left = alterName(names[0]!.full, at);
    const other = randomFor(SEED, 3_000_000 + at).pick(several);
    const half = hashOf(id) % 2 === 0 ? split.train : split.test;
    half.push({ left, right: names[0]!.full, same: true });
    if (other.id !== id) half.push({ left, right: other.names[0]!.full, same: false });
  }
  return split;
}

/** A person's name as a tired officer would type it: one or two slips, and what may happen to the order. */
export function alterName(name: string, at: number): string {
  const random = randomFor(SEED, 1_000_000 + at);
  const parts = name.split(/\s+/u);
  if (parts.length > 1 && random.chance(0.3)) parts.push(parts.shift()!);
  const longest = parts.indexOf([...parts].sort((a, b) => b.length - a.length)[0]!);
  parts[longest] = slip(parts[longest]!, random.below(4), 1 + random.below(Math.max(1, parts[longest]!.length - 2)));
  return parts.join(' ');
}

/** A letter left out, doubled, swapped with the next, or replaced. */
function slip(word: string, kind: number, at: number): string {
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  if (kind === 0) return before + after;
  if (kind === 1) return before + letter + letter + after;
  return kind === 2 ? before + after.charAt(0) + letter + after.slice(1) : `${before}e${after}`;
}
