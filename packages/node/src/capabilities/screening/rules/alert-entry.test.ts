import { describe, expect, test } from 'vitest';
import type { AlertInForce } from '../../alerts/index.ts';
import { alertEntries, identityKey, readIdentityKey } from './alert-entry.ts';

const expiresAt = new Date('2027-01-01T00:00:00Z');
const alertOn = (subject: AlertInForce['subject']): AlertInForce => ({
  id: 'a',
  reference: 'KZ-2026-000001',
  owner: 'KZ',
  category: 'wanted-for-arrest',
  action: 'arrest',
  kind: subject.kind,
  subject,
  expiresAt,
});
const name = (full: string, kind: 'primary' | 'alias' = 'primary') => ({
  full,
  kind,
  quality: 'good' as const,
  script: 'Latn',
});
const identity = (status: 'confirmed' | 'false' | 'misused', full: string, date: string) => ({
  status,
  names: [name(`${full} alias`, 'alias'), name(full)],
  birthDates: [{ date }],
  birthPlaces: [],
  nationalities: ['KAZ'],
  documents: [],
});

describe('an alert in the index', () => {
  test('has an entry for each identity, so that no evidence is a sum of two', () => {
    const { kept, names } = alertEntries(
      alertOn({ kind: 'person', identities: [identity('confirmed', 'A', '1980'), identity('false', 'B', '1985')] }),
    );
    expect(names.map(({ id, birthDates }) => [id, birthDates])).toEqual([
      ['KZ/KZ-2026-000001#0', [{ date: '1980' }]],
      ['KZ/KZ-2026-000001#1', [{ date: '1985' }]],
    ]);
    expect(kept).toMatchObject({
      names: ['A', 'B'],
      statuses: ['confirmed', 'false'],
      birthDates: [['1980'], ['1985']],
      expiresAt: expiresAt.getTime(),
    });
  });

  test('of one identity keeps no birth dates of its own', () => {
    const { kept } = alertEntries(alertOn({ kind: 'person', identities: [identity('confirmed', 'A', '1980')] }));
    expect(kept).not.toHaveProperty('birthDates');
  });

  test('on a document is found by its number alone, never by the name of its holder', () => {
    const holder = identity('confirmed', 'Holder', '1990');
    const { kept, names, document } = alertEntries(
      alertOn({ kind: 'document', number: 'N1234567', issuer: 'KAZ', documentType: 'passport', holder }),
    );
    expect(names).toEqual([]);
    expect(document).toMatchObject({
      id: 'KZ/KZ-2026-000001',
      names: [],
      documents: [{ type: 'passport', number: 'N1234567', country: 'KAZ' }],
      birthDates: [{ date: '1990' }],
    });
    expect(kept).toMatchObject({ names: ['N1234567'], statuses: [], holder: ['Holder alias', 'Holder'] });
  });

  test('on blank documents is found by the range', () => {
    const { object, kept } = alertEntries(
      alertOn({ kind: 'blank-documents', issuer: 'KAZ', prefix: 'N', from: '100', to: '200' }),
    );
    expect(object).toEqual({
      id: 'KZ/KZ-2026-000001',
      identifiers: [],
      ranges: [{ prefix: 'N', from: '100', to: '200', country: 'KAZ' }],
    });
    expect(kept.names).toEqual(['N100–N200']);
  });

  test.each([
    [
      { kind: 'vehicle', plate: '123 ABC 02', country: 'KAZ', vin: 'VIN1' },
      [
        { scheme: 'plate', value: '123 ABC 02', country: 'KAZ' },
        { scheme: 'vin', value: 'VIN1' },
      ],
      '123 ABC 02',
    ],
    [
      { kind: 'vessel', name: 'Nobody', imo: '9074729', callSign: 'UNAB' },
      [
        { scheme: 'imo', value: '9074729' },
        { scheme: 'call-sign', value: 'UNAB' },
      ],
      'Nobody',
    ],
    [
      { kind: 'aircraft', registration: 'UP-A1234', icaoAddress: '683001', serialNumber: '77' },
      [
        { scheme: 'aircraft-registration', value: 'UP-A1234' },
        { scheme: 'icao-address', value: '683001' },
        { scheme: 'serial-number', value: '77' },
      ],
      'UP-A1234',
    ],
    [{ kind: 'container', number: 'CSQU3054383' }, [{ scheme: 'container', value: 'CSQU3054383' }], 'CSQU3054383'],
    [{ kind: 'firearm', serialNumber: 'X1' }, [{ scheme: 'firearm-serial', value: 'X1' }], 'X1'],
  ] as const)('on a $kind is found by its numbers', (subject, identifiers, named) => {
    const { object, kept } = alertEntries(alertOn(subject));
    expect(object?.identifiers).toEqual(identifiers);
    expect(kept.names).toEqual([named]);
  });

  test('on an organisation is found by its names and identifiers', () => {
    const { names, kept } = alertEntries(
      alertOn({
        kind: 'organisation',
        names: [name('Front')],
        identifiers: [{ type: 'registration', number: '123456' }],
        addresses: [],
      }),
    );
    expect(names).toMatchObject([
      { id: 'KZ/KZ-2026-000001#0', kind: 'organisation', documents: [{ number: '123456' }] },
    ]);
    expect(kept).toMatchObject({ names: ['Front'], statuses: [] });
  });

  test('names its identities by keys that read back', () => {
    expect(readIdentityKey(identityKey('a#b', 12))).toEqual({ alert: 'a#b', place: 12 });
  });
});
