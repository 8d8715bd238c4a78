import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemory, HEADER } from './index-memory.ts';
import type { Lists } from './lists.ts';
import { openSpace } from './space.ts';

const NO_KEY = { place: 0, length: 0 };

/** What a list holds, read as a search reads it. */
function read(lists: Lists, list: number): number[] {
  lists.open(list);
  return [...lists.words.subarray(lists.from, lists.to)];
}

test('each list keeps its own numbers in order, whatever is added to the others', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { maxLength: 600 }), (steps) => {
      const { lists } = openSpace(createMemory());
      const made = [0, 1, 2, 3, 4].map((expected) => lists.make(NO_KEY, expected));
      const expected = made.map(() => [] as number[]);
      for (const [value, list] of steps.entries()) {
        lists.append(made[list]!, value);
        expected[list]!.push(value);
      }
      for (const list of made) expect(read(lists, list)).toEqual(expected[list]);
    }),
  );
});

test('blocks that are left are used again: a thousand lists in turn take little more than they hold', () => {
  const { lists, header } = openSpace(createMemory());
  for (let list = 0; list < 1000; list++) {
    lists.make(NO_KEY);
    for (let value = 0; value < 64; value++) lists.append(list, value);
  }
  expect(header.load(HEADER.blocks)).toBeLessThan(1000 * 64 * 1.2);
});

test('a block that somebody reads is not written to by others until he is done', () => {
  const memory = createMemory();
  const { lists } = openSpace(memory);
  const reader = openSpace(memory);
  const list = lists.make(NO_KEY);
  for (let value = 0; value < 4; value++) lists.append(list, value);
  reader.header.enter(0);
  reader.lists.refresh();
  reader.lists.open(list);
  const held = reader.lists.words.subarray(reader.lists.from, reader.lists.to);
  lists.append(list, 4);
  for (let other = 0; other < 500; other++) {
    const made = lists.make(NO_KEY);
    for (let value = 0; value < 9; value++) lists.append(made, 77);
  }
  expect([...held]).toEqual([0, 1, 2, 3]);
});
