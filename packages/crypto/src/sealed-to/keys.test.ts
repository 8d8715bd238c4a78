import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { toBase64, toHex } from '../bytes.ts';
import { encodePrivateKey, generatePrivateKey } from '../ed25519.ts';
import { decodeOpeningKey, encodeOpeningKey, generateOpeningKey, openingKeyOf, sealingKeyFor } from './opening-key.ts';
import { openWith, sealTo } from './seal-to.ts';
import { encodeSealingKey, parseSealingKey, sealingKeyOf } from './sealing-key.ts';
import { parseSeedFile } from './seed-file.ts';

const { privateKeyFile: published } = JSON.parse(
  readFileSync(new URL('../../../../vectors/hpke/x-wing.json', import.meta.url), 'utf8'),
) as { privateKeyFile: { seed: string; pem: string; publicKey: string } };
const malformed = expect.objectContaining({ code: 'malformed-key' });

describe('the file of a private key', () => {
  test('is the one the draft publishes', () => {
    const key = decodeOpeningKey(published.pem);
    expect(toHex(key.seed.export())).toBe(published.seed);
    expect(toHex(key.privateKey.publicKey)).toBe(published.publicKey);
    expect(encodeOpeningKey(openingKeyOf(Buffer.from(published.seed, 'hex')))).toBe(published.pem);
  });

  test('survives an editor that changes line ends or adds an empty line', () => {
    const crlf = published.pem.replaceAll('\n', '\r\n');
    for (const pem of [crlf, `${published.pem}\n`, published.pem.trimEnd()]) {
      expect(toHex(decodeOpeningKey(pem).seed.export())).toBe(published.seed);
    }
  });

  test('opens after a restart what was sealed before it', () => {
    const key = generateOpeningKey();
    const where = { info: 'screening.query', aad: '1' };
    const sealed = sealTo(sealingKeyFor('oversight.example', key), where, Buffer.from('text'));
    const read = decodeOpeningKey(encodeOpeningKey(key));
    expect(read.id).toEqual(key.id);
    expect(Buffer.from(openWith(read, where, sealed)).toString()).toBe('text');
  });

  test('is refused cut, lengthened, changed before the seed, or of another kind', () => {
    const mlKem = generateKeyPairSync('ml-kem-768').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    const x25519 = generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    for (const pem of ['', 'not a key', mlKem, x25519, encodePrivateKey(generatePrivateKey())]) {
      expect(() => decodeOpeningKey(pem)).toThrow(malformed);
    }
    for (let length = 0; length < published.pem.trimEnd().length; length++) {
      expect(() => decodeOpeningKey(published.pem.slice(0, length))).toThrow(malformed);
    }
    const der = Buffer.from(published.pem.split('\n').slice(1, 3).join(''), 'base64');
    const pemOf = (bytes: Uint8Array) => `-----BEGIN PRIVATE KEY-----\n${toBase64(bytes)}\n-----END PRIVATE KEY-----\n`;
    expect(toHex(decodeOpeningKey(pemOf(der)).seed.export())).toBe(published.seed);
    for (const wrong of [Buffer.concat([der, Uint8Array.of(0)]), der.subarray(0, -1), der.subarray(0, 22)]) {
      expect(() => parseSeedFile(pemOf(wrong))).toThrow(malformed);
    }
    for (let at = 0; at < der.length - 32; at++) {
      const changed = Uint8Array.from(der);
      changed[at]! ^= 1;
      expect(() => decodeOpeningKey(pemOf(changed))).toThrow(malformed);
    }
  });

  test('is the only place where the seed can be read: no print or JSON of a key shows it', () => {
    const key = decodeOpeningKey(published.pem);
    const printed = inspect(key, { depth: 9, showHidden: true }) + JSON.stringify(key);
    for (const form of ['hex', 'base64', 'base64url'] as const) {
      expect(printed).not.toContain(Buffer.from(published.seed, 'hex').toString(form));
    }
    expect(printed).not.toContain('0, 1, 2, 3, 4');
    expect(printed).not.toContain('00 01 02 03 04');
  });
});

describe('a sealing key', () => {
  const key = generateOpeningKey();

  test('reads and writes back, names in any script included', () => {
    for (const name of ['oversight.kz.example', 'надзор', '监督']) {
      const text = encodeSealingKey(sealingKeyFor(name, key));
      const read = parseSealingKey(text);
      expect([read.name, read.id, encodeSealingKey(read)]).toEqual([name, key.id, text]);
    }
  });

  test('with any one character of its id or key changed is refused', () => {
    const text = encodeSealingKey(sealingKeyFor('o', key));
    for (let at = 2; at < text.length; at += 1 + (at > 40 ? 6 : 0)) {
      const changed = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
      expect(() => parseSealingKey(changed)).toThrow(
        expect.objectContaining({ code: expect.toBeOneOf(['malformed-key', 'unknown-suite']) }),
      );
    }
  });

  test('has no name that its text could not hold', () => {
    for (const name of ['', 'a b', 'a+b', 'a\n', '\u0000']) {
      expect(() => sealingKeyOf(name, key.suite, key.privateKey.publicKey)).toThrow(malformed);
    }
  });
});
