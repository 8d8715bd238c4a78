import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createIdSource, firstIdOf, momentOfId } from './uuid7.ts';

const moment = fc.date({ min: new Date(0), max: new Date(2 ** 47), noInvalidDate: true });

describe('ids in the order of time', () => {
  test('an id says version 7, variant 10, and its moment', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const id = createIdSource()(at);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(momentOfId(id)).toBe(at.getTime());
        expect(firstIdOf(at) <= id).toBe(true);
      }),
    );
  });

  test('the time stamp of the example in RFC 9562, appendix A.6', () => {
    expect(momentOfId('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')).toBe(Date.UTC(2022, 1, 22, 19, 22, 22));
    expect(momentOfId('919108f7-52d1-4320-9bac-f847db4148a8')).toBeUndefined();
  });

  test('a thousand ids of one millisecond stand in the order they were made', () => {
    const create = createIdSource();
    const at = new Date('2018-06-10T09:00:00.000Z');
    const ids = Array.from({ length: 1000 }, () => create(at));
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(1000);
    expect(ids.at(-1)! < firstIdOf(new Date(at.getTime() + 1))).toBe(true);
  });
});
