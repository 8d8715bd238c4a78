import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { dayInWords } from './day.ts';

const intl = (locale: 'en-GB' | 'ru-RU' | 'zh-CN') => createIntl({ locale, messages: {} as never });

test('a date is written so that day and month cannot be mistaken', () => {
  expect(dayInWords(intl('en-GB'), '1971-04-03')).toBe('3 Apr 1971');
  expect(dayInWords(intl('ru-RU'), '1971-04-03')).toBe('3 апр. 1971');
  expect(dayInWords(intl('zh-CN'), '1971-04-03')).toBe('1971年4月3日');
});

test('a date known in part is written in part', () => {
  expect(dayInWords(intl('en-GB'), '1971')).toBe('1971');
  expect(dayInWords(intl('en-GB'), '1971-04')).toBe('Apr 1971');
});

test('what is no date stands as it was given', () => {
  expect(dayInWords(intl('en-GB'), '1971-02-30')).toBe('1971-02-30');
  expect(dayInWords(intl('en-GB'), 'circa 1971')).toBe('circa 1971');
});
