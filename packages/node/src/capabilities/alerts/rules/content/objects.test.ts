import type { AlertContent, AlertSubject } from '@entente/contracts/alerts/content';
import { describe, expect, test } from 'vitest';
import { OBJECT_CHECKS } from './objects.ts';

function refusals(subject: AlertSubject): string[] {
  const content: AlertContent = { category: 'object-sought', subject, ground: {} };
  return Object.entries(OBJECT_CHECKS).flatMap(([rule, check]) =>
    check(content).map(({ pointer }) => `${rule} ${pointer}`),
  );
}

describe('an object is known', () => {
  test.each<AlertSubject>([
    { kind: 'vehicle', plate: '123 ABC 02', country: 'KAZ' },
    { kind: 'vehicle', vin: 'XTA210990Y2700000' },
    { kind: 'vehicle', vin: '1M8GDM9AXKP042788' },
    { kind: 'vessel', imo: 'IMO 9074729' },
    { kind: 'vessel', name: 'Каспий', flag: 'RUS' },
    { kind: 'vessel', callSign: 'UPN7' },
    { kind: 'aircraft', registration: 'UP-AN204' },
    { kind: 'aircraft', serialNumber: '1G 190-27', model: 'An-2' },
    { kind: 'container', number: 'CSQU 305438-3' },
    { kind: 'firearm', serialNumber: 'ЖН 5512', make: 'Izhmekh' },
    // One good number is enough: another may be painted on falsely, and the desk shall find it.
    { kind: 'vessel', imo: '9074728', name: 'Каспий', flag: 'RUS' },
  ])('by %o', (subject) => expect(refusals(subject)).toEqual([]));
});

describe('an object is not known', () => {
  test.each<AlertSubject>([
    { kind: 'vehicle', plate: '123 ABC 02' },
    { kind: 'vehicle', make: 'Lada', model: 'Niva', colour: 'white', country: 'KAZ' },
    { kind: 'vessel', name: 'Каспий' },
    { kind: 'vessel', flag: 'KAZ' },
    { kind: 'aircraft', serialNumber: '190-27' },
    { kind: 'aircraft', registration: '—' },
    { kind: 'container' },
    { kind: 'firearm', serialNumber: '5512' },
    { kind: 'firearm', make: 'Izhmekh' },
  ])('by %o', (subject) => expect(refusals(subject)).toEqual(['object-unidentified /subject']));

  test.each<[AlertSubject, string]>([
    [{ kind: 'vessel', imo: '9074728' }, 'imo'],
    [{ kind: 'vessel', imo: '90747' }, 'imo'],
    [{ kind: 'vehicle', vin: '1M8GDM9A1KP042788' }, 'vin'],
    [{ kind: 'container', number: 'CSQU3054384' }, 'number'],
    [{ kind: 'aircraft', icaoAddress: 'XYZ' }, 'icaoAddress'],
  ])('by %o, whose number breaks its scheme', (subject, field) => {
    expect(refusals(subject)).toEqual([`identifier-invalid /subject/${field}`]);
  });
});
