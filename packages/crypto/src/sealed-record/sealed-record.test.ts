import { createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrapKey } from './key-wrap.ts';
import {
  HEADER_BYTES,
  keyIdOf,
  MAX_CONTENT_BYTES,
  openRecord,
  openRecords,
  type PlacedRecord,
  rewrapHeaders,
  SEALING_OVERHEAD,
  sealRecord,
  sealRecords,
  type WrappingKey,
} from './sealed-record.ts';

const someKey = (id = 7): WrappingKey => ({ id, key: createSecretKey(randomBytes(32)) });
const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const NAME = Buffer.from('Айгүл Нұрланова');

describe('a sealed record', () => {
  test('opens to what was sealed, for its place', () => {
    const key = someKey();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.string({ minLength: 1, maxLength: 100 }), (content, place) => {
        const sealed = sealRecord(content, place, key);
        expect(sealed.length).toBe(content.length + SEALING_OVERHEAD);
        expect(openRecord(sealed, place, key.key)).toEqual(Buffer.from(content));
      }),
    );
  });

  test('is version, key id, wrapped key, and AES-256-GCM over version and place, which every reader may check', () => {
    const key = someKey(0xfedcba98);
    const sealed = sealRecord(NAME, 'alerts.subject/1', key);
    expect(sealed.subarray(0, 5).toString('hex')).toBe('01fedcba98');
    const decipher = createDecipheriv('aes-256-gcm', unwrapKey(sealed.subarray(5, 45), key.key), Buffer.alloc(12));
    decipher.setAAD(Buffer.from('\u0001alerts.subject/1'));
    decipher.setAuthTag(sealed.subarray(-16));
    expect(Buffer.concat([decipher.update(sealed.subarray(45, -16)), decipher.final()])).toEqual(NAME);
  });

  test('sealed twice is never the same, so that equal names do not look equal', () => {
    const key = someKey();
    const alone = Array.from({ length: 500 }, () => sealRecord(NAME, 'a/1', key));
    const together = sealRecords(
      alone.map(() => ({ content: NAME, place: 'a/1' })),
      key,
    );
    const sealings = [...alone, ...together];
    const ciphertexts = sealings.map((sealed) => sealed.subarray(HEADER_BYTES).toString('hex'));
    const wrapped = sealings.map((sealed) => sealed.subarray(5, HEADER_BYTES).toString('hex'));
    expect(new Set(ciphertexts).size).toBe(1000);
    expect(new Set(wrapped).size).toBe(1000);
  });

  test('does not open elsewhere: another row, another table', () => {
    const key = someKey();
    const sealed = sealRecord(NAME, 'alerts.subject/1', key);
    for (const place of ['alerts.subject/2', 'alerts.subject/11', 'access.officer/1', 'alerts.subject/']) {
      expect(() => openRecord(sealed, place, key.key)).toThrow(refused('not-opened'));
    }
  });

  test('does not open under another key, even one of the same number', () => {
    const sealed = sealRecord(NAME, 'a/1', someKey(7));
    expect(() => openRecord(sealed, 'a/1', someKey(7).key)).toThrow(refused('not-opened'));
  });

  test('with the header of another record does not open', () => {
    const key = someKey();
    const [one, two] = [sealRecord(NAME, 'a/1', key), sealRecord(NAME, 'a/1', key)];
    const mixed = Buffer.concat([one.subarray(0, HEADER_BYTES), two.subarray(HEADER_BYTES)]);
    expect(() => openRecord(mixed, 'a/1', key.key)).toThrow(refused('not-opened'));
  });

  test('with any byte altered is refused, the key number aside, which says only where to look', () => {
    const key = someKey();
    const sealed = sealRecord(NAME, 'a/1', key);
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed);
      altered[at]! ^= 0x40;
      if (at >= 1 && at < 5) expect(keyIdOf(altered)).not.toBe(7);
      else
        expect(() => openRecord(altered, 'a/1', key.key)).toThrow(
          refused(at === 0 ? 'malformed-sealed' : 'not-opened'),
        );
    }
  });

  test('cut short or lengthened is refused', () => {
    const key = someKey();
    const sealed = sealRecord(NAME, 'a/1', key);
    for (let length = 0; length < sealed.length; length += 1) {
      const code = length < SEALING_OVERHEAD ? 'malformed-sealed' : 'not-opened';
      expect(() => openRecord(sealed.subarray(0, length), 'a/1', key.key)).toThrow(refused(code));
    }
    expect(() => openRecord(Buffer.concat([sealed, Buffer.alloc(1)]), 'a/1', key.key)).toThrow(refused('not-opened'));
  });

  test('has bounds on content and place', () => {
    const key = someKey();
    const large = Buffer.alloc(MAX_CONTENT_BYTES + 1);
    expect(() => sealRecord(large, 'a/1', key)).toThrow(refused('malformed-sealed'));
    expect(() => sealRecords([{ content: large, place: 'a/1' }], key)).toThrow(refused('malformed-sealed'));
    const sealed = Buffer.alloc(MAX_CONTENT_BYTES + SEALING_OVERHEAD + 1);
    sealed[0] = 1;
    expect(() => openRecord(sealed, 'a/1', key.key)).toThrow(refused('malformed-sealed'));
    expect(() => sealRecord(NAME, '', key)).toThrow(refused('malformed-sealed'));
    expect(() => sealRecord(NAME, 'ж'.repeat(256), key)).toThrow(refused('malformed-sealed'));
  });

  test('refuses arbitrary bytes without saying what they are', () => {
    const key = someKey();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, rightVersion) => {
        if (rightVersion && bytes.length > 0) bytes[0] = 1;
        expect(() => openRecord(bytes, 'a/1', key.key)).toThrow(
          /^(too short|no sealed|a sealed|the wrapped|the content)/,
        );
      }),
    );
  });
});

describe('many sealed records', () => {
  test('are sealed and open together as each is alone', () => {
    const key = someKey();
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 50 }), (contents) => {
        const records = contents.map((content, at) => ({
          place: `a/${at}`,
          sealed: sealRecord(content, `a/${at}`, key),
        }));
        expect(openRecords(records, key.key)).toEqual(contents.map((content) => Buffer.from(content)));
        const together = sealRecords(
          contents.map((content, at) => ({ content, place: `a/${at}` })),
          key,
        );
        together.forEach((sealed, at) => {
          expect(openRecord(sealed, `a/${at}`, key.key)).toEqual(Buffer.from(contents[at]!));
        });
      }),
    );
  });

  test('are refused for one that was altered anywhere, moved, or of another key', () => {
    const key = someKey();
    const seal = (at: number) => ({ place: `a/${at}`, sealed: sealRecord(NAME, `a/${at}`, key) });
    const flip = (at: number) => (record: PlacedRecord) => ({
      ...record,
      sealed: Buffer.from(record.sealed.map((byte, index) => (index === at ? byte ^ 1 : byte))),
    });
    const cases: [(record: PlacedRecord) => PlacedRecord, string][] = [
      [(record) => ({ ...record, place: 'a/9' }), 'not-opened'],
      [flip(20), 'not-opened'],
      [flip(50), 'not-opened'],
      [flip(0), 'malformed-sealed'],
      [(record) => ({ ...record, sealed: record.sealed.subarray(0, 60) }), 'malformed-sealed'],
      [({ place }) => ({ place, sealed: sealRecord(NAME, place, someKey()) }), 'not-opened'],
    ];
    for (const [harm, code] of cases) {
      const records = [seal(0), harm(seal(1)), seal(2)];
      expect(() => openRecords(records, key.key)).toThrow(refused(code));
    }
  });
});

describe('a key wrapped anew', () => {
  test('opens the untouched ciphertext under the new key, and under the old no more', () => {
    const [before, after] = [someKey(1), someKey(2)];
    const sealed = [1, 2, 3].map((at) => sealRecord(NAME, `a/${at}`, before));
    const headers = rewrapHeaders(
      sealed.map((record) => record.subarray(0, HEADER_BYTES)),
      before.key,
      after,
    );
    sealed.forEach((record, at) => {
      const rewrapped = Buffer.concat([headers[at]!, record.subarray(HEADER_BYTES)]);
      expect(keyIdOf(rewrapped)).toBe(2);
      expect(openRecord(rewrapped, `a/${at + 1}`, after.key)).toEqual(NAME);
      expect(() => openRecord(rewrapped, `a/${at + 1}`, before.key)).toThrow(refused('not-opened'));
    });
  });

  test('is none where the key it was wrapped by does not open it, and others are not harmed', () => {
    const [before, after] = [someKey(1), someKey(2)];
    const sealed = [
      sealRecord(NAME, 'a/1', before),
      sealRecord(NAME, 'a/2', someKey(1)),
      sealRecord(NAME, 'a/3', before),
    ];
    const headers = rewrapHeaders(sealed, before.key, after);
    expect(headers.map((header) => header !== undefined)).toEqual([true, false, true]);
    const rewrapped = Buffer.concat([headers[2]!, sealed[2]!.subarray(HEADER_BYTES)]);
    expect(openRecord(rewrapped, 'a/3', after.key)).toEqual(NAME);
    expect(() => rewrapHeaders([sealed[0]!.subarray(0, 44)], before.key, after)).toThrow(refused('malformed-sealed'));
  });
});
