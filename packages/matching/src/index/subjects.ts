import { readListedDate } from '../facts/birth-date.ts';
import { inGregorian } from '../facts/hijri.ts';
import type { Findings } from '../facts/weighing.ts';
import { HEADER } from '../memory/index-memory.ts';
import { Region } from '../memory/region.ts';
import type { Space } from '../memory/space.ts';
import { WORD } from '../memory/words.ts';
import type { IndexedSubject } from '../model.ts';
import { compareFacts, packFacts, type QueriedFacts } from './facts.ts';

/** Numbers of a subject's row. */
const ROW = 8;
const RECORD = 0;
const RECORD_LENGTH = 1;
const NAMES = 2;
const FACTS = 3;
/** The first year of birth above, the last below; 0 below when none is known. */
const YEARS = 4;
const MARK = 5;
/** Names proper in the shortest name, and how long the id before the record is. */
const TOLD = 6;
/** The change that ended it; 0 while it is in force. */
const ENDED = 7;

/** Numbers of an ending's row. */
const ENDING = 2;

/** What a subject's names come to as numbers of tokens: see `readNames`. */
export interface NameRun {
  run: number[];
  fewestWords: number;
}

/**
 * The subjects: a row of numbers each, names and facts as runs of numbers, everything else as text. Ordinals are numbers of
 * changes: they ascend and are not used twice. What is ended stays until the memory is written anew; searches pass over it.
 */
export class Subjects {
  readonly #space: Space;
  readonly #rows: Region<Uint32Array>;
  readonly #runs: Region<Int32Array>;
  /** What ended, in the order of the changes that ended it: its ordinal and the change. */
  readonly #endings: Region<Uint32Array>;

  constructor(space: Space) {
    this.#space = space;
    this.#rows = new Region(space.memory.subjects, Uint32Array);
    this.#runs = new Region(space.memory.runs, Int32Array);
    this.#endings = new Region(space.memory.endings, Uint32Array);
  }

  get size(): number {
    return this.#space.header.load(HEADER.size);
  }

  /** One more than the highest ordinal in force. */
  get end(): number {
    return this.#space.header.load(HEADER.end);
  }

  refresh(): void {
    this.#rows.refresh();
    this.#runs.refresh();
    this.#endings.refresh();
  }

  /** The ordinal of the subject in force under an id, -1 when there is none. */
  ordinalOf(id: string): number {
    const ordinal = this.#latest(id);
    return ordinal >= 0 && this.#rows.words[ordinal * ROW + ENDED] === 0 ? ordinal : -1;
  }

  /** Keeps a subject under the next ordinal; it is in force after `commit`. */
  write(subject: IndexedSubject, { run, fewestWords }: NameRun): number {
    const dates = subject.birthDates.map(readListedDate).flatMap((date) => (date ? inGregorian(date) : []));
    const first = Math.min(9999, ...dates.map((date) => date.year - (date.circa ? 3 : 0)));
    const last = Math.max(0, ...dates.map((date) => date.lastYear + (date.circa ? 3 : 0)));
    return this.#enter(subject.id, {
      record: JSON.stringify(subject),
      run,
      facts: packFacts(subject),
      years: (Math.max(0, first) << 16) | last,
      mark: markOf(subject.id),
      fewestWords,
    });
  }

  /** Keeps what another memory holds of a subject, its tokens under other numbers. */
  copy(from: Subjects, ordinal: number, run: number[]): number {
    const row = from.#rows.words.subarray(ordinal * ROW, (ordinal + 1) * ROW);
    return this.#enter(from.id(ordinal), {
      record: from.#record(ordinal),
      run,
      facts: from.#factRun(ordinal),
      years: row[YEARS]!,
      mark: row[MARK]!,
      fewestWords: row[TOLD]! & 0xff,
    });
  }

  /** Puts the change of the next ordinal in force: what was written, in the place of what is ended. */
  commit({ begun, ended }: { begun?: number | undefined; ended?: number | undefined }): void {
    const { header } = this.#space;
    const change = header.load(HEADER.end) + 1;
    this.#rows.hold(change * ROW);
    if (ended !== undefined) this.#end(ended, change);
    header.store(HEADER.size, this.size + Number(begun !== undefined) - Number(ended !== undefined));
    header.store(HEADER.end, change);
  }

  /** How many have ended by now. */
  get endings(): number {
    return this.#space.header.load(HEADER.endings);
  }

  /** Who ended at one of those places, and by which change: a search that began before it does not know of it. */
  ending(place: number): { ordinal: number; change: number } {
    return { ordinal: this.#endings.words[place * ENDING]!, change: this.#endings.words[place * ENDING + 1]! };
  }

  /** Whether a subject stands under an ordinal, and not the end of another. */
  isSubject(ordinal: number): boolean {
    return this.#rows.words[ordinal * ROW + RECORD_LENGTH] !== 0;
  }

  /** The subject as it was handed in. */
  read(ordinal: number): IndexedSubject {
    return JSON.parse(this.#record(ordinal)) as IndexedSubject;
  }

  id(ordinal: number): string {
    return JSON.parse(
      this.#space.records.read(
        this.#rows.words[ordinal * ROW + RECORD]!,
        this.#rows.words[ordinal * ROW + TOLD]! >>> 8,
      ),
    ) as string;
  }

  /** Years between a birth year and what the list gives; 0 when it is within, or the list gives none. */
  yearsOutside(ordinal: number, year: number): number {
    const years = this.#rows.words[ordinal * ROW + YEARS]!;
    const last = years & 0xffff;
    return last === 0 ? 0 : Math.max(0, (years >>> 16) - year, year - last);
  }

  /** A number made of the id alone, by which equal candidates are chosen alike on every node. */
  mark(ordinal: number): number {
    return this.#rows.words[ordinal * ROW + MARK]!;
  }

  /** Names proper in the shortest of the subject's names. */
  fewestWords(ordinal: number): number {
    return this.#rows.words[ordinal * ROW + TOLD]! & 0xff;
  }

  /** Where names lie: see `nameRun`. */
  get runs(): Int32Array {
    return this.#runs.words;
  }

  /** Where in `runs` the names begin: their number, then for each its length and its tokens. */
  nameRun(ordinal: number): number {
    return this.#rows.words[ordinal * ROW + NAMES]!;
  }

  /** The names by themselves: as in `runs`. */
  names(ordinal: number): number[] {
    const rows = this.#rows.words;
    return Array.from(this.#runs.words.subarray(rows[ordinal * ROW + NAMES]!, rows[ordinal * ROW + FACTS]!));
  }

  /** The tokens of all names. */
  tokensOf(ordinal: number): Set<number> {
    const tokens = new Set<number>();
    const run = this.names(ordinal);
    for (let at = 1; at < run.length; ) {
      const end = at + 1 + run[at]!;
      for (at += 1; at < end; at++) tokens.add(run[at]!);
    }
    return tokens;
  }

  /** How a query's facts stand to a subject's. */
  findings(ordinal: number, query: QueriedFacts): Findings {
    return compareFacts(query, this.#runs.words, this.#rows.words[ordinal * ROW + FACTS]!);
  }

  #end(ordinal: number, change: number): void {
    const { header } = this.#space;
    const endings = header.load(HEADER.endings);
    this.#endings.hold((endings + 1) * ENDING);
    this.#endings.words[endings * ENDING] = ordinal;
    this.#endings.words[endings * ENDING + 1] = change;
    header.store(HEADER.endings, endings + 1);
    this.#rows.words[ordinal * ROW + ENDED] = change;
  }

  /** The ordinal that an id had last, in force or not. */
  #latest(id: string): number {
    const text = JSON.stringify(id);
    return this.#space.words.find(WORD.id, text, (ordinal) => this.id(ordinal) === id);
  }

  #enter(id: string, kept: Kept): number {
    const { records, words, header } = this.#space;
    const ordinal = this.end;
    this.#rows.hold((ordinal + 1) * ROW);
    const idText = JSON.stringify(id);
    const { place, length } = records.append(idText + kept.record);
    const idLength = records.measure(idText);
    const names = header.load(HEADER.runs);
    this.#runs.hold(names + kept.run.length + kept.facts.length);
    this.#runs.words.set(kept.run, names);
    this.#runs.words.set(kept.facts, names + kept.run.length);
    header.store(HEADER.runs, names + kept.run.length + kept.facts.length);
    const before = this.#latest(id);
    this.#rows.words.set(
      [place, length, names, names + kept.run.length, kept.years, kept.mark, kept.fewestWords | (idLength << 8), 0],
      ordinal * ROW,
    );
    if (before >= 0) words.replace(WORD.id, idText, before, ordinal);
    else words.add(WORD.id, idText, ordinal);
    return ordinal;
  }

  #record(ordinal: number): string {
    const row = ordinal * ROW;
    const rows = this.#rows.words;
    return this.#space.records.readAfter(rows[row + RECORD]!, rows[row + TOLD]! >>> 8, rows[row + RECORD_LENGTH]!);
  }

  #factRun(ordinal: number): number[] {
    const run = this.#runs.words;
    const from = this.#rows.words[ordinal * ROW + FACTS]!;
    const dates = from + 2 + run[from + 1]!;
    return Array.from(run.subarray(from, dates + 1 + run[dates]! * 4));
  }
}

interface Kept {
  record: string;
  run: number[];
  facts: number[];
  years: number;
  mark: number;
  fewestWords: number;
}

/** FNV-1a over the id's UTF-16 units. */
function markOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
