import { Refusal } from './refusal.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Deep enough for every document of ours, and far from exhausting the stack. */
export const MAX_DEPTH = 64;

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const BLANK = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259, section 7, wants them escaped
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const HEX4 = /^[0-9a-fA-F]{4}$/;
const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Reads JSON (RFC 8259) as I-JSON (RFC 7493) narrows it: duplicate keys (section 2.3), lone surrogates
 * (2.1) and numbers beyond binary64 (2.2) are refused, where `JSON.parse` silently picks a reading.
 */
export function parseJson(text: string): Json {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): Json {
    if (depth > MAX_DEPTH)
      throw new Refusal('too-deep', `nested deeper than ${MAX_DEPTH} levels at offset ${this.#at}`);
    this.#skipBlank();
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      case 'n':
        return this.#word('null', null);
      default:
        return this.#number();
    }
  }

  end(): void {
    this.#skipBlank();
    if (this.#at < this.#text.length) throw this.#unexpected();
  }

  #object(depth: number): Json {
    const entries = new Map<string, Json>();
    this.#at++;
    if (this.#takes('}')) return {};
    do {
      this.#skipBlank();
      const start = this.#at;
      if (this.#text[start] !== '"') throw this.#unexpected();
      const key = this.#string();
      if (entries.has(key)) throw new Refusal('duplicate-key', `a key is given twice, again at offset ${start}`);
      if (!this.#takes(':')) throw this.#unexpected();
      entries.set(key, this.value(depth + 1));
    } while (this.#takes(','));
    if (!this.#takes('}')) throw this.#unexpected();
    // `fromEntries` defines own properties, so that a key `__proto__` stays a key.
    return Object.fromEntries(entries);
  }

  #array(depth: number): Json {
    const items: Json[] = [];
    this.#at++;
    if (this.#takes(']')) return items;
    do items.push(this.value(depth + 1));
    while (this.#takes(','));
    if (!this.#takes(']')) throw this.#unexpected();
    return items;
  }

  #string(): string {
    const start = this.#at++;
    let result = '';
    for (;;) {
      result += this.#match(PLAIN);
      const char = this.#text[this.#at];
      if (char === '"') break;
      if (char !== '\\') throw this.#unexpected();
      result += this.#escape();
    }
    this.#at++;
    if (!result.isWellFormed()) {
      throw new Refusal('lone-surrogate', `half a surrogate pair in the string at offset ${start}`);
    }
    return result;
  }

  #escape(): string {
    const letter = this.#text[this.#at + 1] ?? '';
    if (letter === 'u') {
      const digits = this.#text.slice(this.#at + 2, this.#at + 6);
      if (!HEX4.test(digits)) throw this.#unexpected();
      this.#at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const plain = ESCAPES[letter];
    if (plain === undefined) throw this.#unexpected();
    this.#at += 2;
    return plain;
  }

  #number(): number {
    const start = this.#at;
    const digits = this.#match(NUMBER);
    if (digits === '') throw this.#unexpected();
    const value = Number(digits);
    if (!Number.isFinite(value)) {
      throw new Refusal('number-out-of-range', `the number at offset ${start} does not fit binary64`);
    }
    return value;
  }

  #word<T extends Json>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) throw this.#unexpected();
    this.#at += word.length;
    return value;
  }

  #takes(char: string): boolean {
    this.#skipBlank();
    if (this.#text[this.#at] !== char) return false;
    this.#at++;
    return true;
  }

  #skipBlank(): void {
    this.#match(BLANK);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #unexpected(): Refusal {
    if (this.#at >= this.#text.length) return new Refusal('not-json', 'the text ends in the middle of a value');
    return new Refusal('not-json', `unexpected character at offset ${this.#at}`);
  }
}
