import { expect, test } from 'vitest';
import { toReview, UNREVIEWED } from './answers.ts';

test('a question without a yes or no is not sent as answered', () => {
  const review = toReview(4, {
    ...UNREVIEWED,
    decision: 'approve',
    reasons: ' The warrant was seen. ',
    answers: { neutral: { answer: true, reasons: ' An armed robbery. ' }, torture: { reasons: 'unsure' } } as never,
  });
  expect(review).toEqual({
    revision: 4,
    decision: 'approve',
    reasons: 'The warrant was seen.',
    answers: { neutral: { answer: true, reasons: 'An armed robbery.' } },
  });
});

test('a no is an answer', () => {
  const review = toReview(1, { ...UNREVIEWED, answers: { deathPenalty: { answer: false, reasons: 'Abolished.' } } });
  expect(review.answers).toEqual({ deathPenalty: { answer: false, reasons: 'Abolished.' } });
});

test('words on suspect terms go along only where there are any', () => {
  expect(toReview(1, { ...UNREVIEWED, suspectTerms: '  ' }).answers).toEqual({});
  expect(toReview(1, { ...UNREVIEWED, suspectTerms: 'The victim is a journalist.' }).answers).toEqual({
    suspectTerms: 'The victim is a journalist.',
  });
});
