import type { ListedSubject } from '@entente/contracts/alerts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StandingCorrection } from '../model.ts';
import { applyCorrections, isOvertaken, refuseCorrection } from './correction.ts';

const BY = { en: 'Contact point', ru: 'Контактный пункт', zh: '联络点' };
const name = (full: string) => ({ full, kind: 'primary' as const, quality: 'good' as const, script: 'Latn' });
const subject = (names: string[], dates: string[] = ['1971']): ListedSubject => ({
  list: 'invented',
  ref: '1',
  kind: 'person',
  identities: [
    {
      status: 'confirmed',
      names: names.map(name),
      birthDates: dates.map((date) => ({ date })),
      birthPlaces: [],
      nationalities: [],
      documents: [],
    },
  ],
  programmes: [],
  addresses: [],
});
const correction = (kind: StandingCorrection['kind'], value: string, instead?: string): StandingCorrection => ({
  kind,
  value,
  ...(instead !== undefined && { instead }),
  by: BY,
  at: '2026-11-26T09:00:00.000Z',
});
const reason = 'As his passport has it';

describe('a correction of an entry', () => {
  test('adds a name beside those of the list, and takes no word of the list away from it', () => {
    const listed = subject(['Kuanysh Djani']);
    const before = JSON.stringify(listed);
    const corrected = applyCorrections(listed, [correction('additional-name', 'Жәнібек Қуанышұлы', 'Kuanysh Djani')]);
    expect(corrected.identities[0]!.names.map(({ full, script }) => [full, script])).toEqual([
      ['Kuanysh Djani', 'Latn'],
      ['Жәнібек Қуанышұлы', 'Cyrl'],
    ]);
    expect(corrected.corrections).toEqual([
      { kind: 'additional-name', value: 'Жәнібек Қуанышұлы', by: BY, at: '2026-11-26T09:00:00.000Z' },
    ]);
    expect(JSON.stringify(listed)).toBe(before);
  });

  test('keeps a wrong name or birth year from being met by', () => {
    const corrected = applyCorrections(subject(['A B', 'C D'], ['1959', '1961']), [
      correction('wrong-name', 'A B'),
      correction('wrong-birth-date', '1959'),
      correction('additional-birth-date', '1960-02-03'),
    ]);
    expect(corrected.identities[0]!.names.map(({ full }) => full)).toEqual(['C D']);
    expect(corrected.identities[0]!.birthDates).toEqual([{ date: '1961' }, { date: '1960-02-03' }]);
  });

  test('is refused where it is about nothing that stands there, says what stands there, or would leave no name', () => {
    const listed = subject(['A B', 'C D']);
    const refused = (kind: StandingCorrection['kind'], value: string, instead?: string) =>
      refuseCorrection(listed, { kind, value, reason, ...(instead !== undefined && { instead }) });
    expect(refused('wrong-name', 'X Y')).toBe('not-on-entry');
    expect(refused('additional-name', 'A B')).toBe('already-on-entry');
    expect(refused('additional-name', 'X Y', 'Q R')).toBe('not-on-entry');
    expect(refused('additional-birth-date', '1971-02-30')).toBe('no-date');
    expect(refused('additional-birth-date', '1972')).toBeUndefined();
    expect(refused('wrong-name', 'A B')).toBeUndefined();
    const only = { kind: 'wrong-name' as const, value: 'A B', reason };
    expect(refuseCorrection(subject(['A B']), only)).toBe('nothing-left');
    expect(refuseCorrection(subject(['A B']), only, [correction('additional-name', 'B A')])).toBeUndefined();
    expect(refuseCorrection(subject(['A B', 'C D']), only, [correction('wrong-name', 'C D')])).toBe('nothing-left');
  });

  test('stands while the list says what it said, and is overtaken once the list changes that', () => {
    const [wrong, added] = [correction('wrong-name', 'A B'), correction('additional-name', 'B A', 'A B')];
    for (const one of [wrong, added]) {
      expect(isOvertaken(one, subject(['A B', 'C D']))).toBe(false);
      expect(isOvertaken(one, subject(['C D']))).toBe(true);
    }
    expect(isOvertaken(added, subject(['A B', 'B A']))).toBe(true);
    expect(isOvertaken(correction('additional-name', 'X Y'), subject(['C D']))).toBe(false);
  });

  test('never leaves an entry without a name, whatever corrections stand together', () => {
    const one = fc.constantFrom('A B', 'C D', 'E F');
    fc.assert(
      fc.property(fc.uniqueArray(one, { minLength: 1 }), fc.array(one), fc.array(one), (names, wrong, added) => {
        const corrected = applyCorrections(subject(names), [
          ...wrong.map((value) => correction('wrong-name', value)),
          ...added.map((value) => correction('additional-name', value)),
        ]);
        expect(corrected.identities.every((identity) => identity.names.length > 0)).toBe(true);
      }),
    );
  });
});
