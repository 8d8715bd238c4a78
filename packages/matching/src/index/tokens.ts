import { DoubleRegion } from '../memory/double-region.ts';
import { HEADER } from '../memory/index-memory.ts';
import type { Space } from '../memory/space.ts';
import { WORD } from '../memory/words.ts';
import type { Role, Token } from '../names/token.ts';
import { transposedSounds } from '../names/transposed.ts';
import { makeForm, type Vowels } from '../sounds/distance.ts';
import { encodeForm } from '../sounds/fold.ts';
import type { Script } from '../text/script.ts';

/** Numbers of a token's row: two of 64 bits, then the list of its subjects, how many of them are in force, its text, and what else is told. */
const ROW = 8;
const OPEN_WEIGHT = 0;
const WEIGHT = 1;
const LIST = 4;
const LIVE = 5;
const TEXT = 6;
const TOLD = 7;

/** Of what else is told: bits of the text's length, of the script, whether it was parted from a word written as one, and whether it is a name proper. */
const LENGTH_BITS = 0xffff;
const SCRIPT_SHIFT = 16;
const PARTED = 1 << 24;
const NAME = 1 << 25;

const SCRIPTS: readonly Script[] = [
  'latin',
  'cyrillic',
  'arabic',
  'han',
  'brahmic',
  'hangul',
  'hebrew',
  'greek',
  'georgian',
  'armenian',
  'kana',
  'digit',
  'other',
];
const ROLES: Record<string, Role> = { n: 'name', p: 'particle', i: 'initial' };
const VOWELS: Record<string, Vowels> = {
  w: 'written',
  t: 'transcribed',
  i: 'indic',
  u: 'unwritten',
  s: 'syllabic',
};

/** Tokens kept as objects while they are asked for; a cache, never state. */
const MOST_READ = 20_000;

/** Every token there is, once per normal form; numbers are given out in the order of adding. */
export class Tokens {
  readonly #space: Space;
  readonly #rows: DoubleRegion;
  readonly #read = new Map<number, Token>();

  constructor(space: Space) {
    this.#space = space;
    this.#rows = new DoubleRegion(space.memory.tokens);
  }

  /** Tokens held. */
  get size(): number {
    return this.#space.header.load(HEADER.tokens);
  }

  refresh(): void {
    this.#rows.refresh();
  }

  /** The number of a token, -1 before `enter`. */
  numberOf(token: Token): number {
    const { words, texts, lists } = this.#space;
    const key = keyOf(token);
    return words.find(WORD.token, key, (number) => {
      const list = this.list(number);
      return texts.isAt(lists.keyPlace(list), lists.keyLength(list), key);
    });
  }

  /** Takes in a new token; its number is out when everything about it is written. */
  enter(token: Token, { expected = 0, isParted = token.whole !== undefined } = {}): number {
    const { header, texts, lists, words } = this.#space;
    const number = header.load(HEADER.tokens);
    this.#rows.hold((number + 1) * ROW);
    const key = keyOf(token);
    const list = lists.make(texts.append(key), expected);
    const text = texts.append(token.text);
    const row = number * ROW;
    this.#rows.doubles[number * (ROW / 2) + OPEN_WEIGHT] = token.role === 'name' ? token.weight : 0;
    this.#rows.doubles[number * (ROW / 2) + WEIGHT] = token.weight;
    this.#rows.words[row + LIST] = list;
    this.#rows.words[row + TEXT] = text.place;
    this.#rows.words[row + TOLD] =
      text.length |
      (SCRIPTS.indexOf(token.script) << SCRIPT_SHIFT) |
      (isParted ? PARTED : 0) |
      (token.role === 'name' ? NAME : 0);
    header.store(HEADER.tokens, number + 1);
    words.add(WORD.token, key, number);
    return number;
  }

  /** What a token weighs when it is left over; particles and initials weigh nothing then. */
  openWeight(number: number): number {
    return this.#rows.doubles[number * (ROW / 2) + OPEN_WEIGHT]!;
  }

  /** The list of the subjects that have it, those no longer in force among them. */
  list(number: number): number {
    return this.#told(number, LIST);
  }

  /** How many subjects in force have it. */
  live(number: number): number {
    return this.#told(number, LIVE);
  }

  addLive(number: number, difference: 1 | -1): void {
    this.#rows.words[number * ROW + LIVE]! += difference;
  }

  /** Whether it was parted from a word that its script writes as one. */
  isParted(number: number): boolean {
    return (this.#rows.words[number * ROW + TOLD]! & PARTED) !== 0;
  }

  /** Whether it is a name proper: subjects are found by those. */
  isName(number: number): boolean {
    return (this.#rows.words[number * ROW + TOLD]! & NAME) !== 0;
  }

  /** The token as it was handed in first, but for the word it was parted from. */
  read(number: number): Token {
    const known = this.#read.get(number);
    if (known) return known;
    const { texts } = this.#space;
    const told = this.#rows.words[number * ROW + TOLD]!;
    const key = this.key(number);
    const sounds = key.slice(3).split('|');
    const vowels = VOWELS[key[1]!]!;
    const text = texts.read(this.#rows.words[number * ROW + TEXT]!, told & LENGTH_BITS);
    const token: Token = {
      text,
      script: SCRIPTS[(told >>> SCRIPT_SHIFT) & 0xff]!,
      role: ROLES[key[0]!]!,
      forms: sounds.map((sound) => makeForm(encodeForm(sound), vowels)),
      sounds,
      transposed: transposedSounds(text, sounds),
      weight: this.#rows.doubles[number * (ROW / 2) + WEIGHT]!,
    };
    if (this.#read.size >= MOST_READ) this.#read.clear();
    this.#read.set(number, token);
    return token;
  }

  key(number: number): string {
    const { texts, lists } = this.#space;
    const list = this.list(number);
    return texts.read(lists.keyPlace(list), lists.keyLength(list));
  }

  /** A token that came since the last `refresh` may be met all the same. */
  #told(number: number, at: number): number {
    if ((number + 1) * ROW > this.#rows.words.length) this.#rows.refresh();
    return this.#rows.words[number * ROW + at]!;
  }

  /** Two tokens in the order of their keys, which is the same on every node. */
  compare(one: number, other: number): number {
    const { texts, lists } = this.#space;
    const [left, right] = [this.list(one), this.list(other)];
    return texts.compare(lists.keyPlace(left), lists.keyLength(left), lists.keyPlace(right), lists.keyLength(right));
  }
}

/** What tells a token apart: its role, what its vowels are worth, its sounds. */
function keyOf(token: Token): string {
  return `${token.role[0]}${token.forms[0]!.vowels[0]} ${token.sounds.join('|')}`;
}
