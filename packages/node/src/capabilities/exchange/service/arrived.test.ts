import { expect, test } from 'vitest';
import type { Opened } from '../model/arrivals.ts';
import { createArrived } from './arrived.ts';

const opened = (seq: number, length = 10) =>
  ({ envelope: { seq }, id: `id ${seq}`, packed: Buffer.alloc(length) }) as unknown as Opened;

test('what was stored is found by its number and id, of its peer alone, until it is applied', () => {
  const arrived = createArrived();
  arrived.keep('kz', [opened(1), opened(2), opened(3)]);
  expect(arrived.find('kz', 2, 'id 2')).toEqual(opened(2));
  expect(arrived.find('kz', 2, 'another')).toBeUndefined();
  expect(arrived.find('in', 2, 'id 2')).toBeUndefined();
  arrived.forget('kz', 2);
  expect(arrived.find('kz', 2, 'id 2')).toBeUndefined();
  expect(arrived.find('kz', 3, 'id 3')).toBeDefined();
});

test('no more than so many bytes are kept, and room is made again by what is applied', () => {
  const arrived = createArrived(25);
  arrived.keep('kz', [opened(1), opened(2), opened(3)]);
  expect(arrived.find('kz', 3, 'id 3')).toBeUndefined();
  arrived.keep('kz', [opened(2)]);
  arrived.forget('kz', 1);
  arrived.keep('kz', [opened(3)]);
  expect(arrived.find('kz', 3, 'id 3')).toBeDefined();
});
