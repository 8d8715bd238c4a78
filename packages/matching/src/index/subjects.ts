import { readListedDate } from '../facts/birth-date.ts';
import { inGregorian } from '../facts/hijri.ts';
import type { Findings } from '../facts/weighing.ts';
import type { IndexedSubject } from '../model.ts';
import { normalName } from '../names/normal-name.ts';
import { compareFacts, packFacts, type QueriedFacts } from './facts.ts';
import { grown, IntPool, TextPool } from './pools.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The most names of one subject that are kept for search; the record keeps them all. */
const MOST_NAMES = 255;

/** The subjects, compact: numbers in typed arrays, everything else as text in a pool. Ordinals ascend and are not used twice. */
export class Subjects {
  readonly #ordinals = new Map<string, number>();
  readonly #numbers = new IntPool();
  readonly #records = new TextPool();
  #namePlaces = new Float64Array(1024);
  #factPlaces = new Float64Array(1024);
  #recordPlaces = new Float64Array(1024);
  #recordLengths = new Uint32Array(1024);
  #firstYears = new Int16Array(1024);
  #lastYears = new Int16Array(1024);
  #marks = new Uint32Array(1024);
  #fewestWords = new Uint8Array(1024);
  #next = 0;

  get size(): number {
    return this.#ordinals.size;
  }

  /** One more than the highest ordinal given out. */
  get end(): number {
    return this.#next;
  }

  ordinalOf(id: string): number | undefined {
    return this.#ordinals.get(id);
  }

  /** Keeps a subject and returns its ordinal and the tokens it is to be found by. */
  add(subject: IndexedSubject, vocabulary: Vocabulary): { ordinal: number; tokens: Set<number> } {
    const ordinal = this.#next++;
    this.#grow(ordinal + 1);
    this.#ordinals.set(subject.id, ordinal);
    const { run, tokens, fewestWords } = nameRun(subject, vocabulary);
    this.#namePlaces[ordinal] = this.#numbers.append(run);
    this.#factPlaces[ordinal] = this.#numbers.append(packFacts(subject));
    const { place, length } = this.#records.append(JSON.stringify(subject));
    this.#recordPlaces[ordinal] = place;
    this.#recordLengths[ordinal] = length;
    const dates = subject.birthDates.map(readListedDate).flatMap((date) => (date ? inGregorian(date) : []));
    this.#firstYears[ordinal] = Math.min(9999, ...dates.map((date) => date.year - (date.circa ? 3 : 0)));
    this.#lastYears[ordinal] = Math.max(0, ...dates.map((date) => date.lastYear + (date.circa ? 3 : 0)));
    this.#marks[ordinal] = markOf(subject.id);
    this.#fewestWords[ordinal] = fewestWords;
    return { ordinal, tokens };
  }

  remove(id: string): void {
    this.#ordinals.delete(id);
  }

  /** The subject as it was handed in. */
  read(ordinal: number): IndexedSubject {
    return JSON.parse(
      this.#records.read(this.#recordPlaces[ordinal]!, this.#recordLengths[ordinal]!),
    ) as IndexedSubject;
  }

  /** Years between a birth year and what the list gives; 0 when it is within, or the list gives none. */
  yearsOutside(ordinal: number, year: number): number {
    const last = this.#lastYears[ordinal]!;
    return last === 0 ? 0 : Math.max(0, this.#firstYears[ordinal]! - year, year - last);
  }

  /** A number made of the id alone, by which equal candidates are chosen alike on every node. */
  mark(ordinal: number): number {
    return this.#marks[ordinal]!;
  }

  /** Names proper in the shortest of the subject's names. */
  fewestWords(ordinal: number): number {
    return this.#fewestWords[ordinal]!;
  }

  /** The names as they lie in the pool: their number, then for each its length and its tokens. */
  nameRun(ordinal: number): { run: Int32Array; at: number } {
    const place = this.#namePlaces[ordinal]!;
    return { run: this.#numbers.chunk(place), at: this.#numbers.offset(place) };
  }

  /** The tokens of all names. */
  tokensOf(ordinal: number): Set<number> {
    const tokens = new Set<number>();
    const { run, at: start } = this.nameRun(ordinal);
    let at = start + 1;
    for (let name = 0; name < run[start]!; name++) {
      const end = at + 1 + run[at]!;
      for (at += 1; at < end; at++) tokens.add(run[at]!);
    }
    return tokens;
  }

  /** How a query's facts stand to a subject's. */
  findings(ordinal: number, query: QueriedFacts): Findings {
    const place = this.#factPlaces[ordinal]!;
    return compareFacts(query, this.#numbers.chunk(place), this.#numbers.offset(place));
  }

  #grow(needed: number): void {
    this.#namePlaces = grown(this.#namePlaces, needed);
    this.#factPlaces = grown(this.#factPlaces, needed);
    this.#recordPlaces = grown(this.#recordPlaces, needed);
    this.#recordLengths = grown(this.#recordLengths, needed);
    this.#firstYears = grown(this.#firstYears, needed);
    this.#lastYears = grown(this.#lastYears, needed);
    this.#marks = grown(this.#marks, needed);
    this.#fewestWords = grown(this.#fewestWords, needed);
  }
}

function nameRun({ names }: IndexedSubject, vocabulary: Vocabulary): NameRun {
  const run = [Math.min(names.length, MOST_NAMES)];
  const found = new Set<number>();
  let fewestWords = 255;
  for (const { full } of names.slice(0, MOST_NAMES)) {
    const tokens = normalName(full);
    let words = 0;
    run.push(tokens.length);
    for (const token of tokens) {
      const number = vocabulary.numberOf(token);
      run.push(number);
      if (token.role !== 'name') continue;
      words += 1;
      found.add(number);
    }
    fewestWords = Math.min(fewestWords, words);
  }
  return { run, tokens: found, fewestWords };
}

/** The names of a subject as numbers of tokens; those that are names proper; and how many the shortest name has of them. */
interface NameRun {
  run: number[];
  tokens: Set<number>;
  fewestWords: number;
}

/** FNV-1a over the id's UTF-16 units. */
function markOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
