import type { AlertContent, AlertIdentity } from '@entente/contracts/alerts/content';
import { describe, expect, test } from 'vitest';
import { findMinority } from './minors.ts';

const AT = { now: new Date('2026-12-01T07:30:00.000Z'), state: { iso2: 'KZ', iso3: 'KAZ', timeZone: 'Asia/Almaty' } };

function majority(birthDates: AlertIdentity['birthDates'], status: AlertIdentity['status'] = 'confirmed') {
  return find({ birthDates, status })?.majority;
}

function find(...identities: Partial<AlertIdentity>[]) {
  return findMinority(contentOf(...identities), AT);
}

function contentOf(...identities: Partial<AlertIdentity>[]): AlertContent {
  const empty = { status: 'confirmed', names: [], birthDates: [], birthPlaces: [], nationalities: [], documents: [] };
  const whole = identities.map((identity) => ({ ...structuredClone(empty), ...identity }) as AlertIdentity);
  return { category: 'missing', subject: { kind: 'person', identities: whole }, ground: {} };
}

describe('a person may be a child', () => {
  test('until the day of the 18th birthday, in the time of the state', () => {
    expect(majority([{ date: '2008-12-02' }])).toBe('2026-12-02');
    expect(majority([{ date: '2008-12-01' }])).toBeUndefined();
    const evening = new Date('2026-12-01T19:30:00.000Z');
    expect(findMinority(contentOf({ birthDates: [{ date: '2008-12-02' }] }), { ...AT, now: evening })).toBeUndefined();
  });

  test('by the youngest reading of a month or a year', () => {
    expect(majority([{ date: '2008' }])).toBe('2026-12-31');
    expect(majority([{ date: '2008-12' }])).toBe('2026-12-31');
    expect(majority([{ date: '2008-11' }])).toBeUndefined();
    expect(majority([{ date: '2007' }])).toBeUndefined();
  });

  test('by the end of a span of years, and three years of "about"', () => {
    expect(majority([{ date: '2000', to: '2009' }])).toBe('2027-12-31');
    expect(majority([{ date: '2006', circa: true }])).toBe('2027-12-31');
    expect(majority([{ date: '2005', circa: true }])).toBe('2026-12-31');
    expect(majority([{ date: '2004', circa: true }])).toBeUndefined();
  });

  test('by any birth date of any confirmed or claimed identity', () => {
    expect(majority([{ date: '1990-01-01' }, { date: '2010-05-05' }])).toBe('2028-05-05');
    expect(
      find({ birthDates: [{ date: '1990' }] }, { status: 'claimed', birthDates: [{ date: '2011-01-01' }] }),
    ).toEqual({
      majority: '2029-01-01',
      pointer: '/subject/identities/1/birthDates/0',
    });
  });

  test('not by a false identity, nor by a victim’s', () => {
    expect(majority([{ date: '2015' }], 'false')).toBeUndefined();
    expect(majority([{ date: '2015' }], 'misused')).toBeUndefined();
  });

  test('not by a date that no calendar has, nor by none', () => {
    expect(majority([{ date: '2015-02-30' }])).toBeUndefined();
    expect(majority([])).toBeUndefined();
  });
});
