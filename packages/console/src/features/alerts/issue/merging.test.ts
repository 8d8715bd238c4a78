import { expect, test } from 'vitest';
import { findDisagreements, mergeTrees, usualSide } from './merging.ts';
import { textAt, withPart } from './tree.ts';

const base = {
  category: 'missing',
  subject: { kind: 'person', identities: [{ status: 'confirmed', names: [{ full: 'Asel' }], birthPlaces: [] }] },
  ground: { legalBasis: 'Law on search' },
  note: 'Seen in Taraz',
};
const mine = withPart(withPart(base, '/note', 'Seen in Taraz on 3 May'), '/ground/legalBasis', 'Law on search, art. 4');
const theirs = withPart(withPart(base, '/note', 'Seen in Shu'), '/subject/identities/0/birthPlaces', [
  'Taraz',
  'Zhambyl region',
]);

test('each field in which two officers differ is named, with who changed it', () => {
  expect(findDisagreements(base, mine, theirs).map(({ pointer, changedBy }) => [pointer, changedBy])).toEqual([
    ['/subject/identities/0/birthPlaces', 'them'],
    ['/ground/legalBasis', 'me'],
    ['/note', 'both'],
  ]);
});

test('merging by who changed what loses neither’s work', () => {
  const sides = Object.fromEntries(findDisagreements(base, mine, theirs).map((one) => [one.pointer, usualSide(one)]));
  const merged = mergeTrees(mine, theirs, sides);
  expect(textAt(merged, '/ground/legalBasis')).toBe('Law on search, art. 4');
  expect(textAt(merged, '/subject/identities/0/birthPlaces/1')).toBe('Zhambyl region');
  expect(textAt(merged, '/note')).toBe('Seen in Taraz on 3 May');
});

test('a field may be taken from the colleague even where both wrote', () => {
  expect(textAt(mergeTrees(mine, theirs, { '/note': 'theirs' }), '/note')).toBe('Seen in Shu');
});

test('identities that one side added are one field', () => {
  const more = withPart(base, '/subject/identities/1', { status: 'false', names: [] });
  expect(findDisagreements(base, base, more).map(({ pointer }) => pointer)).toEqual(['/subject/identities']);
});

test('equal texts have nothing to settle', () => {
  expect(findDisagreements(base, mine, mine)).toEqual([]);
});
