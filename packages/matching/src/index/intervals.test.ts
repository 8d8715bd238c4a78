import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Intervals } from './intervals.ts';

const write = (number: number) => String(number).padStart(6, '0');

describe('intervals', () => {
  test('answer as a list that is looked through would, whatever was added and removed', () => {
    const bounds = fc
      .tuple(fc.nat(40), fc.nat(15))
      .map(([from, more]): [string, string] => [write(from), write(from + more)]);
    const step = fc.record({ bounds, value: fc.nat(5), remove: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const tree = new Intervals<number>();
        const list = new Map<string, { from: string; to: string; value: number }>();
        for (const {
          bounds: [from, to],
          value,
          remove,
        } of steps) {
          const key = `${from} ${to} ${value}`;
          if (remove) {
            tree.remove(from, to, value);
            list.delete(key);
          } else {
            tree.add(from, to, value);
            list.set(key, { from, to, value });
          }
        }
        expect(tree.isEmpty).toBe(list.size === 0);
        for (let point = 0; point <= 56; point++) {
          const expected = [...list.values()].filter(({ from, to }) => from <= write(point) && write(point) <= to);
          expect(tree.containing(write(point)).toSorted()).toEqual(expected.map(({ value }) => value).toSorted());
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['ascending', (at: number) => at],
    ['descending', (at: number) => 99_999 - at],
  ])('a hundred thousand entered in %s order make no deep tree', (_, placeOf) => {
    const tree = new Intervals<number>();
    // A tree as deep as it has nodes would end in a stack overflow.
    for (const at of Array.from({ length: 100_000 }, (_, nth) => placeOf(nth))) tree.add(write(at), write(at + 2), at);
    expect(tree.containing(write(50_000)).toSorted()).toEqual([49_998, 49_999, 50_000]);
    for (let at = 0; at < 100_000; at++) tree.remove(write(at), write(at + 2), at);
    expect(tree.isEmpty).toBe(true);
  });
});
