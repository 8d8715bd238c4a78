import { AlertContent } from '@entente/contracts/alerts/content';
import { arbitraryOf } from '@entente/testkit/contracts/arbitrary';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareContents } from './differences.ts';

const BEFORE: AlertContent = {
  category: 'missing',
  subject: {
    kind: 'person',
    identities: [
      {
        status: 'confirmed',
        names: [{ full: 'Асель Н.', kind: 'primary', quality: 'good', script: 'Cyrl' }],
        birthDates: [],
        birthPlaces: [],
        nationalities: ['KAZ'],
        documents: [],
      },
    ],
  },
  ground: { legalBasis: 'Law on search' },
  action: 'inform-person-missed',
};

// Many contents are made up, on machines that do much else.
describe('two versions', { timeout: 60_000 }, () => {
  test('that are alike differ in nothing, whatever the order of fields', () => {
    expect(compareContents(BEFORE, structuredClone(BEFORE))).toEqual([]);
    const { category, ...rest } = BEFORE;
    expect(compareContents(BEFORE, { ...rest, category })).toEqual([]);
  });

  test('show each field that differs, with what stood there before and after', () => {
    const after = structuredClone(BEFORE);
    delete after.action;
    after.note = 'Speaks slowly.';
    after.ground.legalBasis = 'Law on the search for persons';
    if (after.subject.kind === 'person') after.subject.identities[0]!.nationalities.push('RUS');
    expect(compareContents(BEFORE, after)).toEqual([
      { pointer: '/subject/identities/0/nationalities/1', before: null, after: 'RUS' },
      { pointer: '/ground/legalBasis', before: 'Law on search', after: 'Law on the search for persons' },
      { pointer: '/action', before: 'inform-person-missed', after: null },
      { pointer: '/note', before: null, after: 'Speaks slowly.' },
    ]);
  });

  test('about another kind of subject differ by every field of it', () => {
    const after: AlertContent = { ...BEFORE, subject: { kind: 'container', number: 'ABCU1234560' } };
    expect(compareContents(BEFORE, after).map(({ pointer }) => pointer)).toEqual([
      '/subject/kind',
      '/subject/identities',
      '/subject/number',
    ]);
  });

  test('differ backwards by the same fields, before and after exchanged', () => {
    const contents = arbitraryOf<AlertContent>(AlertContent);
    fc.assert(
      fc.property(contents, contents, (one, other) => {
        const forth = compareContents(one, other);
        const back = compareContents(other, one).map(({ pointer, before, after }) => ({
          pointer,
          before: after,
          after: before,
        }));
        const byPointer = (left: { pointer: string }, right: { pointer: string }) =>
          left.pointer < right.pointer ? -1 : 1;
        expect(back.sort(byPointer)).toEqual([...forth].sort(byPointer));
        expect(compareContents(one, one)).toEqual([]);
      }),
    );
  });
});
