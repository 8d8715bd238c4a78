import type { AlertContent } from '@entente/contracts/alerts/content';
import { expect, test } from 'vitest';
import { fit, inForm, unfit } from './fitting.ts';
import { withPart } from './tree.ts';

const begun: AlertContent = {
  category: 'wanted-for-arrest',
  subject: {
    kind: 'person',
    identities: [{ status: 'confirmed', names: [], birthDates: [], birthPlaces: [], nationalities: [], documents: [] }],
  },
  ground: {},
};
const NAME = { full: 'Болат Ахметов', kind: 'original-script', quality: 'good', script: 'Cyrl' };

test('what is whole fits, and nothing is left over', () => {
  const typed = withPart(begun, '/ground/legalBasis', 'Code of Criminal Procedure, art. 291');
  expect(fit(typed)).toEqual({ content: typed, unfinished: {}, places: {}, malformed: [] });
});

test('a draft just begun fits', () => {
  expect(fit(begun).content).toEqual(begun);
});

test('a warrant without its date is kept apart, and is whole again when the date is typed', () => {
  const typed = withPart(begun, '/ground/warrant', { kind: 'arrest-warrant', number: '1-17/2026', authority: '' });
  const { content, unfinished } = fit(typed);
  expect(content.ground).toEqual({});
  expect(unfinished).toEqual({ '/ground/warrant/kind': 'arrest-warrant', '/ground/warrant/number': '1-17/2026' });
  const again = withPart(unfit(content, unfinished), '/ground/warrant/date', '2026-10-01');
  expect(fit(again).content.ground.warrant).toEqual({
    kind: 'arrest-warrant',
    authority: '',
    number: '1-17/2026',
    date: '2026-10-01',
  });
});

test('half a date stays as it was typed', () => {
  const typed = withPart(begun, '/expiresOn', '31.02.2027');
  const { content, unfinished } = fit(typed);
  expect(content).not.toHaveProperty('expiresOn');
  expect(unfinished).toEqual({ '/expiresOn': '31.02.2027' });
  expect(fit(typed).malformed).toEqual(['/expiresOn']);
  expect(unfit(content, unfinished)).toEqual(typed);
});

test('a name that is not written yet goes without a trace, a wrong birth date keeps its place', () => {
  const typed = withPart(
    withPart(begun, '/subject/identities/0/names', [{ ...NAME, full: '' }, NAME]),
    '/subject/identities/0/birthDates',
    [{ date: '31.02.1971' }, { date: '1971' }, { date: 'May', circa: true }],
  );
  const { content, unfinished, places } = fit(typed);
  expect(content.subject).toMatchObject({ identities: [{ birthDates: [{ date: '1971' }] }] });
  expect(unfit(content, unfinished)).toMatchObject({
    subject: {
      identities: [{ birthDates: [{ date: '31.02.1971' }, { date: '1971' }, { date: 'May', circa: true }] }],
    },
  });
  expect(inForm('/subject/identities/0/birthDates/0/date', places)).toBe('/subject/identities/0/birthDates/1/date');
  expect(inForm('/ground/warrant/date', places)).toBe('/ground/warrant/date');
});

test('a document with a country nobody knows stays whole beside the content', () => {
  const document = { type: 'passport', number: 'N 01234567', country: 'Utopia' };
  const typed = withPart(begun, '/subject/identities/0/documents', [document]);
  const { content, unfinished } = fit(typed);
  expect(content.subject).toMatchObject({ identities: [{ documents: [] }] });
  expect(unfit(content, unfinished)).toEqual(typed);
});

test('an identity stays even while nothing in it is whole', () => {
  const typed = withPart(begun, '/subject/identities/1', { status: 'misused', victimConsent: { reference: 'c-4' } });
  const { content, unfinished } = fit(typed);
  expect(content.subject).toMatchObject({ identities: [{ status: 'confirmed' }, { status: 'misused', names: [] }] });
  expect(unfit(content, unfinished)).toMatchObject({
    subject: { identities: [{}, { victimConsent: { reference: 'c-4' } }] },
  });
});

test('nationalities of two lists keep their order when one is not known yet', () => {
  const typed = withPart(begun, '/subject/identities/0/nationalities', ['Nowhere', 'KAZ']);
  const { content, unfinished } = fit(typed);
  expect(content.subject).toMatchObject({ identities: [{ nationalities: ['KAZ'] }] });
  expect(unfit(content, unfinished)).toEqual(typed);
});

test('why somebody alike is another is kept beside the content until submission', () => {
  const typed = withPart(begun, '/considered', { 'list%20INi.1': 'Born ten years earlier.' });
  const { content, unfinished, malformed } = fit(typed);
  expect(content).toEqual(begun);
  expect(malformed).toEqual([]);
  expect(unfit(content, unfinished)).toEqual(typed);
});
