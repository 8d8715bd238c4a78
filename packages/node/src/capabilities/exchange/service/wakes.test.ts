import { expect, test } from 'vitest';
import { createWakes } from './wakes.ts';

test('a wake ends the wait of everybody who waits, and time ends it without one', async () => {
  const wakes = createWakes();
  const never = new AbortController().signal;
  const waiting = [wakes.wait(60_000, never), wakes.wait(60_000, never)];
  wakes.wake();
  await Promise.all(waiting);
  await wakes.wait(1, never);
});

test('wakes that come close together are told once more, not once each, and the last is never lost', async () => {
  const wakes = createWakes();
  let told = 0;
  wakes.onWake(() => {
    told += 1;
  });
  for (let at = 0; at < 100; at++) wakes.wake();
  expect(told).toBe(1);
  await expect.poll(() => told).toBe(2);
});

test('whoever stops waiting is told no more', async () => {
  const wakes = createWakes();
  let told = 0;
  wakes.onWake(() => {
    told += 1;
  })();
  wakes.wake();
  expect(told).toBe(0);
  await wakes.wait(60_000, AbortSignal.abort());
});
