import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes.ts';
import { sha256 } from '../sha256.ts';
import { cipherKeyAt, decodeAttachmentKey, encodeAttachmentKey } from './attachment-key.ts';
import { openChunk, sealChunk } from './seal-chunk.ts';
import { openChunks, sealChunks } from './seal-stream.ts';
import { CHUNK_BYTES, chunkAt, chunkCount, sealedRange, sealedSize } from './sizes.ts';

interface Chunk {
  title: string;
  key: string;
  place: string;
  number: number;
  last: boolean;
  plaintext: string;
  sealed: string;
}
interface Vectors {
  keys: { key: string; place: string; cipherKey: string }[];
  sizes: { size: number; chunks: number; sealedSize: number }[];
  chunks: Chunk[];
  attachments: {
    size: number;
    sha256: string;
    chunks: number;
    sealedSize: number;
    sealedSha256: string;
    heads: string[];
    tags: string[];
  }[];
  refused: {
    chunks: (Partial<Chunk> & {
      title: string;
      code: string;
      replace?: { at: number; bytes: string };
      replaceLast?: string;
      cut?: number;
      cutLast?: number;
      append?: string;
    })[];
    attachments: {
      title: string;
      code: string;
      order: number[];
      cutLast?: number;
      append?: string;
      announcedSize?: number;
      announcedSha256?: string;
    }[];
  };
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../../../vectors/sealed-chunks/chunks.json', import.meta.url), 'utf8'),
);
const { subtle } = webcrypto;
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const contentOf = (size: number) =>
  Buffer.alloc(
    size,
    Uint8Array.from({ length: 251 }, (_, at) => at),
  );
const [, , { key: attachmentKeyHex }] = vectors.keys as [unknown, unknown, { key: string }];
const attachmentKey = decodeAttachmentKey(attachmentKeyHex);
const PLACE = 'exchange.attachment';

async function collect(source: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return pieces;
}

/** The page `docs/protocol/sealed-chunks.md`, followed with WebCrypto: a third path beside ours and the vectors' author. */
async function sealByWebCrypto({ key, place, number, last, plaintext }: Chunk): Promise<Uint8Array> {
  const ikm = await subtle.importKey('raw', bytes(key), 'HKDF', false, ['deriveKey']);
  const info = Buffer.concat([Buffer.from('entente-sealed-chunks'), Uint8Array.of(1), Buffer.from(place)]);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  const cipherKey = await subtle.deriveKey(hkdf, ikm, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const flag = last ? 1 : 0;
  const counter = [0, 0, number >> 8, number & 255];
  const head = Uint8Array.of(1, flag, ...counter);
  const iv = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, ...counter, flag);
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: head }, cipherKey, bytes(plaintext));
  return Buffer.concat([head, new Uint8Array(sealed)]);
}

const largest = vectors.attachments.at(-1)!;
const largestSealed = collect(sealChunks(attachmentKey, PLACE, [contentOf(largest.size)]));

describe('conformance vectors', () => {
  test.each(vectors.keys)('the key of $place', ({ key, place, cipherKey }) => {
    expect(toHex(cipherKeyAt(decodeAttachmentKey(key), place))).toBe(cipherKey);
    expect(encodeAttachmentKey(decodeAttachmentKey(key))).toBe(key);
  });

  test.each(vectors.sizes)('an attachment of $size bytes', ({ size, chunks, sealedSize: sealed }) => {
    expect(chunkCount(size)).toBe(chunks);
    expect(sealedSize(size)).toBe(sealed);
    expect(sealedRange(size, chunks - 1)[1]).toBe(sealed);
  });

  test.each(vectors.chunks)('a chunk: $title', async (chunk) => {
    const key = decodeAttachmentKey(chunk.key);
    expect(toHex(sealChunk(key, chunk.place, chunk, bytes(chunk.plaintext)))).toBe(chunk.sealed);
    expect(toHex(openChunk(key, chunk.place, chunk, bytes(chunk.sealed)))).toBe(chunk.plaintext);
    expect(toHex(await sealByWebCrypto(chunk))).toBe(chunk.sealed);
  });

  test.each(vectors.attachments)('an attachment of $size bytes is sealed, and opens', async (attachment) => {
    const content = contentOf(attachment.size);
    expect(toHex(sha256(content))).toBe(attachment.sha256);
    const sealed = await collect(sealChunks(attachmentKey, PLACE, [content]));
    expect(sealed.map((chunk) => toHex(chunk.subarray(0, 6)))).toEqual(attachment.heads);
    expect(sealed.map((chunk) => toHex(chunk.subarray(-16)))).toEqual(attachment.tags);
    expect(sealed).toHaveLength(attachment.chunks);
    expect(sealedSize(attachment.size)).toBe(attachment.sealedSize);
    expect(toHex(sha256(...sealed))).toBe(attachment.sealedSha256);
    const expected = { size: attachment.size, sha256: bytes(attachment.sha256) };
    expect(Buffer.concat(await collect(openChunks(attachmentKey, PLACE, sealed, expected))).equals(content)).toBe(true);
    for (const [number, chunk] of sealed.entries()) {
      const opened = openChunk(attachmentKey, PLACE, chunkAt(attachment.size, number), chunk);
      const [start, end] = [number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES];
      expect(Buffer.compare(opened, content.subarray(start, end))).toBe(0);
    }
  });

  test.each(vectors.refused.chunks)('a chunk is refused: $title', (change) => {
    const chunk = vectors.chunks.find(({ title }) => title === 'text')!;
    let sealed = bytes(chunk.sealed);
    if (change.replace) sealed.set(bytes(change.replace.bytes), change.replace.at);
    if (change.replaceLast) sealed.set(bytes(change.replaceLast), sealed.length - 1);
    if (change.cut !== undefined) sealed = sealed.subarray(0, change.cut);
    if (change.cutLast) sealed = sealed.subarray(0, -change.cutLast);
    if (change.append) sealed = Uint8Array.of(...sealed, ...bytes(change.append));
    const { key, place, number, last } = { ...chunk, ...change };
    expect(() => openChunk(decodeAttachmentKey(key), place, { number, last }, sealed)).toThrow(
      expect.objectContaining({ name: 'Refusal', code: change.code }),
    );
  });

  test.each(vectors.refused.attachments)('an attachment is refused: $title', async (change) => {
    const chunks = await largestSealed;
    let sealed = Buffer.concat(change.order.map((number) => chunks[number]!));
    if (change.cutLast) sealed = sealed.subarray(0, -change.cutLast);
    if (change.append) sealed = Buffer.concat([sealed, bytes(change.append)]);
    const expected = {
      size: change.announcedSize ?? largest.size,
      sha256: bytes(change.announcedSha256 ?? largest.sha256),
    };
    await expect(collect(openChunks(attachmentKey, PLACE, [sealed], expected))).rejects.toMatchObject({
      name: 'Refusal',
      code: change.code,
    });
  });
});
