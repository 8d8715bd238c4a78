import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { signingKeyId } from '../act/node-record.ts';
import { fromBase64, toBase64, toHex } from '../bytes.ts';
import { openingKeyOf, sealingKeyFor } from '../sealed-to/opening-key.ts';
import { encodeSealingKey } from '../sealed-to/sealing-key.ts';
import { envelopeId, readEnvelope } from './envelope.ts';
import { readReceipt, readReceipts } from './receipt.ts';
import { openEnvelopes, type Route } from './sealed.ts';
import { markOf, packSigned, unpackSigned, verifyEnvelope } from './signed.ts';

interface Vectors {
  keys: { signing: string; signingId: string; openingSeed: string; sealing: string };
  envelopes: { title: string; text: string; id: string; signature: string }[];
  refused: { title: string; text: string; code: string }[];
  route: Route;
  seals: { title: string; envelopes: number[]; sealed: string }[];
  sealsRefused: { title: string; sealed: string; code: string }[];
  receipts: { title: string; lines: string[] }[];
  receiptsRefused: { title: string; line: string; code: string | null }[];
}

/** Written with other implementations: what they say is right. */
const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../../../vectors/envelopes/envelopes.json', import.meta.url), 'utf8'),
);
const { keys, route } = vectors;
const publicKey = Buffer.from(keys.signing, 'base64');
const receiver = openingKeyOf(Buffer.from(keys.openingSeed, 'hex'));
const packed = vectors.envelopes.map(({ text, signature }) =>
  packSigned(Buffer.from(text), Buffer.from(signature, 'hex')),
);

test('the keys have the ids that envelopes and seals name', () => {
  expect(signingKeyId(publicKey)).toBe(keys.signingId);
  expect(encodeSealingKey(sealingKeyFor('kz', receiver))).toBe(keys.sealing);
});

describe('an envelope', () => {
  test.each(vectors.envelopes)('$title has its id, and its signature verifies', ({ text, id, signature }) => {
    const bytes = Buffer.from(text);
    expect(envelopeId(bytes)).toBe(id);
    const mark = markOf(bytes, readEnvelope(bytes));
    expect(verifyEnvelope(mark, Buffer.from(signature, 'hex'), publicKey)).toBe(true);
    expect(verifyEnvelope({ ...mark, seq: mark.seq + 1 }, Buffer.from(signature, 'hex'), publicKey)).toBe(false);
  });

  test.each(vectors.refused)('$title is refused: $code', ({ text, code }) => {
    expect(() => readEnvelope(Buffer.from(text))).toThrow(expect.objectContaining({ code }));
  });
});

describe('a seal', () => {
  test.each(vectors.seals)('of $title opens', ({ sealed, envelopes }) => {
    const opened = openEnvelopes(fromBase64(sealed, 'malformed-sealed'), route, receiver);
    expect(opened.map(toBase64)).toEqual(envelopes.map((at) => toBase64(packed[at]!)));
    expect(opened.map((bytes) => unpackSigned(bytes).envelope.seq)).toEqual(envelopes.map((at) => at + 7));
  });

  test.each(vectors.sealsRefused)('with $title is refused: $code', ({ sealed, code }) => {
    expect(() => openEnvelopes(fromBase64(sealed, 'malformed-sealed'), route, receiver)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe('receipts', () => {
  test.each(vectors.receipts)('$title prove themselves, each alone and all together', ({ lines }) => {
    for (const line of lines) {
      const { receipt, isSignedBy } = readReceipt(line);
      expect(receipt.envelope).toBe(vectors.envelopes[(receipt.seq - 7) % 3]!.id);
      expect(isSignedBy(publicKey), toHex(publicKey)).toBe(true);
    }
    expect(readReceipts(lines).areSignedBy(publicKey, 0, lines.length)).toBe(true);
  });

  test.each(vectors.receiptsRefused)('$title is none', ({ line, code }) => {
    if (code === null) expect(readReceipt(line).isSignedBy(publicKey)).toBe(false);
    else expect(() => readReceipt(line)).toThrow(expect.objectContaining({ code }));
  });
});
