import type { Candidate } from '@entente/contracts/screening';
import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { expect, test } from 'vitest';
import { chosenOf, concernsOwner, isProtected, missingAnswer, NO_ANSWERS, withAnswers } from './report-answers.ts';

const view = { refugeePapers: false, given: [] } as unknown as SecondLineView;

test('the owner is concerned by an alert of another state, never by a list', () => {
  const met = (owner: string) => ({ source: { kind: 'alert', owner } }) as Candidate;
  expect(concernsOwner(met('IN'), ['KZ', 'KAZ'])).toBe(true);
  expect(concernsOwner(met('KZ'), ['KZ', 'KAZ'])).toBe(false);
  expect(concernsOwner({ source: { kind: 'list' } } as Candidate, ['KZ'])).toBe(false);
});

test('a claim now or before, and a refugee’s document, protect', () => {
  expect(isProtected(view, NO_ANSWERS)).toBe(false);
  expect(isProtected(view, { claims: true })).toBe(true);
  expect(isProtected({ ...view, refugeePapers: true }, NO_ANSWERS)).toBe(true);
  expect(isProtected({ ...view, given: [{ claimsProtection: true }] } as SecondLineView, NO_ANSWERS)).toBe(true);
});

test('silence without protection and a report despite it need a reason', () => {
  expect(missingAnswer(NO_ANSWERS, false)).toBe('choice');
  expect(missingAnswer({ ...NO_ANSWERS, choice: 'report' }, false)).toBeNull();
  expect(missingAnswer({ ...NO_ANSWERS, choice: 'report' }, true)).toBe('reason');
  expect(missingAnswer({ ...NO_ANSWERS, choice: 'do-not-report' }, false)).toBe('reason');
  expect(missingAnswer({ ...NO_ANSWERS, choice: 'do-not-report' }, true)).toBeNull();
});

test('words go to the owner only with a report', () => {
  const answers = { claims: true, choice: 'do-not-report', reason: 'His wish', words: 'Held' } as const;
  expect(chosenOf(answers)).toEqual({ choice: 'do-not-report', reason: 'His wish' });
  expect(withAnswers({ ...answers, choice: 'report' }, true)).toEqual({
    claimsProtection: true,
    report: { choice: 'report', reason: 'His wish', words: 'Held' },
  });
  expect(withAnswers(answers, false)).toEqual({ claimsProtection: true });
});
