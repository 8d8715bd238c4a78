import type { ChecklistItem } from '@entente/contracts/screening/second-line';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ChecklistKeeper } from './checklist-keeper.ts';

const DOCUMENT: ChecklistItem = { item: 'document', finding: 'agrees' };
const MARKS: ChecklistItem = { item: 'marks', finding: 'differs' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a checklist is saved once the officer pauses, and only its newest state', async () => {
  const saved: ChecklistItem[][] = [];
  const keeper = new ChecklistKeeper([], async (checklist) => void saved.push(checklist));
  keeper.change([DOCUMENT]);
  keeper.change([DOCUMENT, MARKS]);
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved).toEqual([[DOCUMENT, MARKS]]);
  expect(keeper.kept.get().state).toBe('saved');
});

test('what is typed while a save is under way is saved after it, never before', async () => {
  const saved: ChecklistItem[][] = [];
  const held = Promise.withResolvers<void>();
  const keeper = new ChecklistKeeper([], async (checklist) => {
    saved.push(checklist);
    if (saved.length === 1) await held.promise;
  });
  keeper.change([DOCUMENT]);
  await vi.advanceTimersByTimeAsync(1_000);
  keeper.change([DOCUMENT, MARKS]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved).toHaveLength(1);
  held.resolve();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved).toEqual([[DOCUMENT], [DOCUMENT, MARKS]]);
  expect(keeper.kept.get().state).toBe('saved');
});

test('what could not be saved stays on the page and is saved with the next try', async () => {
  let away = true;
  const saved: ChecklistItem[][] = [];
  const keeper = new ChecklistKeeper([], async (checklist) => {
    if (away) throw new Error('the node is away');
    saved.push(checklist);
  });
  keeper.change([DOCUMENT]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(keeper.kept.get()).toMatchObject({ state: 'failed', checklist: [DOCUMENT] });
  away = false;
  await keeper.saveNow();
  expect(saved).toEqual([[DOCUMENT]]);
  expect(keeper.kept.get().state).toBe('saved');
});
