import { expect, test } from 'vitest';
import type { SecondLineCase } from '../model/case.ts';
import { isOfShift, refuseSignature } from './handover.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));
const open = (change: { openedBy?: string; place?: string; by?: string }): SecondLineCase =>
  ({
    openedBy: change.openedBy ?? 'somebody',
    personal: { place: change.place ?? 'Far gate', given: change.by ? [{ by: change.by }] : [] },
  }) as unknown as SecondLineCase;

test.each([
  ['of that place', { place: 'Gate 1' }, true],
  ['of that place, written otherwise', { place: ' GATE,  1 ' }, true],
  ['he opened elsewhere', { openedBy: 'leaving' }, true],
  ['he worked on elsewhere', { by: 'leaving' }, true],
  ["of another's and another place", {}, false],
])('a case %s is of the shift: %s', (_, change, is) => {
  expect(isOfShift(open(change), 'leaving', 'gate 1')).toBe(is);
});

test.each([
  ['the leaving officer', 'leaving', null, 10, 'own-handover'],
  ['a second next officer', 'third', 'next', 10, 'taken-over-before'],
  ['anybody on a clock set back', 'next', null, 4, 'clock-set-back'],
])('a shift is not signed for by %s', (_, officer, toOfficer, minute, rule) => {
  const handover = { fromOfficer: 'leaving', fromAt: at(5), toOfficer };
  expect(refuseSignature(handover, officer, at(minute))).toMatchObject([{ rule }]);
});

test('a shift is signed for by another officer', () => {
  expect(refuseSignature({ fromOfficer: 'leaving', fromAt: at(5), toOfficer: null }, 'next', at(5))).toEqual([]);
});
