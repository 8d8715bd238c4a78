import { describe, expect, test } from 'vitest';
import { openStep, progressOf } from './progress.ts';

const AT = '2026-11-25T20:00:00.000Z';

describe('how far a newcomer has come', () => {
  test('the next step is the first that was not done, whatever was done before its turn', () => {
    const progress = progressOf({
      steps: [
        { step: 'clean-traveller', doneAt: AT },
        { step: 'explained-hit', doneAt: null },
        { step: 'notice-printed', doneAt: AT },
        { step: 'trail-searched', doneAt: null },
      ],
    });
    expect(progress).toEqual({ done: 2, all: 4, next: 'explained-hit' });
  });

  test('once everything is done there is no next', () => {
    expect(progressOf({ steps: [{ step: 'trail-searched', doneAt: AT }] }).next).toBeUndefined();
  });
});

describe('the step that stands open', () => {
  test('is the next one', () => {
    expect(openStep('explained-hit', null)).toBe('explained-hit');
  });

  test('is the one the reader chose, or none, until the next step is done', () => {
    expect(openStep('explained-hit', { whileNext: 'explained-hit', step: 'trail-searched' })).toBe('trail-searched');
    expect(openStep('explained-hit', { whileNext: 'explained-hit', step: null })).toBeNull();
    expect(openStep('namesake-referred', { whileNext: 'explained-hit', step: 'trail-searched' })).toBe(
      'namesake-referred',
    );
  });

  test('is none once all are done', () => {
    expect(openStep(undefined, null)).toBeNull();
  });
});
