import type { AlertView, Assessment } from '@entente/contracts/alerts/alert';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Assessor } from './assessor.ts';
import { DraftKeeper } from './draft-keeper.ts';

function alertWith(revision: number, content: object): AlertView {
  return { revision, current: null, pendingVersion: { state: 'draft', content } } as unknown as AlertView;
}

const MISSING: Assessment = {
  refusals: [{ rule: 'legal-basis-missing', pointer: '/ground/legalBasis' }],
  suspectTerms: [],
  alike: [],
};

function weighing(ask: () => Promise<Assessment>) {
  const content = { category: 'object-sought', subject: { kind: 'vehicle' }, ground: {} };
  const keeper = new DraftKeeper(alertWith(1, content), {
    save: async (draft) => alertWith(draft.revision + 1, draft.content),
    onAnswer: () => {},
  });
  return { keeper, assessor: new Assessor(keeper, ask) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('nothing is said of a field while the press that left it lasts', async () => {
  const { keeper, assessor } = weighing(async () => MISSING);
  keeper.change('/note', 'Grey');
  const left = assessor.leave('/note');
  await vi.advanceTimersByTimeAsync(100);
  expect(assessor.found.get()).toMatchObject({ left: [], refusals: null });
  await vi.advanceTimersByTimeAsync(400);
  await left;
  expect(assessor.found.get()).toMatchObject({ left: ['/note'], refusals: MISSING.refusals });
});

test('a field left as it was asks no second time', async () => {
  const ask = vi.fn(async () => MISSING);
  const { assessor } = weighing(ask);
  await assessor.assess();
  const left = assessor.leave('/note');
  await vi.advanceTimersByTimeAsync(400);
  await left;
  expect(ask).toHaveBeenCalledTimes(1);
});

test('the rules being away loses nothing and is told', async () => {
  const failure = new Error('away');
  const { assessor } = weighing(async () => {
    throw failure;
  });
  await assessor.assess();
  expect(assessor.found.get()).toMatchObject({ refusals: null, failure });
});

test('a submission that was tried shows everything that is wrong', () => {
  const { assessor } = weighing(async () => MISSING);
  assessor.showAll(MISSING.refusals);
  expect(assessor.found.get()).toMatchObject({ tried: true, refusals: MISSING.refusals });
});
