import { readFileSync } from 'node:fs';
import type { Catalogue } from '@entente/contracts/alerts/catalogue';
import type { Candidate } from '@entente/contracts/screening';
import { describe, expect, test } from 'vitest';
import { permittedActions } from './permitted.ts';

const profile = (name: string) => JSON.parse(readFileSync(`profiles/sco-2018/${name}.json`, 'utf8'));
const CATALOGUE: Catalogue = {
  state: { iso2: 'KZ', iso3: 'KAZ' },
  categories: profile('categories'),
  actions: profile('actions'),
  grounds: profile('grounds'),
};
const words = (text: string) => ({ en: text, ru: text, zh: text });

function candidate(more: Partial<Candidate> = {}): Candidate {
  return {
    key: 'alert/1',
    source: {
      kind: 'alert',
      alert: '1',
      reference: 'KZ-1',
      owner: 'KZ',
      category: 'wanted-arrest',
      categoryNames: words('Wanted'),
    },
    kind: 'person',
    name: 'Serik AKHMETOV',
    score: 1,
    band: 'strong',
    evidence: [],
    identities: ['confirmed'],
    action: 'arrest',
    actionNames: words('Arrest'),
    instructions: words('Arrest'),
    ...more,
  };
}
const ids = (one: Candidate, said: Parameters<typeof permittedActions>[1]) =>
  permittedActions(one, said, CATALOGUE).map(({ id }) => id);

describe('the actions offered after a comparison', () => {
  test('the same person: what the alert asks for first, then milder ones, never a graver one', () => {
    const offered = ids(candidate(), 'same-person');
    expect(offered[0]).toBe('arrest');
    expect(offered).not.toContain('arrest-for-extradition');
    expect(offered).not.toContain('report-whereabouts');
  });

  test('another person: none', () => {
    expect(ids(candidate(), 'not-the-same')).toEqual([]);
  });

  test('as long as it cannot be established who it is, nobody is held', () => {
    expect(ids(candidate(), 'cannot-be-established')).not.toContain('arrest');
  });

  test('the victim of a misused identity is cleared, whatever is said, and never held', () => {
    const victim = candidate({ action: 'clear-victim', identities: ['misused'], caution: 'victim' });
    expect(ids(victim, 'not-the-same')).toEqual(['clear-victim']);
    expect(ids(victim, 'same-person')).not.toContain('arrest');
  });

  test('a document record offers nothing that holds anybody', () => {
    const document = candidate({ kind: 'document', action: 'verify-document', caution: 'document-never-detains' });
    expect(ids(document, 'same-person')).toEqual(['verify-document']);
  });

  test('a list offers what lists ask for', () => {
    const listed = candidate({
      action: 'freeze',
      source: { kind: 'list', list: 'un-sc', ref: '1', names: words('UN'), legalBasis: 'law', programmes: [] },
    });
    expect(ids(listed, 'same-person')).toEqual(['freeze', 'refuse-visa', 'inform']);
  });
});
