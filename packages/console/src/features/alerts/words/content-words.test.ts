import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import en from '../../../messages/en.json' with { type: 'json' };
import { placeInWords, type Speech, valueInWords } from './content-words.ts';

const intl = createIntl({ locale: 'en-GB', messages: en as never });
const text = (words: string) => ({ en: words, ru: words, zh: words });
const speech = {
  intl,
  countries: { name: (code: string) => (code === 'KAZ' ? 'Kazakhstan' : code) },
  profile: {
    catalogue: {
      categories: [{ id: 'missing', names: text('Missing person') }],
      actions: [{ id: 'arrest', names: text('Arrest under national law') }],
      grounds: { definitions: [], violentActs: [{ id: 'explosion', names: text('Explosion or bombing') }] },
    },
    organisation: { treaties: [] },
  },
} as unknown as Speech;

test.each([
  ['/ground/warrant/number', 'Warrant, judgment or decision · Number'],
  ['/subject/identities/1/documents/0/country', 'Identity 2 · Documents (1) · Issued by'],
  ['/subject/identities/0/names', 'Identity 1 · Names'],
  ['/subject/holder/birthDates/0/date', 'Lawful holder · Birth dates (1) · Birth date'],
  ['/subject/memberships/0/source', 'Links to organisations (1) · Who says so'],
  ['/subject/identities', 'Identities'],
  ['/expiresOn', 'Expires on'],
])('%s is said as %s', (pointer, words) => {
  expect(placeInWords(intl, pointer)).toBe(words);
});

test.each([
  ['/action', 'arrest', 'Arrest under national law'],
  ['/ground/offence/violentAct/act', 'explosion', 'Explosion or bombing'],
  ['/expiresOn', '2027-03-01', '1 Mar 2027'],
  ['/subject/identities/0/birthDates/0/date', '1971-04', 'Apr 1971'],
  ['/subject/identities/0/nationalities', ['KAZ', 'XXA'], 'Kazakhstan; XXA'],
  ['/subject/identities/0/status', 'misused', 'Misused'],
  ['/subject/status', 'stolen', 'Stolen'],
  ['/subject/languages/0', 'kk', 'Kazakh'],
  ['/subject/dangers', ['armed', 'escape-risk'], 'Armed; May flee'],
  ['/subject/to', '0001200', '0001200'],
  ['/audience', { kind: 'all-members' }, 'All members'],
  ['/note', null, 'nothing'],
])('at %s the value %j reads %s', (pointer, value, words) => {
  expect(valueInWords(speech, pointer, value)).toBe(words);
});

test('a whole object is told part by part', () => {
  const warrant = { kind: 'arrest-warrant', authority: 'Court of Taraz', number: '1-17', date: '2026-10-01' };
  expect(valueInWords(speech, '/ground/warrant', warrant)).toBe(
    'Kind: Arrest warrant, Issued by: Court of Taraz, Number: 1-17, Date: 1 Oct 2026',
  );
});
