import { describe, expect, test } from 'vitest';
import { serialiseCanonical } from '../canonical.ts';
import { generatePrivateKey, publicKeyOf } from '../ed25519.ts';
import { generateOpeningKey, sealingKeyFor } from '../sealed-to/opening-key.ts';
import { ANSWER_BYTES, readAnswer, writeAnswer } from './answer.ts';
import { type AskedAbout, questionHash, readQuestion, writeQuestion } from './question.ts';
import { openAsk, sealAsk } from './sealed.ts';

const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const route = { organisation: 'sco', from: 'kz', to: 'in', signedBy: '0'.repeat(16) };
const asked = (about: AskedAbout, seconds = 10) =>
  writeQuestion({
    ...{ organisation: 'sco', from: 'kz', to: 'in', officer: 'a'.repeat(64), case: 'KZ-2026-4', about },
    ...{ purpose: 'criminal-investigation', legalBasis: 'legal-assistance' },
    askedAt: '2026-02-01T08:00:00.000Z',
    expiresAt: new Date(Date.parse('2026-02-01T08:00:00.000Z') + seconds * 1000).toISOString(),
  });
const person: AskedAbout = { by: 'identity', names: ['Жанибек Шынгысбаев'], birthDate: '1980-05' };

describe('a question', () => {
  test('is by a document number, or by two elements of an identity', () => {
    expect(readQuestion(asked(person)).about).toEqual(person);
    expect(readQuestion(asked({ by: 'document', number: 'N1234567' })).case).toBe('KZ-2026-4');
    expect(() => readQuestion(asked({ by: 'identity', names: ['Жанибек', 'Janibek'] }))).toThrow(
      refused('malformed-question'),
    );
  });

  test('is open for thirty seconds at most', () => {
    expect(readQuestion(asked(person, 30)).expiresAt).toBe('2026-02-01T08:00:30.000Z');
    for (const seconds of [31, 0, -1]) {
      expect(() => readQuestion(asked(person, seconds)), `${seconds}`).toThrow(refused('malformed-question'));
    }
  });

  test('asked twice has two hashes: nobody tells from them that the same person was meant', () => {
    expect(questionHash(asked(person))).not.toBe(questionHash(asked(person)));
  });
});

describe('an answer', () => {
  const base = { organisation: 'sco', from: 'in', to: 'kz', question: 'b'.repeat(64), at: '2026-02-01T08:00:00.120Z' };
  const [hit, none] = [
    writeAnswer({ ...base, answer: 'hit', reference: 'c'.repeat(32) }),
    writeAnswer({ ...base, answer: 'no-hit', reference: null }),
  ];

  test('has one length, whatever it says', () => {
    expect([hit.length, none.length]).toEqual([ANSWER_BYTES, ANSWER_BYTES]);
    expect(readAnswer(hit)).toMatchObject({ answer: 'hit', reference: 'c'.repeat(32) });
    expect(readAnswer(none)).toMatchObject({ answer: 'no-hit', reference: null });
  });

  test('that contradicts itself is refused', () => {
    expect(() => readAnswer(writeAnswer({ ...base, answer: 'no-hit', reference: 'c'.repeat(32) }))).toThrow(
      refused('malformed-answer'),
    );
    expect(() => readAnswer(none.subarray(1))).toThrow(refused('malformed-answer'));
    expect(() => readAnswer(Buffer.from(serialiseCanonical({}).padEnd(ANSWER_BYTES)))).toThrow();
  });
});

describe('sealed', () => {
  const [signing, opening] = [generatePrivateKey(), generateOpeningKey()];
  const sealed = sealAsk('question', asked(person), { route, signing, sealing: sealingKeyFor('in', opening) });

  test('a question opens for its receiver, on its route, and names who signed', () => {
    const { bytes, isSignedBy } = openAsk('question', sealed, { route, opening });
    expect(readQuestion(bytes).about).toEqual(person);
    expect(isSignedBy(publicKeyOf(signing))).toBe(true);
    expect(isSignedBy(publicKeyOf(generatePrivateKey()))).toBe(false);
  });

  test('it opens neither on another route, nor as an answer, nor to anybody else', () => {
    const closed = refused('not-opened');
    expect(() => openAsk('question', sealed, { route: { ...route, from: 'pk' }, opening })).toThrow(closed);
    expect(() => openAsk('answer', sealed, { route, opening })).toThrow(closed);
    expect(() => openAsk('question', sealed, { route, opening: generateOpeningKey() })).toThrow(refused('unknown-key'));
  });
});
