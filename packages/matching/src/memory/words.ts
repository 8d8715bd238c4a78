import { hashed, hashText } from './hash.ts';
import type { Header } from './header.ts';
import type { IndexMemory } from './index-memory.ts';
import type { Lists } from './lists.ts';
import { Table, WORD_TABLE } from './table.ts';
import type { Texts } from './texts.ts';

/** What a word of the table names. */
export const WORD = { token: 1, sound: 2, skeleton: 3, quiet: 4, shorter: 5, id: 6 } as const;
export type WordKind = (typeof WORD)[keyof typeof WORD];

/** Numbers by words: lists by what they are filed under, tokens and subjects by what tells them apart. */
export class Words {
  readonly #table: Table;
  readonly #lists: Lists;
  readonly #texts: Texts;

  constructor(memory: IndexMemory, header: Header, lists: Lists, texts: Texts) {
    this.#table = new Table(memory, header, WORD_TABLE);
    this.#lists = lists;
    this.#texts = texts;
  }

  refresh(): void {
    this.#table.refresh();
  }

  /** The number under a word, -1 when there is none; the caller tells words of the same hash apart. */
  find(kind: WordKind, word: string, isMeant: (value: number) => boolean): number {
    hashText(kind, word);
    return this.#table.find(hashed.low, hashed.high, isMeant);
  }

  add(kind: WordKind, word: string, value: number): void {
    hashText(kind, word);
    this.#table.add(hashed.low, hashed.high, value);
  }

  replace(kind: WordKind, word: string, before: number, value: number): void {
    hashText(kind, word);
    this.#table.replace(hashed.low, hashed.high, before, value);
  }

  /** The list filed under a word of ASCII, -1 when there is none. */
  list(kind: WordKind, word: string): number {
    return this.find(kind, word, (list) =>
      this.#texts.isAt(this.#lists.keyPlace(list), this.#lists.keyLength(list), word),
    );
  }

  /** The list filed under a word, made on first sight. */
  listFor(kind: WordKind, word: string): number {
    const known = this.list(kind, word);
    if (known >= 0) return known;
    const made = this.#lists.make(this.#texts.append(word));
    this.add(kind, word, made);
    return made;
  }
}
