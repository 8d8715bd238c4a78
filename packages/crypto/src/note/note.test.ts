import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes.ts';
import { generatePrivateKey, publicKeyOf } from '../ed25519.ts';
import { openCheckpoint, parseCheckpointText, signCheckpoint } from './checkpoint.ts';
import { openNote, parseNote, signNote } from './signed-note.ts';
import { encodeVerifierKey, isKeyName, parseVerifierKey, verifierKeyOf } from './verifier-key.ts';

interface Vectors {
  keys: string[];
  signer: { name: string; seed: string };
  malformedKeys: string[];
  text: string;
  notes: { peter: string; peterAndEnoch: string };
  malformedNotes: string[];
  tampered: string[];
  checkpoint: { note: string; origin: string; size: number; root: string };
  malformedCheckpoints: string[];
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../../../vectors/tlog/notes.json', import.meta.url), 'utf8'),
);
const keys = vectors.keys.map(parseVerifierKey);
// PKCS #8 around the 32-byte seed (RFC 8410, section 7).
const signer = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${vectors.signer.seed}`, 'hex'),
  format: 'der',
  type: 'pkcs8',
});
const keyName = fc.string({ unit: 'grapheme', minLength: 1 }).filter(isKeyName);

describe('verifier keys', () => {
  test.each(vectors.keys)('published key %s reads and writes back', (text) => {
    expect(encodeVerifierKey(parseVerifierKey(text))).toBe(text);
  });

  test('the published private key has the published verifier key', () => {
    expect(encodeVerifierKey(verifierKeyOf(vectors.signer.name, publicKeyOf(signer)))).toBe(vectors.keys[0]);
  });

  test.each(vectors.malformedKeys)('%j is refused', (text) => {
    expect(() => parseVerifierKey(text)).toThrow(expect.objectContaining({ code: 'malformed-key' }));
  });

  test('no part of a key and no key with one character changed is a key', () => {
    const [key] = vectors.keys;
    for (let from = 0; from <= key!.length; from++) {
      for (let to = from; to <= key!.length; to++) {
        if (from !== 0 || to !== key!.length) expect(() => parseVerifierKey(key!.slice(from, to))).toThrow();
      }
    }
    for (let at = 0; at < key!.length; at++) {
      const changed = String.fromCharCode(key!.charCodeAt(at) + 1);
      expect(() => parseVerifierKey(key!.slice(0, at) + changed + key!.slice(at + 1))).toThrow();
    }
  });

  test('names with spaces, plus signs, controls, or nothing in them are refused', () => {
    for (const name of ['', 'a b', 'a+b', 'a\u00a0b', 'a\u3000b', 'a\nb', 'a\u0085b', '\ud800']) {
      expect(() => verifierKeyOf(name, new Uint8Array(32))).toThrow(expect.objectContaining({ code: 'malformed-key' }));
    }
  });
});

describe('signed notes', () => {
  test('the published text signed with the published key gives the published note', () => {
    expect(signNote(vectors.text, vectors.signer.name, signer)).toBe(vectors.notes.peter);
  });

  test('signatures of known keys open a note; unknown ones are passed over', () => {
    expect(openNote(vectors.notes.peter, keys)).toBe(vectors.text);
    expect(openNote(vectors.notes.peterAndEnoch, keys)).toBe(vectors.text);
    expect(openNote(vectors.notes.peterAndEnoch, [keys[1]!])).toBe(vectors.text);
    expect(() => openNote(vectors.notes.peter, [keys[1]!])).toThrow(
      expect.objectContaining({ code: 'unknown-signer' }),
    );
    expect(() => openNote(vectors.notes.peter, [])).toThrow(expect.objectContaining({ code: 'unknown-signer' }));
  });

  test.each(vectors.malformedNotes)('malformed note %#', (note) => {
    expect(() => openNote(note as string, keys)).toThrow(expect.objectContaining({ code: 'malformed-note' }));
  });

  test.each(vectors.tampered)('tampered note %#', (note) => {
    expect(() => openNote(note as string, keys)).toThrow(expect.objectContaining({ code: 'bad-signature' }));
  });

  test('one bad signature by a known key condemns a note that another has signed well', () => {
    const bad = vectors.notes.peterAndEnoch.replace('rwz+eBzm', 'rwz+eBzn');
    expect(() => openNote(bad, keys)).toThrow(expect.objectContaining({ code: 'bad-signature' }));
  });

  test('any text and name sign and open, and no changed byte goes unseen', () => {
    const key = generatePrivateKey();
    const text = fc.string({ unit: 'grapheme' }).map((value) => `${value.replaceAll(/\p{Cc}/gu, '')}\n`);
    fc.assert(
      fc.property(text, keyName, fc.nat(), (body, name, pick) => {
        const note = signNote(body, name, key);
        const verifier = verifierKeyOf(name, publicKeyOf(key));
        expect(openNote(note, [verifier])).toBe(body);
        const at = pick % body.length;
        const changed = `${note.slice(0, at)}${note[at] === 'x' ? 'y' : 'x'}${note.slice(at + 1)}`;
        expect(() => openNote(changed, [verifier])).toThrow();
      }),
    );
  });

  test('no bytes at all crash the reader', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          parseNote(text);
        } catch (error) {
          expect(error).toMatchObject({ code: 'malformed-note' });
        }
      }),
    );
  });
});

describe('checkpoints', () => {
  test('the published checkpoint reads', () => {
    const { origin, size, root, note } = vectors.checkpoint;
    const read = parseCheckpointText(parseNote(note).text);
    expect({ ...read, root: toHex(read.root) }).toEqual({ origin, size, root });
  });

  test.each(vectors.malformedCheckpoints)('malformed checkpoint %#', (text) => {
    expect(() => parseCheckpointText(text)).toThrow(expect.objectContaining({ code: 'malformed-checkpoint' }));
  });

  test('a signed head opens with the key of the log and with no other', () => {
    const head = { origin: 'kz.example/log', size: 7, root: new Uint8Array(32).fill(9) };
    const key = generatePrivateKey();
    const note = signCheckpoint(head, key);
    const opened = openCheckpoint(note, verifierKeyOf('kz.example/log', publicKeyOf(key)));
    expect({ ...opened, root: toHex(opened.root) }).toEqual({ ...head, root: toHex(head.root) });
    expect(() => openCheckpoint(note, verifierKeyOf('kz.example/log', publicKeyOf(generatePrivateKey())))).toThrow();
    expect(() => openCheckpoint(note, verifierKeyOf('uz.example/log', publicKeyOf(key)))).toThrow();
  });

  test('a head signed under another origin than its own is refused', () => {
    const key = generatePrivateKey();
    const note = signNote('uz.example/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n', 'kz.example/log', key);
    const verifier = verifierKeyOf('kz.example/log', publicKeyOf(key));
    expect(() => openCheckpoint(note, verifier)).toThrow(expect.objectContaining({ code: 'malformed-checkpoint' }));
  });
});
