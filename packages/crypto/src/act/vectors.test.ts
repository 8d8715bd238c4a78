import { readFileSync } from 'node:fs';
import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, test } from 'vitest';
import { fromBase64, toHex } from '../bytes.ts';
import { serialiseCanonical } from '../canonical.ts';
import { sha256 } from '../sha256.ts';
import { readAct, readStatement, writeAct, writeStatement } from './act.ts';
import { foldAct } from './fold.ts';
import { hashNodeRecord, type NodeRecord, readNodeRecord, readSigningKey, signingKeyId } from './node-record.ts';
import { readRegisterFile, verifyRegisterFile, writeRegisterFile } from './register-file.ts';
import { type RegisterView, viewRegister } from './register-view.ts';

interface Vectors {
  keys: { name: string; seed: string; publicKey: string; id: string }[];
  records: { record: NodeRecord; canonical: string; fingerprint: string }[];
  pin: string;
  acts: {
    number: number;
    kind: string;
    statement: string;
    hash: string;
    consents: { member: string; signed: string; signature: string; key: string }[];
  }[];
  registers: { after: number; moment: string; says: RegisterView }[];
  refused: {
    acts: { title: string; after: number; line: string; code: string }[];
    files: { title: string; pin: string; lines: (number | string)[]; end?: string; code: string }[];
  };
}

const read = (name: string) => readFileSync(new URL(`../../../../vectors/acts/${name}`, import.meta.url), 'utf8');
const vectors: Vectors = JSON.parse(read('acts.json'));
const file = read('sco.register');
const lines = file.split('\n');
const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });
/** The register after so many acts of the file. */
const after = (count: number) => {
  const acts = readRegisterFile(file).slice(0, count);
  return count === 0 ? null : verifyRegisterFile(writeRegisterFile('sco', acts), vectors.pin).register;
};

describe('conformance vectors', () => {
  test.each(vectors.keys)('the signing key of $name has its id', ({ seed, publicKey, id }) => {
    expect(toHex(ed25519.getPublicKey(Buffer.from(seed, 'hex')))).toBe(toHex(readSigningKey(publicKey)));
    expect(signingKeyId(readSigningKey(publicKey))).toBe(id);
  });

  test.each(vectors.records)('the record of $record.id has its fingerprint', ({ record, canonical, fingerprint }) => {
    expect(serialiseCanonical(readNodeRecord({ ...record }))).toBe(canonical);
    expect(toHex(hashNodeRecord(record))).toBe(fingerprint);
  });

  test('the register file is the acts, each with its hash, and the pin is the first', () => {
    const { register, acts } = verifyRegisterFile(file, vectors.pin);
    expect(acts.map(({ statement }) => writeStatement(statement))).toEqual(
      vectors.acts.map(({ statement }) => statement),
    );
    expect(vectors.acts.map(({ hash }) => hash)).toEqual([
      vectors.pin,
      ...acts.slice(1).map((_, at) => acts[at + 2]?.statement.previous ?? register.head.hash),
    ]);
    expect(acts.map(writeAct)).toEqual(lines.slice(1, -1));
    expect(writeRegisterFile('sco', acts)).toBe(file);
  });

  test.each(vectors.acts)('act $number ($kind) has its hash, and other code verifies each consent', (vector) => {
    expect(toHex(sha256(vector.statement))).toBe(vector.hash);
    expect(writeStatement(readStatement(vector.statement))).toBe(vector.statement);
    const { consents } = readAct(lines[vector.number]!);
    expect(consents.map(({ signature }) => signature)).toEqual(vector.consents.map(({ signature }) => signature));
    for (const { signed, signature, key, member } of vector.consents) {
      const { publicKey } = vectors.keys.find(({ id }) => id === key)!;
      const verifies = ed25519.verify(
        fromBase64(signature, 'bad-consent'),
        Buffer.from(signed),
        fromBase64(publicKey, 'malformed-key'),
        // RFC 8032, as Node verifies.
        { zip215: false },
      );
      expect(verifies, member).toBe(true);
      expect(signed).toMatch(new RegExp(`^entente-consent/1\nsco\n${vector.number}\n${vector.hash}\n${member}\n`));
    }
  });

  test.each(vectors.registers)('the register says at $moment what it should', ({ after: count, moment, says }) => {
    expect(viewRegister(after(count)!, moment)).toEqual(says);
  });

  test.each(vectors.refused.acts)('after act $after is refused: $title', ({ after: count, line, code }) => {
    expect(() => foldAct(after(count), readAct(line))).toThrow(refused(code));
  });

  test.each(vectors.refused.files)('a file is refused: $title', ({ pin, lines: parts, end = '\n', code }) => {
    const text = parts.map((part) => `${typeof part === 'number' ? lines[part] : part}${end}`).join('');
    expect(() => verifyRegisterFile(text, pin)).toThrow(refused(code));
  });
});
