import { expect, test } from 'vitest';
import { documentKey, questionKey } from './keys.ts';
import { readRequest } from './question.ts';

type Request = Parameters<typeof readRequest>[0];
function ask(request: Request) {
  const reading = readRequest(request, '2026-11-23');
  if (!reading.ok) throw new Error(reading.code);
  return reading.question;
}
const identity = (name: string, birthDate?: string): Request => ({
  by: 'identity',
  identity: { names: [name], ...(birthDate && { birthDate }) },
});

test('a question is the same however its words are ordered, cased and spaced', () => {
  const key = questionKey(ask(identity('Odin Iskomyi')));
  expect(questionKey(ask(identity(' iskomyi  ODIN')))).toBe(key);
  expect(questionKey(ask(identity('Odin Iskomyi', '1990')))).not.toBe(key);
  expect(questionKey(ask(identity('Odin Drugoi')))).not.toBe(key);
});

test('a number is the same however it is written', () => {
  const key = questionKey(ask({ by: 'document', number: 'N1234567' }));
  expect(questionKey(ask({ by: 'document', number: 'n 123-4567' }))).toBe(key);
  expect(questionKey(ask({ by: 'document', number: 'N1234568' }))).not.toBe(key);
});

test('a document shown is known by number and issuer; what is asked as an object is none', () => {
  expect(documentKey(ask({ by: 'document', number: 'n 123-4567', issuer: 'KZ' }))).toBe('N1234567/KAZ');
  expect(documentKey(ask({ by: 'document', number: 'N1234567' }))).toBe('N1234567/');
  expect(documentKey(ask({ by: 'object', scheme: 'imo', number: '9074729' }))).toBeUndefined();
  expect(documentKey(ask(identity('Odin Iskomyi')))).toBeUndefined();
});
