import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes, randomInt } from 'node:crypto';

/**
 * The node's keys for personal data. Those in `keys` wrap the keys of records and come and go; `lookup` is for ever,
 * since what was found by it once must be found again.
 */
export interface KeyRing {
  /** The number of the key that seals. */
  current: number;
  keys: ReadonlyMap<number, KeyObject>;
  lookup: KeyObject;
}

/** The first line of a key file, so to speak: a reader that does not know it refuses. */
const FORMAT = 'entente record keys 1';
const KEY_BYTES = 32;
/** More keys than this are no rotation, but a mistake. */
const MAX_KEYS = 1000;

/** The keys of a node being founded. */
export function foundKeyRing(): KeyRing {
  return withNewKey({ current: 0, keys: new Map(), lookup: createSecretKey(randomBytes(KEY_BYTES)) });
}

/** The ring with one more key, which is now the one that seals. */
export function withNewKey(ring: KeyRing): KeyRing {
  let id: number;
  // Numbers are drawn, not counted, so that the keys of two nodes are hardly ever of one number.
  do id = randomInt(1, 2 ** 32);
  while (ring.keys.has(id));
  return { ...ring, current: id, keys: new Map(ring.keys).set(id, createSecretKey(randomBytes(KEY_BYTES))) };
}

/** The ring without these keys; the one that seals stays. */
export function withoutKeys(ring: KeyRing, ids: readonly number[]): KeyRing {
  const keys = new Map([...ring.keys].filter(([id]) => id === ring.current || !ids.includes(id)));
  return { ...ring, keys };
}

/** A key's number as people read it: eight hexadecimal digits. */
export function showKeyId(id: number): string {
  return id.toString(16).padStart(8, '0');
}

/** The ring as the text of a key file. */
export function encodeKeyRing({ current, keys, lookup }: KeyRing): string {
  const text = (key: KeyObject) => key.export().toString('base64');
  const entries = [...keys].map(([id, key]) => [showKeyId(id), text(key)]);
  const file = { format: FORMAT, current: showKeyId(current), keys: Object.fromEntries(entries), lookup: text(lookup) };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** Reads the text of a key file; throws an Error whose message says what is wrong and never repeats the text. */
export function decodeKeyRing(text: string): KeyRing {
  const file = readJson(text);
  if (file.format !== FORMAT) throw new Error(`it is no file of the format "${FORMAT}"`);
  const entries = Object.entries(isObject(file.keys) ? file.keys : {});
  if (entries.length === 0 || entries.length > MAX_KEYS) throw new Error(`it must hold 1 to ${MAX_KEYS} keys`);
  const keys = new Map(entries.map(([id, key]) => [readKeyId(id), readKey(key, `the key ${id.slice(0, 8)}`)]));
  const current = readKeyId(file.current);
  if (!keys.has(current)) throw new Error('the current key is not among its keys');
  return { current, keys, lookup: readKey(file.lookup, 'the lookup secret') };
}

/**
 * What may be known of a secret: a value by which it is recognised, and from which nothing of it follows
 * (HKDF-SHA-256, RFC 5869).
 */
export function proofOf(secret: KeyObject): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'entente record keys: proof', 32));
}

/** The key under which texts of one use are hashed: HKDF-SHA-256 of the lookup secret (RFC 5869, section 3.2). */
export function lookupKey(ring: KeyRing, use: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', ring.lookup, '', `entente record keys: lookup ${use}`, 32)));
}

/** HMAC-SHA-256 of a text (RFC 2104). */
export function lookupHash(key: KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}

function readJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Said below: the parser's own message would quote the file.
  }
  throw new Error('it is no JSON object');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readKeyId(id: unknown): number {
  if (typeof id !== 'string' || !/^[0-9a-f]{8}$/.test(id)) throw new Error('a key id has eight hexadecimal digits');
  return Number.parseInt(id, 16);
}

function readKey(text: unknown, which: string): KeyObject {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  if (bytes.length !== KEY_BYTES || bytes.toString('base64') !== text) {
    throw new Error(`${which} is not ${KEY_BYTES} bytes in Base64`);
  }
  return createSecretKey(bytes);
}
