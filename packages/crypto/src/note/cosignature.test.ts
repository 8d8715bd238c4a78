import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generatePrivateKey, publicKeyOf } from '../ed25519.ts';
import { parseCheckpointText, signCheckpoint } from './checkpoint.ts';
import { cosign, readCosignatures } from './cosignature.ts';
import { openNote, parseNote, signNote } from './signed-note.ts';
import {
  encodeVerifierKey,
  parseVerifierKey,
  parseWitnessKey,
  verifierKeyOf,
  type WitnessKey,
  witnessKeyOf,
} from './verifier-key.ts';

interface Vectors {
  published: { note: string; logKey: string; witnesses: string[]; absentWitness: string; time: number };
  witnesses: { name: string; seed: string; key: string }[];
  made: { title: string; witness: string; time: number; note: string; line: string }[];
  invalid: { title: string; line: string }[];
  passedOver: { title: string; line: string }[];
  malformedKeys: { title: string; text: string }[];
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../../../vectors/tlog/cosignatures.json', import.meta.url), 'utf8'),
);
const { published } = vectors;
const [head] = vectors.made as [Vectors['made'][0]];
const witnesses = vectors.witnesses.map(({ key }) => parseWitnessKey(key));
/** PKCS #8 around the 32-byte seed (RFC 8410, section 7). */
const privateKeyOf = (seed: string) =>
  createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  });
const signerNamed = (name: string) => privateKeyOf(vectors.witnesses.find((witness) => witness.name === name)!.seed);
const told = (note: string, keys: WitnessKey[]) =>
  readCosignatures(note, keys).map((found) => [found.witness.name, found.valid ? found.time : 'invalid']);
const refused = (...codes: string[]) => expect.objectContaining({ name: 'Refusal', code: expect.toBeOneOf(codes) });

describe('the key of a witness', () => {
  const texts = [...published.witnesses, published.absentWitness, ...vectors.witnesses.map(({ key }) => key)];

  test.each(texts)('%s reads and writes back, and signs no notes', (text) => {
    expect(encodeVerifierKey(parseWitnessKey(text))).toBe(text);
    expect(() => parseVerifierKey(text)).toThrow(refused('malformed-key'));
  });

  test.each(vectors.witnesses)('$name has the key of its seed', ({ name, seed, key }) => {
    expect(encodeVerifierKey(witnessKeyOf(name, publicKeyOf(privateKeyOf(seed))))).toBe(key);
  });

  test.each(vectors.malformedKeys)('is refused: $title', ({ text }) => {
    expect(() => parseWitnessKey(text)).toThrow(refused('malformed-key'));
  });
});

describe('a cosignature', () => {
  test('by each of four public witnesses, on a head of a public log, verifies at the time it was made', () => {
    const keys = published.witnesses.map(parseWitnessKey);
    expect(told(published.note, keys)).toEqual(keys.map(({ name }) => [name, published.time]));
    expect(told(published.note, [parseWitnessKey(published.absentWitness)])).toEqual([]);
    const { text } = parseNote(published.note);
    expect(openNote(published.note, [parseVerifierKey(published.logKey)])).toBe(text);
  });

  test('of a public witness does not verify on another head', () => {
    const changed = published.note.replace('1432088532', '1432088533');
    for (const [, time] of told(changed, published.witnesses.map(parseWitnessKey))) expect(time).toBe('invalid');
  });

  test.each(vectors.made)('is the published one: $title', ({ witness, time, note, line }) => {
    expect(cosign(note, witness, signerNamed(witness), time)).toBe(line);
    expect(readCosignatures(note + line, witnesses)).toEqual([
      { witness: witnesses.find(({ name }) => name === witness), line, valid: true, time },
    ]);
  });

  test.each(vectors.invalid)('is not valid, and tells no time: $title', ({ line }) => {
    expect(told(head.note + line, witnesses)).toEqual([[head.witness, 'invalid']]);
  });

  test.each(vectors.passedOver)('is passed over: $title', ({ line }) => {
    expect(told(head.note + line, witnesses)).toEqual([]);
    expect(told(head.note + line + head.line, witnesses)).toEqual([[head.witness, head.time]]);
  });

  test('and the signature of the log stand in one note and do not disturb each other', () => {
    const logKey = generatePrivateKey();
    const log = verifierKeyOf('kz.example/log', publicKeyOf(logKey));
    const note = signCheckpoint({ origin: log.name, size: 7, root: new Uint8Array(32).fill(9) }, logKey);
    // The same key and name for both: the type alone tells the two apart.
    const line = cosign(note, log.name, logKey, 1_679_315_147);
    expect(openNote(note + line, [log])).toBe(parseNote(note).text);
    expect(told(note + line, [witnessKeyOf(log.name, log.publicKey)])).toEqual([[log.name, 1_679_315_147]]);
  });

  test('of any head at any time verifies by another library, over bytes put together anew', () => {
    const key = generatePrivateKey();
    const time = fc.oneof(fc.maxSafeNat(), fc.nat(2 ** 31));
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.uint8Array({ minLength: 32, maxLength: 32 }), time, (size, root, time) => {
        const note = signCheckpoint({ origin: 'kz.example/log', size, root }, key);
        const bytes = Buffer.from(cosign(note, 'w', key, time).split(' ')[2]!, 'base64');
        const text = `kz.example/log\n${size}\n${Buffer.from(root).toString('base64')}\n`;
        const message = Buffer.concat([Buffer.from('cosignature/v1\ntime '), Buffer.from(`${BigInt(time)}\n${text}`)]);
        expect(bytes.length).toBe(4 + 8 + 64);
        expect(bytes.readBigUInt64BE(4)).toBe(BigInt(time));
        expect(ed25519.verify(bytes.subarray(12), message, publicKeyOf(key))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('well made at a time that JavaScript cannot count to is not valid', () => {
    const key = Buffer.from(vectors.witnesses[0]!.seed, 'hex');
    const { text } = parseNote(head.note);
    const lineAt = (time: bigint) => {
      const stamp = Buffer.alloc(8);
      stamp.writeBigUInt64BE(time);
      const signature = ed25519.sign(Buffer.from(`cosignature/v1\ntime ${time}\n${text}`), key);
      return `— ${head.witness} ${Buffer.concat([witnesses[0]!.id, stamp, signature]).toString('base64')}\n`;
    };
    expect(told(head.note + lineAt(2n ** 53n - 1n), witnesses)).toEqual([[head.witness, 2 ** 53 - 1]]);
    for (const time of [2n ** 53n, 2n ** 53n + 1n, 2n ** 63n - 1n, 2n ** 64n - 1n]) {
      expect(told(head.note + lineAt(time), witnesses)).toEqual([[head.witness, 'invalid']]);
    }
  });

  test('is made of checkpoints alone, at whole seconds, under a name that a note can hold', () => {
    const key = generatePrivateKey();
    expect(() => cosign(signNote('no checkpoint\n', 'x', key), 'w', key, 1)).toThrow(refused('malformed-checkpoint'));
    expect(() => cosign('no note', 'w', key, 1)).toThrow(refused('malformed-note'));
    expect(() => cosign(head.note, 'a name', key, 1)).toThrow(refused('malformed-key'));
    for (const time of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => cosign(head.note, 'w', key, time)).toThrow(refused('out-of-range'));
    }
  });
});

describe('lines from strangers', () => {
  const codes = ['malformed-note', 'malformed-checkpoint'];
  const read = (note: string) => {
    try {
      return told(note, witnesses);
    } catch (error) {
      expect(error).toEqual(refused(...codes));
      return [];
    }
  };

  test('do not crash the reader, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const note of [text, head.note + text, `${head.note}— ${head.witness} ${text}\n`]) read(note);
      }),
    );
  });

  test('under the name and id of a witness are valid only with the bytes he signed', () => {
    const [dash, name, encoded] = head.line.trimEnd().split(' ');
    const signed = Buffer.from(encoded!, 'base64');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(), (bytes, pick) => {
        const forged = Buffer.concat([signed.subarray(0, 4), bytes]);
        const changed = Buffer.from(signed);
        const bit = 32 + (pick % ((signed.length - 4) * 8));
        changed[bit >> 3]! ^= 1 << (bit & 7);
        for (const content of [forged, changed, signed.subarray(0, pick % signed.length)]) {
          const found = read(`${head.note}${dash} ${name} ${content.toString('base64')}\n`);
          expect(found.every(([, time]) => time === 'invalid')).toBe(true);
        }
      }),
    );
  });

  test('one character changed anywhere in a cosigned head: no witness is found valid, or the head reads as before', () => {
    const whole = head.note + head.line;
    const { text } = parseNote(whole);
    for (let at = 0; at < whole.length; at++) {
      const changed = whole.slice(0, at) + (whole[at] === 'x' ? 'y' : 'x') + whole.slice(at + 1);
      if (read(changed).some(([, time]) => time !== 'invalid')) {
        expect(parseCheckpointText(parseNote(changed).text)).toEqual(parseCheckpointText(text));
      }
    }
  });
});
