import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes.ts';
import { serialiseCanonical } from '../canonical.ts';
import { generatePrivateKey, publicKeyOf } from '../ed25519.ts';
import type { Json } from '../json.ts';
import { generateOpeningKey, sealingKeyFor } from '../sealed-to/opening-key.ts';
import { sealTo } from '../sealed-to/seal-to.ts';
import {
  type Envelope,
  envelopeId,
  readEnvelope,
  writeContent,
  writeEnvelope,
  writeEnvelopeAround,
} from './envelope.ts';
import { readReceipt, readReceipts, signReceipt, signReceipts } from './receipt.ts';
import { openEnvelopes, sealEnvelopes } from './sealed.ts';
import { markOf, packSigned, signEnvelope, unpackSigned, verifyEnvelope } from './signed.ts';

const SALT = 'ab'.repeat(32);
const content: Omit<Envelope, 'format' | 'salt'> = {
  organisation: 'sco',
  from: 'in',
  to: 'kz',
  seq: 7,
  type: 'alerts.circulated',
  registerHead: { number: 1, hash: 'a'.repeat(64) },
  sentAt: '2026-06-09T10:00:00.000Z',
  handling: 'restricted',
  body: { reference: 'IN-2026-000001' },
  attachments: [],
};
const key = generatePrivateKey();
const receiver = generateOpeningKey();
const route = { organisation: 'sco', from: 'in', to: 'kz', signedBy: '0123456789abcdef' };

function packed(): Uint8Array {
  const bytes = writeEnvelope(content);
  return packSigned(bytes, signEnvelope(markOf(bytes, readEnvelope(bytes)), key));
}

describe('an envelope', () => {
  test('sealed and opened is what was signed', () => {
    const sealed = sealEnvelopes([packed()], route, sealingKeyFor('kz', receiver));
    const { bytes, signature, envelope } = unpackSigned(openEnvelopes(sealed, route, receiver)[0]!);
    expect(envelope).toMatchObject(content);
    expect(verifyEnvelope(markOf(bytes, envelope), signature, publicKeyOf(key))).toBe(true);
  });

  test('has another id each time, for what it says cannot be guessed from it', () => {
    expect(envelopeId(writeEnvelope(content))).not.toBe(envelopeId(writeEnvelope(content)));
  });

  test('written around its content is the same, byte for byte', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.boolean(), (body, enclosing) => {
        const { attachments: _, body: __, ...rest } = content;
        const written = writeContent({ salt: SALT, body: body as Json, attachments: enclosing ? [attachment()] : [] });
        const whole = { ...rest, body: body as Json, attachments: enclosing ? [attachment()] : [] };
        expect(toHex(writeEnvelopeAround(written, rest))).toBe(toHex(writeEnvelope(whole, SALT)));
      }),
    );
  });

  test('its signature still proves who sent it, and in which place, once the body is gone', () => {
    const { bytes, signature, envelope } = unpackSigned(packed());
    const mark = markOf(bytes, envelope);
    expect(verifyEnvelope({ ...mark, seq: 8 }, signature, publicKeyOf(key))).toBe(false);
    expect(verifyEnvelope({ ...mark, to: 'cn' }, signature, publicKeyOf(key))).toBe(false);
    expect(verifyEnvelope(mark, signature, publicKeyOf(generatePrivateKey()))).toBe(false);
  });

  test.each([
    ['another sender', { ...route, from: 'pk' }],
    ['another receiver', { ...route, to: 'cn' }],
    ['another signer', { ...route, signedBy: 'fedcba9876543210' }],
    ['another organisation', { ...route, organisation: 'other' }],
  ])('sealed for one pair does not open as if for %s', (_, other) => {
    const sealed = sealEnvelopes([packed()], route, sealingKeyFor('kz', receiver));
    expect(() => openEnvelopes(sealed, other, receiver)).toThrow(expect.objectContaining({ code: 'not-opened' }));
  });

  test('is sealed with others that go out with it, and opened with them in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 100 }), (together) => {
        const sealed = sealEnvelopes(together, route, sealingKeyFor('kz', receiver));
        expect(openEnvelopes(sealed, route, receiver).map(toHex)).toEqual(together.map(toHex));
      }),
      { numRuns: 20 },
    );
    expect(() => sealEnvelopes([], route, sealingKeyFor('kz', receiver))).toThrow(RangeError);
  });

  test.each([
    ['nothing', ''],
    ['half a length', '000000'],
    ['half an envelope', '0000000201'],
    ['one and half a length', '000000010100'],
    ['one too many', '00000000'.repeat(101)],
  ])('sealed %s is no envelope', (_, framed) => {
    const place = { info: 'exchange.envelopes', aad: Object.values(route).join('\n') };
    const sealed = sealTo(sealingKeyFor('kz', receiver), place, Buffer.from(framed, 'hex'));
    expect(() => openEnvelopes(sealed, route, receiver)).toThrow(
      expect.objectContaining({ code: 'malformed-envelope' }),
    );
  });

  test('sealed to another node does not open', () => {
    const sealed = sealEnvelopes([packed()], route, sealingKeyFor('cn', generateOpeningKey()));
    expect(() => openEnvelopes(sealed, route, receiver)).toThrow(expect.objectContaining({ code: 'unknown-key' }));
  });

  test('with any bit changed, or cut short, does not open', () => {
    const sealed = sealEnvelopes([packed()], route, sealingKeyFor('kz', receiver));
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
        const changed = Uint8Array.from(sealed);
        changed[at]! ^= 1 << bit;
        expect(() => openEnvelopes(changed, route, receiver)).toThrow();
        expect(() => openEnvelopes(sealed.subarray(0, at), route, receiver)).toThrow();
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['an unknown field', { copy: true }],
    ['no salt', { salt: undefined }],
    ['the number 0', { seq: 0 }],
    ['a type that names no room', { type: 'circulated' }],
    ['a day that no calendar has', { sentAt: '2026-02-30T10:00:00.000Z' }],
    ['a file name that leaves its folder', { attachments: [{ ...attachment(), name: '../key.pem' }] }],
  ])('with %s is refused', (_, change) => {
    const text = serialiseCanonical({ ...JSON.parse(Buffer.from(writeEnvelope(content)).toString()), ...change });
    expect(() => readEnvelope(Buffer.from(text))).toThrow(expect.objectContaining({ code: 'malformed-envelope' }));
  });

  test('that is JSON but not canonical is refused', () => {
    const text = JSON.stringify(JSON.parse(Buffer.from(writeEnvelope(content)).toString()), null, 1);
    expect(() => readEnvelope(Buffer.from(text))).toThrow(expect.objectContaining({ code: 'not-canonical' }));
  });

  test('of more than a mebibyte is refused on both sides', () => {
    const body = 'x'.repeat(2 ** 20);
    expect(() => writeEnvelope({ ...content, body })).toThrow(expect.objectContaining({ code: 'out-of-range' }));
    expect(() => readEnvelope(Buffer.alloc(2 ** 20 + 1))).toThrow(
      expect.objectContaining({ code: 'malformed-envelope' }),
    );
  });

  test('no bytes at all crash the reader', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(Buffer.from)), (bytes) => {
        expect(() => unpackSigned(bytes)).toThrow(expect.objectContaining({ name: 'Refusal' }));
      }),
    );
  });
});

describe('a receipt', () => {
  const receipt = {
    organisation: 'sco',
    envelope: 'b'.repeat(64),
    from: 'kz',
    to: 'in',
    seq: 7,
    status: 'refused' as const,
    reason: { code: 'alerts.no-warrant', detail: 'The alert names no warrant.' },
    at: '2026-06-09T10:00:01.000Z',
    record: '0197a000-0000-7000-8000-000000000000',
  };

  test('reads back, and is believed only from the key that signed it', () => {
    const read = readReceipt(signReceipt(receipt, key));
    expect(read.receipt).toMatchObject(receipt);
    expect(read.isSignedBy(publicKeyOf(key))).toBe(true);
    expect(read.isSignedBy(publicKeyOf(generatePrivateKey()))).toBe(false);
  });

  test('no changed character goes unseen', () => {
    const line = signReceipt(receipt, key);
    fc.assert(
      fc.property(fc.nat(line.length - 1), fc.constantFrom('a', '0', ' ', '}'), (at, character) => {
        fc.pre(line[at] !== character);
        const changed = line.slice(0, at) + character + line.slice(at + 1);
        const believed = () => readReceipt(changed).isSignedBy(publicKeyOf(key));
        expect(attempt(believed)).toBe(false);
      }),
    );
  });

  test('signed together with others proves itself alone', () => {
    for (const together of [1, 2, 3, 7, 100]) {
      const lines = signReceipts(
        Array.from({ length: together }, (_, at) => ({ ...receipt, seq: at + 1 })),
        key,
      );
      expect(lines.map((line) => readReceipt(line).receipt.seq)).toEqual(lines.map((_, at) => at + 1));
      expect(lines.every((line) => readReceipt(line).isSignedBy(publicKeyOf(key)))).toBe(true);
      expect(lines.some((line) => readReceipt(line).isSignedBy(publicKeyOf(generatePrivateKey())))).toBe(false);
    }
    expect(signReceipts([], key)).toEqual([]);
  });

  test('signed together with others has no changed character that goes unseen', () => {
    const line = signReceipts([receipt, { ...receipt, seq: 8 }, { ...receipt, seq: 9 }], key)[1]!;
    expect(readReceipt(line).isSignedBy(publicKeyOf(key))).toBe(true);
    fc.assert(
      fc.property(fc.nat(line.length - 1), fc.constantFrom('a', '0', ' ', '/', ',', '}'), (at, character) => {
        fc.pre(line[at] !== character);
        const changed = line.slice(0, at) + character + line.slice(at + 1);
        expect(attempt(() => readReceipt(changed).isSignedBy(publicKeyOf(key)))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('is judged with those it comes with as it is judged alone', () => {
    const given = (count: number, first: number) =>
      signReceipts(
        Array.from({ length: count }, (_, at) => ({ ...receipt, seq: first + at })),
        key,
      );
    const lines = [...given(5, 1), ...given(1, 6), ...given(3, 7).slice(1), ...given(2, 10)];
    const judged = (changed: string[], publicKey = publicKeyOf(key)) => {
      try {
        return readReceipts(changed).areSignedBy(publicKey, 0, changed.length);
      } catch {
        return false;
      }
    };
    expect(judged(lines)).toBe(true);
    expect(judged(lines, publicKeyOf(generatePrivateKey()))).toBe(false);
    expect(readReceipts(lines).areSignedBy(publicKeyOf(generatePrivateKey()), 3, 3)).toBe(true);
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(600), fc.constantFrom('a', '0', ','), (which, at, character) => {
        const line = lines[which]!;
        fc.pre(at < line.length && line[at] !== character);
        const changed = lines.with(which, line.slice(0, at) + character + line.slice(at + 1));
        expect(judged(changed)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('does not stand in the place of another that was signed with it', () => {
    const [first, second] = signReceipts([receipt, { ...receipt, seq: 8 }], key);
    const head = first!.slice(0, first!.indexOf('{'));
    const content = second!.slice(second!.indexOf('{'));
    expect(readReceipt(head + content).isSignedBy(publicKeyOf(key))).toBe(false);
  });

  test('no text at all crashes the reader', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readReceipt(text)).toThrow(expect.objectContaining({ name: 'Refusal' }));
      }),
    );
  });
});

function attachment() {
  return { sha256: 'c'.repeat(64), size: 1, name: 'a.pdf', mediaType: 'application/pdf', key: toHex(Buffer.alloc(32)) };
}

function attempt(believed: () => boolean): boolean {
  try {
    return believed();
  } catch {
    return false;
  }
}
