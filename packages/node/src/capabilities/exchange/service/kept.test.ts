import { expect, test } from 'vitest';
import { createKept } from './kept.ts';

test('what was kept is taken once', () => {
  const kept = createKept<string>();
  kept.keep('a', 'one', 10);
  kept.keep('a', 'two', 10);
  expect(kept.take('a')).toBe('two');
  expect(kept.take('a')).toBeUndefined();
});

test('no more than so many bytes are kept, what came first stays, and what is taken makes room', () => {
  const kept = createKept<string>(25);
  for (const key of ['a', 'b', 'c']) kept.keep(key, key, 10);
  expect(kept.take('c')).toBeUndefined();
  expect(kept.take('a')).toBe('a');
  kept.keep('c', 'c', 10);
  expect(kept.take('c')).toBe('c');
  expect(kept.take('b')).toBe('b');
});

test('what nobody takes within a minute makes room for what comes later', () => {
  let now = 0;
  const kept = createKept<string>(25, () => now);
  kept.keep('a', 'a', 20);
  now = 59_999;
  kept.keep('b', 'b', 20);
  expect(kept.take('b')).toBeUndefined();
  now = 60_000;
  kept.keep('b', 'b', 20);
  expect(kept.take('b')).toBe('b');
  expect(kept.take('a')).toBeUndefined();
});
