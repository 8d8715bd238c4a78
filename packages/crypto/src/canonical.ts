import { type Json, MAX_DEPTH, parseJson } from './json.ts';
import { Refusal } from './refusal.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Canonical JSON text (RFC 8785) of plain data. A property whose value is `undefined` is left out;
 * anything else that JSON cannot say is refused. UTF-8 of the text are the bytes to hash or sign.
 */
export function serialiseCanonical(value: unknown): string {
  return serialise(value, 0);
}

/**
 * Reads bytes (or their text) that must already be canonical (RFC 8785): only then do two readers of
 * one signature see one document. Throws a `Refusal` that says where the bytes part from the canon.
 */
export function parseCanonical(input: Uint8Array | string): Json {
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  const value = parseQuickly(text);
  if (value !== undefined) return value;
  // What is wrong is worth the slow reader, which names duplicate keys and lone surrogates.
  const canon = serialiseCanonical(parseJson(text));
  throw new Refusal('not-canonical', `not canonical JSON (RFC 8785) from offset ${firstDifference(text, canon)} on`);
}

/** `JSON.parse` lets much pass that is not canonical; the comparison catches all of it. */
function parseQuickly(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isWrittenSo(value, text) || serialiseCanonical(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/** How `JSON.stringify` writes half a surrogate pair; also what stands in a text that speaks of such escapes. */
const LONE_SURROGATE = /\\ud[89a-f]/;

/**
 * Whether the text is canonical for what was read from it, found with Node's own writer, which is several times as fast: it
 * writes strings and numbers as section 3.2.2 prescribes, and keys in their order. False also where that cannot be told.
 */
function isWrittenSo(value: Json, text: string): boolean {
  return JSON.stringify(value) === text && !LONE_SURROGATE.test(text) && hasSortedKeys(value, 0);
}

function hasSortedKeys(value: Json, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => hasSortedKeys(item, depth + 1));
  let last: string | undefined;
  for (const key of Object.keys(value)) {
    if (last !== undefined && !(last < key)) return false;
    if (!hasSortedKeys(value[key]!, depth + 1)) return false;
    last = key;
  }
  return true;
}

function serialise(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new Refusal('too-deep', `nested deeper than ${MAX_DEPTH} levels`);
  switch (typeof value) {
    case 'string':
      return serialiseString(value);
    case 'number':
      return serialiseNumber(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map((item) => serialise(item, depth + 1)).join(',')}]`;
      return serialiseObject(value, depth);
    default:
      throw new Refusal('not-serialisable', `JSON has no ${typeof value}`);
  }
}

/** Section 3.2.3: keys sorted by UTF-16 code units, which is how `<` and `sort` compare strings. */
function serialiseObject(value: object, depth: number): string {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new Refusal('not-serialisable', 'only plain objects have a canonical form');
  }
  const entries = value as Record<string, unknown>;
  const members: string[] = [];
  for (const key of Object.keys(entries).sort()) {
    if (entries[key] === undefined) continue;
    members.push(`${serialiseString(key)}:${serialise(entries[key], depth + 1)}`);
  }
  return `{${members.join(',')}}`;
}

/** Section 3.2.2.2 prescribes the escapes of ECMAScript's JSON.stringify and refuses lone surrogates. */
function serialiseString(value: string): string {
  if (!value.isWellFormed()) throw new Refusal('lone-surrogate', 'half a surrogate pair in a string');
  return JSON.stringify(value);
}

/** Section 3.2.2.3 prescribes ECMAScript's Number-to-String, which also writes minus zero as 0. */
function serialiseNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Refusal('number-out-of-range', 'JSON has no NaN and no infinity');
  return String(value);
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new Refusal('not-json', 'the bytes are not UTF-8');
  }
}

function firstDifference(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  return at;
}
