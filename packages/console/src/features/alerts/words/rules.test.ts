import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { ruleInWords, sourcesOf } from './rules.ts';

const intl = createIntl({ locale: 'en-GB', messages: {} as never });

test('a rule says what it asks with the day written out, and where it comes from', () => {
  expect(ruleInWords(intl, { rule: 'warrant-in-future', values: { date: '2027-03-01' } })).toEqual({
    says: 'The warrant, judgment or decision is dated 1 Mar 2027, which is still to come.',
    source: 'Entente, safeguards',
  });
});

test('it is said in the reader’s language', () => {
  const russian = createIntl({ locale: 'ru-RU', messages: {} as never });
  expect(ruleInWords(russian, { rule: 'no-ground-of-speech' }).says).toBe(
    'Публикация или высказывание не является основанием для ориентировки.',
  );
});

test('a rule of a newer node is at least named', () => {
  expect(ruleInWords(intl, { rule: 'not-known-here' })).toEqual({ says: 'not-known-here', source: '' });
});

test('two rules of one source name it once', () => {
  expect(sourcesOf(['warrant-missing', 'warrant-in-future'])).toEqual(['Entente, safeguards']);
});
