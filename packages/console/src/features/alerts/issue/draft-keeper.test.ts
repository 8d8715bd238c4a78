import type { AlertView, SavedDraft } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from '../../../api/problem.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { textAt } from './tree.ts';

const CONTENT: AlertContent = {
  category: 'object-sought',
  subject: { kind: 'vehicle', plate: '123 ABC 02' },
  ground: {},
};

function alertWith(revision: number, content: AlertContent = CONTENT): AlertView {
  return {
    revision,
    current: null,
    pendingVersion: { number: 1, kind: 'issue', state: 'draft', content },
  } as unknown as AlertView;
}

function refusedWith(code: string, current?: AlertView): ProblemError {
  return new ProblemError({ type: 'about:blank', title: code, status: 409, code, current });
}

/** A node that answers as told, one answer a request. */
function keeping(...answers: ((draft: SavedDraft) => AlertView)[]) {
  const sent: SavedDraft[] = [];
  const keeper = new DraftKeeper(alertWith(1), {
    save: async (draft) => {
      sent.push(draft);
      return answers[sent.length - 1]!(draft);
    },
    onAnswer: () => {},
  });
  return { keeper, sent };
}

const accept = (draft: SavedDraft) => alertWith(draft.revision + 1, draft.content);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a draft is saved a moment after the last key, once', async () => {
  const { keeper, sent } = keeping(accept);
  keeper.change('/note', 'Grey');
  keeper.change('/note', 'Grey saloon');
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent).toMatchObject([{ revision: 1, content: { note: 'Grey saloon' } }]);
  expect(keeper.kept.get()).toMatchObject({ state: 'saved', alert: { revision: 2 } });
});

test('leaving a field saves at once, and an unchanged draft is not sent', async () => {
  const { keeper, sent } = keeping(accept);
  expect(await keeper.save()).toBe(true);
  keeper.change('/note', 'Grey');
  expect(await keeper.save()).toBe(true);
  expect(sent).toHaveLength(1);
});

test('what is typed while a save is under way goes with the next, under the newer revision', async () => {
  const { keeper, sent } = keeping((draft) => {
    keeper.change('/note', 'Grey saloon');
    return accept(draft);
  }, accept);
  keeper.change('/note', 'Grey');
  await vi.advanceTimersByTimeAsync(4_000);
  expect(sent).toMatchObject([
    { revision: 1, content: { note: 'Grey' } },
    { revision: 2, content: { note: 'Grey saloon' } },
  ]);
});

test('a node that is away loses nothing: the draft is tried again by itself', async () => {
  const { keeper, sent } = keeping(() => {
    throw refusedWith('unreachable');
  }, accept);
  keeper.change('/note', 'Grey');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(keeper.kept.get().state).toBe('failed');
  await vi.advanceTimersByTimeAsync(6_000);
  expect(sent).toHaveLength(2);
  expect(keeper.kept.get().state).toBe('saved');
});

test('a colleague who saved meanwhile is shown, and nothing is sent until it is settled', async () => {
  const theirs = alertWith(5, { ...CONTENT, note: 'Green' });
  const { keeper, sent } = keeping(() => {
    throw refusedWith('edited-meanwhile', theirs);
  }, accept);
  keeper.change('/note', 'Grey');
  expect(await keeper.save()).toBe(false);
  keeper.change('/note', 'Grey saloon');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(1);
  expect(keeper.kept.get()).toMatchObject({ state: 'edited-meanwhile', theirs });
  expect(textAt(keeper.kept.get().tree, '/note')).toBe('Grey saloon');

  expect(await keeper.settle(keeper.kept.get().tree)).toBe(true);
  expect(sent[1]).toMatchObject({ revision: 5, content: { note: 'Grey saloon' } });
});

test('a change beside the text, such as a photograph, is no conflict', async () => {
  const { keeper, sent } = keeping(() => {
    throw refusedWith('edited-meanwhile', alertWith(2));
  }, accept);
  keeper.change('/note', 'Grey');
  await vi.advanceTimersByTimeAsync(4_000);
  expect(sent[1]).toMatchObject({ revision: 2, content: { note: 'Grey' } });
  expect(keeper.kept.get().state).toBe('saved');
});

test('a photograph waits for the text that is being saved, and takes the revision that came of it', async () => {
  const { keeper } = keeping(accept);
  keeper.change('/note', 'Grey');
  const saving = keeper.save();
  const revisions: number[] = [];
  await keeper.besides(async (revision) => {
    revisions.push(revision);
    return alertWith(revision + 1, { ...CONTENT, note: 'Grey' });
  });
  await saving;
  expect(revisions).toEqual([2]);
  expect(keeper.kept.get().alert.revision).toBe(3);
});
