import { readListedDate } from '../facts/birth-date.ts';
import type { IndexedSubject } from '../model.ts';
import { normalName } from '../names/normal-name.ts';
import { grown, IntPool, TextPool } from './pools.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A name as token numbers lie in the pool: its length, then the tokens. */
export type NameVisitor = (name: number, tokens: Int32Array, from: number, count: number) => void;

/** The most names of one subject that are kept for search; the record keeps them all. */
const MOST_NAMES = 255;

/** The subjects, compact: numbers in typed arrays, everything else as text in a pool. Ordinals ascend and are not used twice. */
export class Subjects {
  readonly #ordinals = new Map<string, number>();
  readonly #names = new IntPool();
  readonly #records = new TextPool();
  #namePlaces = new Float64Array(1024);
  #recordPlaces = new Float64Array(1024);
  #recordLengths = new Uint32Array(1024);
  #firstYears = new Int16Array(1024);
  #lastYears = new Int16Array(1024);
  #marks = new Uint32Array(1024);
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
    const { run, tokens } = nameRun(subject, vocabulary);
    this.#namePlaces[ordinal] = this.#names.append(run);
    const { place, length } = this.#records.append(JSON.stringify(subject));
    this.#recordPlaces[ordinal] = place;
    this.#recordLengths[ordinal] = length;
    const dates = subject.birthDates.map(readListedDate).filter((date) => date !== undefined);
    this.#firstYears[ordinal] = Math.min(9999, ...dates.map((date) => date.year - (date.circa ? 3 : 0)));
    this.#lastYears[ordinal] = Math.max(0, ...dates.map((date) => date.lastYear + (date.circa ? 3 : 0)));
    this.#marks[ordinal] = markOf(subject.id);
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

  /** Whether a birth year is two or more years outside what the list gives; false when the list gives none. */
  isOutOfYears(ordinal: number, year: number): boolean {
    const last = this.#lastYears[ordinal]!;
    return last > 0 && (year < this.#firstYears[ordinal]! - 2 || year > last + 2);
  }

  /** A number made of the id alone, by which equal candidates are chosen alike on every node. */
  mark(ordinal: number): number {
    return this.#marks[ordinal]!;
  }

  /** Calls back for each name with its tokens. */
  visitNames(ordinal: number, visit: NameVisitor): void {
    const place = this.#namePlaces[ordinal]!;
    const chunk = this.#names.chunk(place);
    let at = this.#names.offset(place);
    const names = chunk[at++]!;
    for (let name = 0; name < names; name++) {
      const count = chunk[at++]!;
      visit(name, chunk, at, count);
      at += count;
    }
  }

  #grow(needed: number): void {
    this.#namePlaces = grown(this.#namePlaces, needed);
    this.#recordPlaces = grown(this.#recordPlaces, needed);
    this.#recordLengths = grown(this.#recordLengths, needed);
    this.#firstYears = grown(this.#firstYears, needed);
    this.#lastYears = grown(this.#lastYears, needed);
    this.#marks = grown(this.#marks, needed);
  }
}

function nameRun({ names }: IndexedSubject, vocabulary: Vocabulary): { run: number[]; tokens: Set<number> } {
  const run = [Math.min(names.length, MOST_NAMES)];
  const found = new Set<number>();
  for (const { full } of names.slice(0, MOST_NAMES)) {
    const tokens = normalName(full);
    run.push(tokens.length);
    for (const token of tokens) {
      const number = vocabulary.numberOf(token);
      run.push(number);
      if (token.role === 'name') found.add(number);
    }
  }
  return { run, tokens: found };
}

/** FNV-1a over the id's UTF-16 units. */
function markOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
