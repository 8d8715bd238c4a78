import type { AlertContent, AlertIdentity, AlertSubject } from '@entente/contracts/alerts/content';
import { Told } from '@entente/contracts/cases/inquiries';
import type { AskedAbout } from '@entente/contracts/exchange/asks';
import { Compile } from 'typebox/compile';
import { describe, expect, test } from 'vitest';
import { extractToTell } from './telling.ts';

const told = Compile(Told);
const identity = (change: Partial<AlertIdentity> = {}): AlertIdentity => ({
  status: 'confirmed',
  names: [{ full: 'Sydykov Azamat', kind: 'primary', quality: 'good', script: 'Latn' }],
  birthDates: [{ date: '1979-04', circa: true }],
  birthPlaces: ['Invented town'],
  nationalities: ['UZB'],
  sex: 'male',
  documents: [{ type: 'passport', number: 'N70 000-001', country: 'UZB' }],
  ...change,
});
const alert = (subject: AlertSubject) => ({
  reference: 'IN-2026-000007',
  category: 'wanted-for-arrest',
  content: {
    category: 'wanted-for-arrest',
    subject,
    ground: {
      legalBasis: 'A law',
      offence: { kind: 'ordinary', description: 'A description', provision: 'Article 1' },
    },
    action: 'arrest',
    note: 'A note',
  } as unknown as AlertContent,
});
const byName: AskedAbout = { by: 'identity', names: ['Sydykov'], birthDate: '1979' };

describe('what is told of an alert', () => {
  test('is whom it is about, what is asked for and the kind of offence, and nothing of why, where or how dangerous', () => {
    const person = { kind: 'person', identities: [identity()], dangers: ['armed'], marks: ['A scar'] } as AlertSubject;
    const extract = extractToTell(alert(person), byName);
    expect(extract).toEqual({
      reference: 'IN-2026-000007',
      category: 'wanted-for-arrest',
      action: 'arrest',
      names: ['Sydykov Azamat'],
      birthDates: [{ date: '1979-04', circa: true }],
      nationalities: ['UZB'],
      sex: 'male',
      offenceKind: 'ordinary',
    });
  });

  test('counts the documents with the number asked about, written as it may be', () => {
    const documents = [
      { type: 'passport', number: 'N70 000-001' },
      { type: 'other', number: 'X1' },
    ] as const;
    const person = { kind: 'person', identities: [identity({ documents: [...documents] })] } as AlertSubject;
    const asked = (number: string) => extractToTell(alert(person), { by: 'document', number }).documents;
    expect(asked('n7000-0001')).toBe(1);
    expect(asked('N7O000001')).toBe(1);
    expect(asked('N70000002')).toBe(0);
  });

  test('leaves out an identity that somebody misuses: it is its victim’s', () => {
    const victim = identity({ status: 'misused', names: [{ ...identity().names[0]!, full: 'Victim Invented' }] });
    const person = { kind: 'person', identities: [identity(), victim] } as AlertSubject;
    expect(JSON.stringify(extractToTell(alert(person), byName))).not.toContain('Victim');
  });

  test('of a document names nobody, and of more names than an envelope takes gives the first', () => {
    const document = { kind: 'document', number: 'AB1', issuer: 'IND' } as unknown as AlertSubject;
    expect(extractToTell(alert(document), { by: 'document', number: 'ab 1' })).toMatchObject({
      names: [],
      documents: 1,
    });
    const names = Array.from({ length: 120 }, (_, at) => ({
      ...identity().names[0]!,
      full: `${at}${'я'.repeat(1200)}`,
    }));
    const many = extractToTell(alert({ kind: 'person', identities: [identity({ names })] } as AlertSubject), byName);
    expect(many.names).toHaveLength(100);
    expect(told.Check(many)).toBe(true);
  });
});
