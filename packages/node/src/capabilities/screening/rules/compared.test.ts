import { describe, expect, test } from 'vitest';
import type { AlertInForce } from '../../alerts/index.ts';
import { comparedAlert } from './compared.ts';

const identity = {
  status: 'misused',
  names: [{ full: 'Nobody', kind: 'primary', quality: 'good', script: 'Latn' }],
  birthDates: [],
  birthPlaces: [],
  nationalities: [],
  documents: [],
} as const;
const alertOn = (subject: object): AlertInForce =>
  ({
    id: 'a',
    reference: 'KZ-2026-000001',
    owner: 'KZ',
    category: 'wanted-for-arrest',
    action: 'arrest',
    kind: (subject as { kind: string }).kind,
    subject,
    expiresAt: new Date(),
  }) as AlertInForce;

describe('an alert compared', () => {
  test('shows what a person is told by, and that a victim agreed, not by which paper', () => {
    const subject = {
      kind: 'person',
      identities: [{ ...identity, victimConsent: { reference: 'Consent 17', givenOn: '2026-10-01' } }],
      marks: ['Scar'],
      memberships: [{ organisation: 'Front', source: 'x', reliability: 'A', credibility: '1' }],
      protection: 'claim',
    };
    const shown = comparedAlert(alertOn(subject), [{ id: 'p', identity: 0 }]);
    expect(shown).toMatchObject({
      identities: [{ status: 'misused', victimConsent: true }],
      marks: ['Scar'],
      photographs: [{ id: 'p', identity: 0 }],
    });
    expect(JSON.stringify(shown)).not.toMatch(/Consent 17|Front|claim"/);
  });

  test('of a document shows its holder, of a thing nobody', () => {
    expect(comparedAlert(alertOn({ kind: 'document', holder: identity }), []).identities).toHaveLength(1);
    expect(comparedAlert(alertOn({ kind: 'document' }), []).identities).toEqual([]);
    expect(comparedAlert(alertOn({ kind: 'vehicle', plate: 'A1' }), []).identities).toEqual([]);
  });
});
