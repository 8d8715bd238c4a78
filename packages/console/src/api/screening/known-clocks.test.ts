import type { SecondLineSummary } from '@entente/contracts/screening/second-line';
import { beforeEach, expect, test } from 'vitest';
import { knownClocks, noteClocks } from './known-clocks.ts';

const clock: SecondLineSummary['clock'] = {
  since: '2026-11-12T09:00:00.000Z',
  warnAt: '2026-11-12T11:30:00.000Z',
  limitAt: '2026-11-12T12:00:00.000Z',
  state: 'running',
  stoppedAt: null,
};
const held = (id: string) => ({ id, traveller: `${id}•••`, clock, closedAt: null });
const ids = () => knownClocks.get().map(({ id }) => id);

beforeEach(() => noteClocks([], true));

test('a clock once seen is remembered until its case is seen to be over', () => {
  noteClocks([held('a'), held('b')]);
  noteClocks([{ ...held('a'), closedAt: '2026-11-12T10:00:00.000Z' }]);
  expect(ids()).toEqual(['b']);
});

test('a stopped clock, and a case without one, warn of nothing', () => {
  noteClocks([held('a')]);
  noteClocks([{ ...held('a'), clock: { ...clock, stoppedAt: '2026-11-12T10:00:00.000Z' } }]);
  noteClocks([{ ...held('b'), clock: null }]);
  expect(ids()).toEqual([]);
});

test('a whole list of open cases forgets those a colleague has closed', () => {
  noteClocks([held('a'), held('b')]);
  noteClocks([held('b')], true);
  expect(ids()).toEqual(['b']);
});
