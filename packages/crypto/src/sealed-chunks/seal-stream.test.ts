import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes.ts';
import { sha256 } from '../sha256.ts';
import { generateAttachmentKey } from './attachment-key.ts';
import { type ByteSource, type Content, ContentMeter } from './content.ts';
import { openChunk, sealChunk } from './seal-chunk.ts';
import { openChunks, sealChunks } from './seal-stream.ts';
import { CHUNK_BYTES, chunkAt, chunkCount, SEALED_CHUNK_BYTES, sealedRange, sealedSize } from './sizes.ts';

const PLACE = 'exchange.attachment';
const key = generateAttachmentKey();
// One text of three chunks and a little more, of which the tests take the beginning.
const text = randomBytes(3 * CHUNK_BYTES + 100);
/** Sizes at, just under and just over a whole number of chunks, and any. */
const size = fc.oneof(
  fc.tuple(fc.nat(3), fc.integer({ min: -2, max: 2 })).map(([n, by]) => Math.max(0, n * CHUNK_BYTES + by)),
  fc.nat(text.length),
);

async function collect(source: ByteSource): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The bytes in pieces of these lengths, over and over, empty pieces included. */
function* inPieces(bytes: Uint8Array, lengths: number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const length = lengths[turn % lengths.length]!;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

const contentOf = (bytes: Uint8Array): Content => ({ size: bytes.length, sha256: sha256(bytes) });
const seal = (bytes: Uint8Array) => collect(sealChunks(key, PLACE, [bytes]));
const open = (sealed: Uint8Array, expected: Content) => collect(openChunks(key, PLACE, [sealed], expected));
const refused = (...codes: string[]) => ({ name: 'Refusal', code: expect.toBeOneOf(codes) });

describe('a sealed attachment', () => {
  test('of any size opens, in whatever pieces it comes, and has exactly the size that was computed', async () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 5 });
    const someLength = lengths.filter((list) => list.reduce((sum, length) => sum + length) > 30_000);
    await fc.assert(
      fc.asyncProperty(size, someLength, someLength, async (size, plainPieces, sealedPieces) => {
        const bytes = text.subarray(0, size);
        const meter = new ContentMeter();
        const sealed = await collect(sealChunks(key, PLACE, meter.watch(inPieces(bytes, plainPieces))));
        expect(sealed.length).toBe(sealedSize(size));
        expect(toHex(meter.content().sha256)).toBe(toHex(sha256(bytes)));
        const opened = await collect(openChunks(key, PLACE, inPieces(sealed, sealedPieces), meter.content()));
        expect(opened.equals(bytes)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('is the chunks that are sealed one by one, and each opens by itself, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(size, async (size) => {
        const bytes = text.subarray(0, size);
        const sealed = await seal(bytes);
        for (let number = chunkCount(size) - 1; number >= 0; number--) {
          const chunk = chunkAt(size, number);
          const own = bytes.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES);
          const part = sealed.subarray(...sealedRange(size, number));
          expect(part.equals(sealChunk(key, PLACE, chunk, own))).toBe(true);
          expect(own.equals(openChunk(key, PLACE, chunk, part))).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('is refused when its chunks come in any other order, or other chunks than its own', async () => {
    const bytes = text.subarray(0, 3 * CHUNK_BYTES + 7);
    const sealed = await seal(bytes);
    const parts = [0, 1, 2, 3].map((number) => sealed.subarray(...sealedRange(bytes.length, number)));
    const order = fc.array(fc.nat(3), { maxLength: 5 }).filter((list) => list.join() !== '0,1,2,3');
    await fc.assert(
      fc.asyncProperty(order, async (order) => {
        const moved = Buffer.concat(order.map((number) => parts[number]!));
        await expect(open(moved, contentOf(bytes))).rejects.toMatchObject(refused('not-opened', 'malformed-sealed'));
      }),
      { numRuns: 40 },
    );
  });

  test('is refused with any one bit changed', async () => {
    const bytes = text.subarray(0, CHUNK_BYTES + 50);
    const sealed = await seal(bytes);
    const heads = [0, SEALED_CHUNK_BYTES].map((start) => fc.integer({ min: start * 8, max: (start + 6) * 8 - 1 }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.nat(sealed.length * 8 - 1), ...heads), async (bit) => {
        const changed = Uint8Array.from(sealed);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        await expect(open(changed, contentOf(bytes))).rejects.toMatchObject(refused('not-opened', 'malformed-sealed'));
      }),
      { numRuns: 40 },
    );
  });

  test('is refused cut short anywhere and lengthened by anything, its own chunks included', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 50 }), async (size, pick, more) => {
        const bytes = text.subarray(0, size);
        const sealed = await seal(bytes);
        const wrong = [
          sealed.subarray(0, pick % sealed.length),
          sealed.subarray(0, Math.floor((sealed.length - 1) / SEALED_CHUNK_BYTES) * SEALED_CHUNK_BYTES),
          Buffer.concat([sealed, more]),
          Buffer.concat([sealed, sealed]),
        ];
        for (const changed of wrong) {
          await expect(open(changed, contentOf(bytes))).rejects.toMatchObject(
            refused('malformed-sealed', 'not-opened'),
          );
        }
      }),
      { numRuns: 15 },
    );
  });

  test('that fills its last chunk is refused with any byte after it', async () => {
    const bytes = text.subarray(0, 2 * CHUNK_BYTES);
    const sealed = await seal(bytes);
    for (const more of [Buffer.alloc(1), sealed.subarray(SEALED_CHUNK_BYTES), sealed]) {
      const longer = Buffer.concat([sealed, more]);
      await expect(open(longer, contentOf(bytes))).rejects.toMatchObject(refused('malformed-sealed'));
    }
  });

  test('is refused with a chunk of another attachment in it, or sealed for another place', async () => {
    const bytes = text.subarray(0, 2 * CHUNK_BYTES);
    const sealed = await seal(bytes);
    const others = [
      await collect(sealChunks(generateAttachmentKey(), PLACE, [bytes])),
      await collect(sealChunks(key, 'exchange.attachment/2', [bytes])),
    ];
    for (const other of others) {
      await expect(open(other, contentOf(bytes))).rejects.toMatchObject(refused('not-opened'));
      for (const number of [0, 1]) {
        const mixed = Buffer.from(sealed);
        const [start, end] = sealedRange(bytes.length, number);
        mixed.set(other.subarray(start, end), start);
        await expect(open(mixed, contentOf(bytes))).rejects.toMatchObject(refused('not-opened'));
      }
    }
  });

  test('that is well sealed and not what was announced is refused at its end, and by no other name than that', async () => {
    const bytes = text.subarray(0, CHUNK_BYTES + 5);
    const announced = { ...contentOf(bytes), sha256: sha256('another text') };
    await expect(open(await seal(bytes), announced)).rejects.toMatchObject(refused('other-content'));
  });

  test('announced with a size that no attachment has is refused before anything is read', async () => {
    const never: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]() {
        throw new Error('was read');
      },
    };
    for (const size of [-1, 0.5, 2 ** 30 + 1]) {
      const announced = { size, sha256: sha256() };
      await expect(collect(openChunks(key, PLACE, never, announced))).rejects.toMatchObject(refused('out-of-range'));
    }
  });
});

describe('memory', () => {
  /** Counts what has been taken of a text of zeros that is made as it is read. */
  class Tap {
    taken = 0;
    closed = false;
    async *zeros(size: number): AsyncGenerator<Uint8Array> {
      const piece = new Uint8Array(64 * 1024);
      try {
        for (; this.taken < size; this.taken += piece.length) yield piece.subarray(0, size - this.taken);
      } finally {
        this.closed = true;
      }
    }
  }

  test('holds two chunks while sealing and one while opening, of 32 MiB as of any size', async () => {
    const size = 32 * CHUNK_BYTES;
    const [plain, sealed] = [new Tap(), new Tap()];
    const meter = new ContentMeter();
    let given = 0;
    async function* throughOpening(): AsyncGenerator<Uint8Array> {
      for await (const chunk of sealChunks(key, PLACE, meter.watch(plain.zeros(size)))) {
        expect(plain.taken - given).toBeLessThanOrEqual(2 * CHUNK_BYTES);
        given += chunk.length - 22;
        sealed.taken += chunk.length;
        yield chunk;
      }
    }
    const expected = { size, sha256: await digestOfZeros(size) };
    let opened = 0;
    for await (const bytes of openChunks(key, PLACE, throughOpening(), expected)) {
      opened += bytes.length;
      expect(sealed.taken).toBeLessThanOrEqual(sealedSize(opened));
    }
    expect([opened, meter.content().size]).toEqual([size, size]);
  });

  test('a source is closed when the reader has had enough', async () => {
    const tap = new Tap();
    for await (const chunk of sealChunks(key, PLACE, tap.zeros(8 * CHUNK_BYTES))) {
      expect(chunk.length).toBe(SEALED_CHUNK_BYTES);
      break;
    }
    expect(tap.closed).toBe(true);
    expect(tap.taken).toBeLessThan(3 * CHUNK_BYTES);
  });

  test('a source may use one buffer over and over', async () => {
    const buffer = Buffer.alloc(300_000);
    function* reused(): Generator<Uint8Array> {
      for (let at = 0; at < text.length; at += buffer.length) {
        yield buffer.subarray(0, text.copy(buffer, 0, at));
      }
    }
    const sealed = await collect(sealChunks(key, PLACE, reused()));
    expect(sealed.equals(await seal(text))).toBe(true);
  });

  async function digestOfZeros(size: number): Promise<Uint8Array> {
    const meter = new ContentMeter();
    for await (const piece of new Tap().zeros(size)) meter.add(piece);
    return meter.content().sha256;
  }
});
