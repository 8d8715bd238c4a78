import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeKeyRing,
  encodeKeyRing,
  foundKeyRing,
  lookupHash,
  lookupKey,
  proofOf,
  showKeyId,
  withNewKey,
  withoutKeys,
} from './key-ring.ts';

const KEY = Buffer.alloc(32, 1).toString('base64');
const FILE = { format: 'entente record keys 1', current: '00000001', keys: { '00000001': KEY }, lookup: KEY };

describe('a key file', () => {
  test('holds what was written to it', () => {
    const ring = withNewKey(withNewKey(foundKeyRing()));
    const again = decodeKeyRing(encodeKeyRing(ring));
    expect(again.current).toBe(ring.current);
    // An id of decimal digits alone stands first in any object of JavaScript's: the order says nothing.
    expect(new Set(again.keys.keys())).toEqual(new Set(ring.keys.keys()));
    for (const [id, key] of ring.keys) expect(again.keys.get(id)?.equals(key)).toBe(true);
    expect(again.lookup.equals(ring.lookup)).toBe(true);
  });

  test.each([
    ['no JSON', 'keys', 'it is no JSON object'],
    ['a list', '[]', 'it is no JSON object'],
    ['of another format', JSON.stringify({ ...FILE, format: 'entente record keys 2' }), 'it is no file of the format'],
    ['without keys', JSON.stringify({ ...FILE, keys: {} }), 'it must hold 1 to 1000 keys'],
    ['whose keys are a list', JSON.stringify({ ...FILE, keys: [KEY] }), 'it must hold 1 to 1000 keys'],
    [
      'with a key of 31 bytes',
      JSON.stringify({ ...FILE, keys: { '00000001': Buffer.alloc(31).toString('base64') } }),
      'the key 00000001 is not 32 bytes in Base64',
    ],
    ['with a key in hexadecimal', JSON.stringify({ ...FILE, lookup: '01'.repeat(32) }), 'the lookup secret is not 32'],
    ['without a lookup secret', JSON.stringify({ ...FILE, lookup: undefined }), 'the lookup secret is not 32 bytes'],
    ['with an id that is none', JSON.stringify({ ...FILE, keys: { first: KEY } }), 'a key id has eight hexadecimal'],
    [
      'whose current key is not there',
      JSON.stringify({ ...FILE, current: '00000002' }),
      'the current key is not among',
    ],
  ])('%s is refused', (_, text, message) => {
    expect(() => decodeKeyRing(text)).toThrow(message);
  });

  test('is refused without a word of what it holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        try {
          decodeKeyRing(text);
          return false;
        } catch (error) {
          return /^(it is no|it must hold|the |a key id)/.test((error as Error).message);
        }
      }),
    );
    const secret = Buffer.alloc(33, 'secret').toString('base64');
    const told = expect.objectContaining({ message: expect.not.stringContaining(secret) });
    expect(() => decodeKeyRing(JSON.stringify({ ...FILE, keys: { '00000001': secret } }))).toThrow(told);
  });
});

describe('keys', () => {
  test('a new key seals from then on, and those before still open', () => {
    const before = foundKeyRing();
    const after = withNewKey(before);
    expect(after.current).not.toBe(before.current);
    expect(after.keys.get(before.current)?.equals(before.keys.get(before.current)!)).toBe(true);
    expect(after.lookup.equals(before.lookup)).toBe(true);
  });

  test('the key that seals is never taken out', () => {
    const before = foundKeyRing();
    const after = withNewKey(before);
    expect([...withoutKeys(after, [before.current, after.current]).keys.keys()]).toEqual([after.current]);
  });

  test('are known by a proof that is the same in every process and differs for each', () => {
    const ring = withNewKey(foundKeyRing());
    const proofs = [...ring.keys.values(), ring.lookup].map((key) => proofOf(key).toString('hex'));
    expect(new Set(proofs).size).toBe(3);
    expect(proofOf(decodeKeyRing(encodeKeyRing(ring)).lookup).toString('hex')).toBe(proofs[2]);
    // HKDF-SHA-256 of 32 bytes of 0x01, no salt, by another implementation.
    expect(proofOf(decodeKeyRing(JSON.stringify(FILE)).lookup).toString('hex')).toBe(HKDF_OF_ONES);
  });

  test('equal texts have equal hashes for one use, and nothing in common for another', () => {
    const ring = foundKeyRing();
    const [name, version] = [lookupKey(ring, 'name'), lookupKey(ring, 'version')];
    expect(lookupHash(name, 'a.serik')).toEqual(lookupHash(lookupKey(ring, 'name'), 'a.serik'));
    expect(lookupHash(name, 'a.serik')).not.toEqual(lookupHash(version, 'a.serik'));
    expect(lookupHash(name, 'a.serik')).not.toEqual(lookupHash(lookupKey(foundKeyRing(), 'name'), 'a.serik'));
    expect(lookupHash(name, 'Айгүл')).toHaveLength(32);
  });

  test('are shown by eight digits', () => {
    expect([1, 0xdeadbeef].map(showKeyId)).toEqual(['00000001', 'deadbeef']);
  });
});

const HKDF_OF_ONES = '7f38b6c9258ef823484619fa361417a67ef58e757a6980886fc213e70c097865';
