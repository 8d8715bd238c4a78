import type { Refusal, Review, ReviewAnswers } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import type { ReviewRule } from '@entente/contracts/alerts/rules';
import { actionOf, type Breach, type Circumstances, categoryOf } from './case.ts';
import { breachIf, isBlank, lengthWritten } from './written.ts';

/** What a review is weighed by. */
export interface ReviewCircumstances {
  content: AlertContent;
  circumstances: Circumstances;
  /** Everyone who wrote in this version. */
  authors: readonly string[];
  reviewer: string;
  suspectTerms: readonly string[];
}

/** A rule of the review: every place where it is broken. */
export type ReviewCheck = (review: Review, at: ReviewCircumstances) => Breach[];

/** Shorter than this nobody has given a reason. */
const LEAST = 20;
const LEAST_REASONS = { least: String(LEAST), half: String(LEAST / 2) };

type Question = Exclude<keyof ReviewAnswers, 'suspectTerms'>;
const QUESTIONS: readonly Question[] = ['neutral', 'protection', 'deathPenalty', 'tortureRisk', 'dualCriminality'];

/** Every rule of the review, by its id. Returning or refusing needs reasons alone. */
export const REVIEW_CHECKS: Readonly<Record<ReviewRule, ReviewCheck>> = {
  'own-review': (_, { authors, reviewer }) => breachIf(authors.includes(reviewer), ''),

  'reasons-missing': ({ reasons }) => breachIf(!isReasoned(reasons), '/reasons', LEAST_REASONS),

  'neutrality-unanswered': ({ decision, answers }, at) => {
    if (decision !== 'approve' || !isFull(at)) return [];
    return QUESTIONS.flatMap((question) => {
      const answer = answers[question];
      if (!answer) return [{ pointer: `/answers/${question}` }];
      return breachIf(isBlank(answer.reasons), `/answers/${question}/reasons`);
    });
  },

  'not-neutral': whenApproved(({ answers }) => breachIf(answers.neutral?.answer === false, '/answers/neutral')),

  'protection-known': whenApproved(({ answers }, at) =>
    breachIf(answers.protection?.answer === true && isTransfer(at), '/answers/protection'),
  ),

  'death-penalty-unassured': whenApproved(({ answers }, at) => {
    const { answer, reasons = '' } = answers.deathPenalty ?? {};
    if (answer !== true || isBlank(reasons)) return [];
    return breachIf(isTransfer(at) && !namesDocument(reasons), '/answers/deathPenalty/reasons');
  }),

  'torture-risk': whenApproved(({ answers }) => breachIf(answers.tortureRisk?.answer === true, '/answers/tortureRisk')),

  'no-dual-criminality': whenApproved(({ answers }, at) =>
    breachIf(answers.dualCriminality?.answer === false && isTransfer(at), '/answers/dualCriminality'),
  ),

  'suspect-terms-unanswered': whenApproved(({ answers }, { suspectTerms }) => {
    const isAnswered = suspectTerms.length === 0 || isReasoned(answers.suspectTerms ?? '');
    return breachIf(!isAnswered, '/answers/suspectTerms', { terms: suspectTerms.join(', ') });
  }),
};

/** Every rule that a review breaks; pointers are into the review. Whether the content is lawful still is `assessContent`. */
export function assessReview(
  review: Review,
  at: ReviewCircumstances,
  checks: Partial<Record<ReviewRule, ReviewCheck>> = REVIEW_CHECKS,
): Refusal[] {
  return Object.entries(checks).flatMap(([rule, check]) => check(review, at).map((breach) => ({ rule, ...breach })));
}

function whenApproved(check: ReviewCheck): ReviewCheck {
  return (review, at) => (review.decision === 'approve' ? check(review, at) : []);
}

/** A category nobody knows any more is reviewed in full. */
function isFull({ content, circumstances }: ReviewCircumstances): boolean {
  return categoryOf(content, circumstances)?.review !== 'plain';
}

/** Whether what is asked for leads towards surrender; an action nobody knows is taken to. */
function isTransfer({ content, circumstances }: ReviewCircumstances): boolean {
  return actionOf(content, circumstances)?.transfers !== false;
}

function isReasoned(reasons: string): boolean {
  return !isBlank(reasons) && lengthWritten(reasons) >= LEAST;
}

/** An assurance is a document: it has a number or a date. */
function namesDocument(reasons: string): boolean {
  return isReasoned(reasons) && /\p{Nd}/u.test(reasons);
}
