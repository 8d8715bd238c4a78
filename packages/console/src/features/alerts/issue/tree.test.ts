import { expect, test } from 'vitest';
import { leavesOf, listAt, partAt, textAt, withPart } from './tree.ts';

const tree = { ground: { warrant: { number: '17' } }, subject: { marks: ['scar', 'limp'] } };

test('a part is found by its pointer, and what is not there is nothing', () => {
  expect(textAt(tree, '/ground/warrant/number')).toBe('17');
  expect(textAt(tree, '/ground/offence/description')).toBe('');
  expect(textAt(tree, '/ground/warrant')).toBe('');
  expect(listAt(tree, '/subject/marks')).toEqual(['scar', 'limp']);
  expect(partAt(tree, '/subject/marks/1')).toBe('limp');
});

test('a change leaves the tree before as it was', () => {
  const changed = withPart(tree, '/ground/warrant/number', '18');
  expect(textAt(changed, '/ground/warrant/number')).toBe('18');
  expect(textAt(tree, '/ground/warrant/number')).toBe('17');
});

test('what lies on the way to a part is made, lists where a number follows', () => {
  expect(withPart({}, '/subject/identities/0/names', [])).toEqual({ subject: { identities: [{ names: [] }] } });
});

test('taking a part away closes the gap in a list', () => {
  expect(withPart(tree, '/subject/marks/0', undefined)).toMatchObject({ subject: { marks: ['limp'] } });
  expect(withPart(tree, '/ground/warrant', undefined)).toMatchObject({ ground: {} });
});

test('leaves are what was really typed', () => {
  expect(leavesOf({ a: '', b: { c: 'x' }, d: [{ e: true }] })).toEqual([
    ['/b/c', 'x'],
    ['/d/0/e', true],
  ]);
});
