import { describe, expect, test } from 'vitest';
import type { Invocation } from '../command.ts';
import { listOf, readMoment, requirePin } from './words.ts';

const call = (values: Invocation['values'], words: string[] = []): Invocation => ({ values, words, json: false });

describe('a moment as an operator writes it', () => {
  test.each([
    ['2026-12-01', '2026-12-01T00:00:00.000Z'],
    ['2026-12-01T09:30Z', '2026-12-01T09:30:00.000Z'],
    ['2026-12-01T09:30:15Z', '2026-12-01T09:30:15.000Z'],
    ['2026-12-01T09:30:15.250Z', '2026-12-01T09:30:15.250Z'],
  ])('%s is %s', (text, moment) => expect(readMoment(text, 'effective-at')).toBe(moment));

  test.each([
    '',
    'tomorrow',
    '2026-12',
    '2026-02-30',
    '2026-12-01T25:00Z',
    '2026-12-01T09:30',
    '2026-12-01T09:30+05:00',
  ])('%s is none', (text) =>
    expect(() => readMoment(text, 'effective-at')).toThrow('--effective-at is a moment in UTC'),
  );
});

describe('a pin as an operator copies it', () => {
  const pin = '0123456789abcdef'.repeat(4);

  test('may be in groups or in capitals', () => {
    expect(requirePin(call({ pin: pin.toUpperCase() }))).toBe(pin);
    expect(requirePin(call({ pin: `${pin.slice(0, 32)} ${pin.slice(32)}\n` }))).toBe(pin);
  });

  test.each([undefined, '', pin.slice(1), `${pin}0`, 'g'.repeat(64)])('%s is none', (text) => {
    expect(() => requirePin(call({ pin: text }))).toThrow('--pin');
  });
});

describe('files after an option', () => {
  test('come from it and from the words that follow', () => {
    expect(listOf(call({ records: ['a'] }, ['b', 'c']), 'records')).toEqual(['a', 'b', 'c']);
    expect(listOf(call({}), 'records')).toEqual([]);
  });
});
