import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { actionsById } from './actions.ts';
import { alertCandidate, isDiscreet } from './alert-candidate.ts';
import { type Standing, shownAction } from './shown-action.ts';

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../../../../../profiles/sco-2018/${file}`, import.meta.url), 'utf8'));
const actions = actionsById(read('actions.json'));
const categories = new Map(read('categories.json').map((category: { id: string }) => [category.id, category])) as never;

const shown = (change: Partial<Standing>) =>
  shownAction(
    {
      alert: { kind: 'person', category: 'wanted-for-arrest', action: 'arrest' },
      identities: ['confirmed'],
      bearerAgrees: false,
      minor: false,
      ...change,
    },
    actions,
    categories,
  );

describe('the action at the desk', () => {
  test('is what the alert asks for', () => expect(shown({})).toEqual({ action: 'arrest' }));

  test.each([[['misused']], [['misused', 'confirmed']], [['confirmed', 'misused']]] as const)(
    'is never an arrest where the evidence is about a misused identity: %j',
    (identities) =>
      expect(shown({ identities: [...identities] })).toEqual({ action: 'clear-victim', caution: 'victim' }),
  );

  test('is never an arrest over a document, whatever its alert asks for', () => {
    const alert = { kind: 'document', category: 'document-lost-stolen', action: 'arrest' } as const;
    expect(shown({ alert, identities: [] })).toEqual({ action: 'verify-document' });
    expect(shown({ alert, identities: [], bearerAgrees: true })).toEqual({
      action: 'verify-document',
      caution: 'document-never-detains',
    });
  });

  test('is protective, never an arrest, where a minor may stand', () => {
    expect(shown({ minor: true })).toEqual({ action: 'place-under-protection' });
  });

  test('stays the alert’s own for a minor where it holds nobody', () => {
    const alert = { kind: 'person', category: 'missing', action: 'prevent-departure-of-child' } as const;
    expect(shown({ alert, minor: true })).toEqual({ action: 'prevent-departure-of-child' });
  });

  test('holds nobody even where the category is not known any more', () => {
    const alert = { kind: 'vehicle', category: 'gone', action: 'arrest' } as const;
    expect(shown({ alert, identities: [] })).toEqual({ action: 'clear-victim' });
  });
});

describe('a candidate of an alert', () => {
  const met = {
    alert: {
      id: 'a',
      key: 'KZ/KZ-2026-000001',
      reference: 'KZ-2026-000001',
      owner: 'KZ',
      category: 'wanted-for-arrest',
      action: 'arrest',
      kind: 'person' as const,
      expiresAt: 0,
      names: ['Wanted', 'Victim'],
      statuses: ['confirmed' as const, 'misused' as const],
    },
    score: 0.9,
    band: 'strong' as const,
    evidence: [],
    about: [0],
  };
  const wording = { actions, categories };

  test('carries the alert’s reference and owner, and what to do in the profile’s words', () => {
    expect(alertCandidate(met, undefined, '2026-11-23', wording)).toMatchObject({
      key: 'alert/a',
      source: {
        kind: 'alert',
        reference: 'KZ-2026-000001',
        owner: 'KZ',
        category: 'wanted-for-arrest',
        categoryNames: { en: 'Wanted for arrest' },
      },
      name: 'Wanted',
      action: 'arrest',
      actionNames: { en: 'Arrest under national law' },
    });
  });

  test('of a misused identity bears the victim’s name and no arrest', () => {
    expect(alertCandidate({ ...met, about: [1] }, undefined, '2026-11-23', wording)).toMatchObject({
      name: 'Victim',
      action: 'clear-victim',
      caution: 'victim',
      identities: ['misused'],
    });
  });

  test('asks for protection where the traveller is under 18', () => {
    expect(alertCandidate(met, '2012-03-01', '2026-11-23', wording).action).toBe('place-under-protection');
    expect(alertCandidate(met, '2001-03-01', '2026-11-23', wording).action).toBe('arrest');
  });
});

test('only the category’s mark makes an alert one to act on without a word', () => {
  expect(isDiscreet('discreet-check', categories)).toBe(true);
  expect(isDiscreet('inquiry-check', categories)).toBe(false);
});
