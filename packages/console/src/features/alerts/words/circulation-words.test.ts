import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import en from '../../../messages/en.json' with { type: 'json' };
import { audienceInWords } from './audience-words.ts';
import { refusalInWords } from './circulation-words.ts';

const intl = createIntl({ locale: 'en-GB', messages: en as never });
const names: Record<string, string> = { KZ: 'Kazakhstan', CN: 'China' };
const speech = { intl, countries: { name: (code: string) => names[code] ?? code } };

test('an audience is told by its members, and an alert without one stays here', () => {
  expect(audienceInWords(speech, { kind: 'members', states: ['KZ', 'CN'] })).toBe('Kazakhstan and China');
  expect(audienceInWords(speech, { kind: 'all-members' })).toBe('All members');
  expect(audienceInWords(speech, { kind: 'national', searchable: true })).toBe('Nobody, but others may ask');
  expect(audienceInWords(speech, undefined)).toBe('Nobody: it stays here');
});

test('a refusal is told by its rule, and in the holder’s words where those name a value or it is no rule of alerts', () => {
  const refusal = (code: string) => refusalInWords(intl, { code, detail: 'As the holder put it.' });
  expect(refusal('alerts.erased-not-revived')).toMatch(/not taken in again/);
  expect(refusal('alerts.life-too-long')).toBe('As the holder put it.');
  expect(refusal('exchange.expired')).toBe('As the holder put it.');
});
