import { FAR_YEARS, readPartialDate } from '../facts/birth-date.ts';
import { isHijri } from '../facts/hijri.ts';
import { POSSIBLE, weigh } from '../facts/weighing.ts';
import type { Match, MatchQuery } from '../model.ts';
import { normalName } from '../names/normal-name.ts';
import type { Token } from '../names/token.ts';
import { keyOf } from './documents.ts';
import { Estimate } from './estimate.ts';
import { packSex, packState } from './facts.ts';
import { judge, type ReadQuery } from './judgement.ts';
import { type ProbedName, probeName } from './probes.ts';
import { type Comparable, refineNames, rememberingSimilarity } from './refinement.ts';
import { Retrieval } from './retrieval.ts';
import { refresh, type Searched } from './searched.ts';

/** The most ways to write the sought name that are searched. */
const MOST_NAMES = 20;

/** Candidates scored more closely than by estimate at most. */
const MOST_REFINED = 48;

/** An estimate may lie this much below the score it estimates. */
const MARGIN = 0.04;

/** Below this estimate no fact that agrees makes a subject worth showing. */
const LEAST_ESTIMATE = 0.42;

/** Names of a subject are compared in full whose estimate lies this near its best; a weak alias may be the best. */
const NAMES_WITHIN = 0.2;

/** Judged beyond the limit, because a weak alias may fall behind in the end. */
const SPARE = 6;

/** A subject worth judging, by what it may score at most. `names`: places of the names worth comparing. */
interface Promising {
  ordinal: number;
  bound: number;
  names: number[];
}

/** The same, with which of the query's names each is worth comparing. */
interface Refinable {
  ordinal: number;
  bound: number;
  names: Comparable[];
}

/** Searches an index as it stands at the moment each search begins. Room for one search at a time. */
export class Search {
  readonly #searched: Searched;
  readonly #retrieval: Retrieval;
  readonly #estimate = new Estimate();
  /** What each of the query's names is sought by. */
  readonly #probed: ProbedName[] = [];

  constructor(searched: Searched) {
    this.#searched = searched;
    this.#retrieval = new Retrieval(searched.space, searched.subjects, searched.vocabulary);
  }

  /** The best matches, best first. */
  find(query: MatchQuery, limit: number): Match[] {
    this.#begin();
    const { subjects } = this.#searched;
    const read = readQuery(query);
    const matches: Match[] = [];
    for (const { ordinal, bound, names } of this.#refine(this.#findPromising(read), read).slice(0, limit + SPARE)) {
      if (matches.length >= limit && matches.every(({ score }) => score >= bound)) break;
      const match = judge(read, subjects.read(ordinal), names);
      if (match) matches.push(match);
    }
    return matches.sort(better).slice(0, limit);
  }

  /** Which changes are in force is read first, so that what they point to is there. */
  #begin(): void {
    const { end } = this.#searched.subjects;
    refresh(this.#searched);
    this.#retrieval.begin(end);
  }

  /** Holders of the documents asked for, then the subjects that may score most. */
  #findPromising(read: ReadQuery): Promising[] {
    const { vocabulary, subjects } = this.#searched;
    const promising = new Map<number, Promising>();
    for (const { number } of read.query.documents ?? [])
      for (const ordinal of this.#holdersOf(number))
        promising.set(ordinal, { ordinal, bound: 2, names: this.#allNames(ordinal) });
    const { birthDate } = read.facts;
    const birthYear = birthDate && !isHijri(birthDate) ? birthDate.year : undefined;
    this.#probed.length = 0;
    const seen = new Set<string>();
    for (const { tokens } of read.names) {
      const probed = probeName(tokens, vocabulary);
      this.#probed.push(probed);
      // Names that sound alike find the same.
      const sounding = tokens.map(soundingOf).join('/');
      if (seen.size === seen.add(sounding).size) continue;
      this.#estimate.seek(probed, vocabulary);
      for (const ordinal of this.#retrieval.find(probed, birthYear)) {
        // Whatever else agrees, the score stays below what is shown: see the test of `weigh`.
        if (birthYear !== undefined && subjects.yearsOutside(ordinal, birthYear) >= FAR_YEARS) continue;
        const names: number[] = [];
        const best = this.#estimate.ofSubject(ordinal, subjects, vocabulary, NAMES_WITHIN, names);
        if (best < LEAST_ESTIMATE) continue;
        const bound = weigh(Math.min(1, best + MARGIN), subjects.findings(ordinal, read.facts), false);
        if (bound >= POSSIBLE) include(promising, { ordinal, bound, names });
      }
    }
    return [...promising.values()]
      .sort((a, b) => b.bound - a.bound || subjects.mark(a.ordinal) - subjects.mark(b.ordinal))
      .slice(0, MOST_REFINED);
  }

  /** Scores the promising more closely and puts them in order; a cut name is left to `judge`, which knows how to read it. */
  #refine(promising: Promising[], read: ReadQuery): Refinable[] {
    const { vocabulary, subjects } = this.#searched;
    const asked = { names: read.names.map(({ tokens }) => tokens), similarity: read.similarity };
    const estimates = asked.names.length > 1 ? this.#estimateAll(promising) : undefined;
    const refined: Refinable[] = [];
    for (const [at, { ordinal, bound, names }] of promising.entries()) {
      if (bound > 1 || read.query.nameTruncated) {
        refined.push({ ordinal, bound, names: names.map((place) => ({ place })) });
        continue;
      }
      const { most, names: best } = refineNames(asked, ordinal, names, subjects, vocabulary, estimates?.[at]);
      const closer = weigh(most, subjects.findings(ordinal, read.facts), false);
      if (closer >= POSSIBLE) refined.push({ ordinal, bound: closer, names: best });
    }
    return refined.sort((a, b) => b.bound - a.bound || subjects.mark(a.ordinal) - subjects.mark(b.ordinal));
  }

  /** Of each promising subject, for each of the query's names the estimates of all of its own. */
  #estimateAll(promising: Promising[]): number[][][] {
    const { vocabulary, subjects } = this.#searched;
    const estimates: number[][][] = promising.map(() => []);
    for (const probed of this.#probed) {
      this.#estimate.seek(probed, vocabulary);
      for (const [at, { ordinal }] of promising.entries())
        estimates[at]!.push(this.#estimate.ofNames(ordinal, subjects, vocabulary).slice());
    }
    return estimates;
  }

  /** Who has a number, or one that looks like it, and is in force. */
  #holdersOf(number: string): number[] {
    const { documents, subjects } = this.#searched;
    const holders = documents.holdersOf(number).filter((ordinal) => this.#retrieval.isInForce(ordinal));
    if (holders.length === 0 || documents.isExact(number)) return holders;
    const key = keyOf(number);
    return holders.filter((ordinal) => subjects.read(ordinal).documents.some((held) => keyOf(held.number) === key));
  }

  #allNames(ordinal: number): number[] {
    const { subjects } = this.#searched;
    return Array.from({ length: subjects.runs[subjects.nameRun(ordinal)]! }, (_, name) => name);
  }
}

/** All that a token is sought by. */
function soundingOf({ role, sounds, forms, whole }: Token): string {
  return `${role} ${forms[0]!.vowels} ${sounds.join('|')} ${whole?.sounds.join('|') ?? ''}`;
}

/** Adds a subject, or what another of the query's names found of it. */
function include(promising: Map<number, Promising>, found: Promising): void {
  const known = promising.get(found.ordinal);
  if (!known) {
    promising.set(found.ordinal, found);
    return;
  }
  known.bound = Math.max(known.bound, found.bound);
  for (const name of found.names) if (!known.names.includes(name)) known.names.push(name);
}

function readQuery(query: MatchQuery): ReadQuery {
  const names = query.names.slice(0, MOST_NAMES).map((written) => ({ written, tokens: normalName(written) }));
  const birthDate = query.birthDate === undefined ? undefined : readPartialDate(query.birthDate);
  return {
    query,
    names: names.filter(({ tokens }) => tokens.length > 0),
    facts: { birthDate, nationality: packState(query.nationality), sex: packSex(query.sex) },
    similarity: rememberingSimilarity(),
  };
}

/** Exact documents first, then by score; equals in the order of their ids. */
function better(a: Match, b: Match): number {
  const exact = Number(b.band === 'exact-document') - Number(a.band === 'exact-document');
  return exact || b.score - a.score || (a.id < b.id ? -1 : 1);
}
