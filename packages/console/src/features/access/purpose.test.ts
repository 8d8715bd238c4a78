import type { Purpose, SessionView } from '@entente/contracts/access';
import { describe, expect, test } from 'vitest';
import { fits, likeliest, obvious } from './purpose.ts';

const words = { en: 'x', ru: 'x', zh: 'x' };
const border: Purpose = {
  id: 'border-check',
  names: words,
  caseRequired: false,
  actions: ['screening.check'],
  legalBases: [{ id: 'border-law', names: words }],
};
const criminal: Purpose = {
  id: 'criminal-investigation',
  names: words,
  caseRequired: true,
  actions: ['screening.check'],
  legalBases: [{ id: 'criminal-code', names: words }],
};
const officer = { id: 'o1', name: 'a', displayName: 'A', authority: { id: 'kz', names: words }, roles: [] };
const node = { state: 'KZ', stateNames: words, organisation: words, demonstration: true, version: '0' };

function session(...purposes: Purpose[]): SessionView {
  return { node, officer, csrf: null, expiresAt: null, actions: [], purposes, offers: [] };
}

describe('the purpose a tab asks for', () => {
  test('an only purpose without a case is taken without asking', () => {
    expect(obvious(session(border), 'screening.check')).toEqual({
      officerId: 'o1',
      purpose: 'border-check',
      legalBasis: 'border-law',
      caseReference: '',
    });
  });

  test('with two purposes that fit, the officer chooses', () => {
    expect(obvious(session(border, criminal), 'screening.check')).toBeNull();
  });

  test('daily work is offered before work on a case', () => {
    expect(likeliest([criminal, border])).toBe(border);
    expect(likeliest([criminal])).toBe(criminal);
  });

  test('an only purpose that needs a case is asked for', () => {
    expect(obvious(session(criminal), 'screening.check')).toBeNull();
  });

  test('a purpose that needs a case does not fit without one', () => {
    const asking = {
      officerId: 'o1',
      purpose: 'criminal-investigation',
      legalBasis: 'criminal-code',
      caseReference: ' ',
    };
    expect(fits(asking, session(criminal), 'screening.check')).toBe(false);
    expect(fits({ ...asking, caseReference: 'KZ-17' }, session(criminal), 'screening.check')).toBe(true);
  });

  test('what the officer before chose in this tab does not fit the next one', () => {
    const asking = { officerId: 'o2', purpose: 'border-check', legalBasis: 'border-law', caseReference: '' };
    expect(fits(asking, session(border), 'screening.check')).toBe(false);
  });

  test('a purpose that may not be given for the action does not fit', () => {
    const asking = { officerId: 'o1', purpose: 'border-check', legalBasis: 'border-law', caseReference: '' };
    expect(fits(asking, session(border), 'alerts.import-list')).toBe(false);
  });
});
