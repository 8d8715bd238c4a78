import { expect, test } from 'vitest';
import { hearNodeTime, nodeNow } from './node-clock.ts';

const NOON = Date.parse('2026-11-12T12:00:00Z');
const TOLD = 'Thu, 12 Nov 2026 12:00:00 GMT';

test('a desk whose clock is right goes by it', () => {
  hearNodeTime(TOLD, NOON + 400);
  expect(nodeNow(NOON + 400)).toBe(NOON + 400);
});

test('a desk whose clock is ten minutes slow still sees the node’s time', () => {
  hearNodeTime(TOLD, NOON - 600_000);
  expect(Math.abs(nodeNow(NOON - 600_000) - NOON)).toBeLessThanOrEqual(500);
});

test('once the clock is put right, so is the time shown', () => {
  hearNodeTime(TOLD, NOON - 600_000);
  hearNodeTime(TOLD, NOON);
  expect(nodeNow(NOON)).toBe(NOON);
});

test('an answer without a time changes nothing', () => {
  hearNodeTime(TOLD, NOON);
  hearNodeTime(null, NOON);
  hearNodeTime('soon', NOON);
  expect(nodeNow(NOON)).toBe(NOON);
});
