import { expect, test } from 'vitest';
import { isSetOff, lastingNow } from './incident-state.ts';

test('nothing is to be put right in a demonstration as it began, nor in one without a committee', () => {
  expect(lastingNow({ committee: 'running', log: 'whole' })).toEqual([]);
  expect(lastingNow({ committee: null, log: null })).toEqual([]);
});

test('a stopped node and an altered log are each to be put right', () => {
  expect(lastingNow({ committee: 'stopped', log: 'altered' })).toEqual(['stop-committee', 'alter-log']);
  expect(lastingNow({ committee: 'starting', log: 'whole' })).toEqual(['stop-committee']);
});

test('what was sent by altered software leaves nothing to put right', () => {
  expect(isSetOff({ committee: 'stopped', log: 'altered' }, 'send-altered')).toBe(false);
});
