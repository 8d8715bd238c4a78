import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRegisterFile } from '../act/register-file.ts';
import { verifyEvidence } from './verify.ts';

interface Vectors {
  pin: string;
  verifies: { file: string; register: string; stoodAt: string | null; erased: boolean; decided: string | null }[];
  refused: {
    beside: { file: string; register: string; code: string }[];
    files: { title: string; code: string; file: string }[];
  };
}

const read = (name: string) => readFileSync(new URL(`../../../../vectors/evidence/${name}`, import.meta.url), 'utf8');
const vectors: Vectors = JSON.parse(read('evidence.json'));
const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const actsOf = (register: string) => readRegisterFile(read(register));

describe('conformance vectors', () => {
  test.each(vectors.verifies)('$file verifies beside $register', ({ file, register, stoodAt, erased, decided }) => {
    const verified = verifyEvidence(read(file), vectors.pin, actsOf(register));
    expect(verified.received.stoodAt).toBe(stoodAt);
    expect(verified.envelope === null).toBe(erased);
    expect(verified.decided?.status ?? null).toBe(decided);
  });

  test.each(vectors.refused.beside)('$file is refused beside $register', ({ file, register, code }) => {
    expect(() => verifyEvidence(read(file), vectors.pin, actsOf(register))).toThrow(refused(code));
  });

  test.each(vectors.refused.files)('refused: $title', ({ file, code }) => {
    expect(() => verifyEvidence(file, vectors.pin)).toThrow(refused(code));
  });
});
