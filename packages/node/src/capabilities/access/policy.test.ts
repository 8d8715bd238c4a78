import type { Purpose } from '@entente/contracts/access';
import { describe, expect, test } from 'vitest';
import { askAboutNode, askAboutSession, state } from './policy.ts';

const words = (en: string) => ({ en, ru: en, zh: en });
const INVESTIGATION: Purpose = {
  id: 'criminal-investigation',
  names: words('Criminal investigation'),
  caseRequired: true,
  legalBases: [
    { id: 'criminal-procedure', names: words('Criminal procedure') },
    { id: 'legal-assistance', names: words('Legal assistance') },
  ],
};
const OFFICER = { id: 'officer', roles: ['reviewer' as const], authority: { id: 'authority' } };

describe('the question to the policies', () => {
  test("says whether the basis is one of the purpose's own", () => {
    expect(state(INVESTIGATION, 'legal-assistance', 'K-1').basisOfPurpose).toBe(true);
    expect(state(INVESTIGATION, 'border-law', 'K-1').basisOfPurpose).toBe(false);
  });

  test('says whether a case is needed and whether one is there', () => {
    expect(state(INVESTIGATION, 'legal-assistance', undefined)).toMatchObject({ caseRequired: true, hasCase: false });
    expect(state(INVESTIGATION, 'legal-assistance', 'K-1')).toMatchObject({ caseRequired: true, hasCase: true });
    expect(state({ ...INVESTIGATION, caseRequired: false }, 'legal-assistance', 'K-1').caseRequired).toBe(false);
  });

  test('carries what is stated only where something is', () => {
    expect(askAboutNode(OFFICER, 'membership.view')).not.toHaveProperty('stated');
  });

  test('about a session names whose it is', () => {
    const question = askAboutSession(OFFICER, 'access.revoke-session', { id: 'session', officerId: 'another' });
    expect(question.resource).toEqual({ type: 'Session', id: 'session', owner: 'another' });
  });
});
