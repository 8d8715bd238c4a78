import type { Evidence } from '@entente/contracts/screening';
import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';
import en from '../../messages/en.json' with { type: 'json' };
import ru from '../../messages/ru.json' with { type: 'json' };
import zh from '../../messages/zh.json' with { type: 'json' };
import { factInWords, type TOKENS, verdictOf } from './evidence-words.ts';

const english = createIntl({ locale: 'en-GB', messages: en });
const russian = createIntl({ locale: 'ru-RU', messages: ru });
const chinese = createIntl({ locale: 'zh-CN', messages: zh });

const birth: Evidence = {
  kind: 'birth-date',
  verdict: 'near',
  query: '1971-04-03',
  listed: ['1971-03-04'],
  how: 'day-month-swapped',
};

function nameOf(...hows: (keyof typeof TOKENS)[]): Evidence {
  const tokens = hows.map((how) => ({ query: 'a', listed: 'b', how, similarity: 1 }));
  return { kind: 'name', query: 'a', listed: 'b', nameKind: 'primary', quality: 'good', tokens, score: 1 };
}

describe('evidence in words', () => {
  test('a swapped day and month is said, with dates that cannot be misread', () => {
    expect(factInWords(english, birth, 'list')).toBe('3 Apr 1971; the list has 4 Mar 1971. Day and month swapped.');
    expect(factInWords(russian, birth, 'list')).toMatch(/1971/);
    expect(factInWords(chinese, birth, 'list')).toContain('1971年4月3日');
  });

  test('a list without the fact does not contradict', () => {
    const unlisted: Evidence = { kind: 'sex', verdict: 'unknown', query: 'male', listed: [] };
    expect(factInWords(english, unlisted, 'list')).toBe('Male; the list does not say.');
  });

  test('what an alert says is not called a list', () => {
    expect(factInWords(english, birth, 'alert')).toContain('the alert has 4 Mar 1971');
    expect(factInWords(russian, birth, 'alert')).toContain('в ориентировке');
    expect(factInWords(chinese, birth, 'alert')).toContain('警示');
  });

  test('nationalities are named in the language of the reader', () => {
    const nationality: Evidence = { kind: 'nationality', verdict: 'contradicts', query: 'KAZ', listed: ['TJK', 'UZB'] };
    expect(factInWords(english, nationality, 'list')).toBe('Kazakhstan; the list has Tajikistan or Uzbekistan.');
    expect(factInWords(russian, nationality, 'list')).toContain('Казахстан');
    expect(factInWords(chinese, nationality, 'list')).toContain('哈萨克斯坦');
  });

  test('a name matches when every token is the same once romanised, and an absent one does not spoil it', () => {
    expect(verdictOf(nameOf('same', 'script', 'absent'))).toBe('matches');
  });

  test('one differing token makes the name a partial match', () => {
    expect(verdictOf(nameOf('same', 'differs'))).toBe('partial');
  });
});
