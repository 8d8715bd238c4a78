import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import en from '../../../messages/en.json' with { type: 'json' };
import ru from '../../../messages/ru.json' with { type: 'json' };
import zh from '../../../messages/zh.json' with { type: 'json' };
import { patternInWords } from './patterns.ts';

const OFFICER = { id: '1', name: 'Daniyar Seitkali' };
const again = { pattern: 'same-question-again', officer: OFFICER, day: '2026-11-12', count: 7 } as const;

test('a pattern is said in words, with whom, when and how often', () => {
  const english = createIntl({ locale: 'en-GB', messages: en });
  expect(patternInWords(english, again)).toBe('Daniyar Seitkali asked the same question 7 times on 12 Nov 2026.');
});

test('and in the other languages, in their grammar', () => {
  const russian = createIntl({ locale: 'ru-RU', messages: ru });
  expect(patternInWords(russian, { ...again, count: 2 })).toContain('2 раза');
  expect(patternInWords(russian, again)).toContain('7 раз');
  expect(patternInWords(createIntl({ locale: 'zh-CN', messages: zh }), again)).toContain('7 次');
});
