import type { Refusal, Review } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import type { ReviewRule } from '@entente/contracts/alerts/rules';
import type { Breach, Circumstances } from './case.ts';

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

const LEAST_REASONS = 20;

/** Every rule of the review, by its id. */
export const REVIEW_CHECKS: Record<ReviewRule, ReviewCheck> = {
  'own-review': (_, { authors, reviewer }) => (authors.includes(reviewer) ? [{ pointer: '' }] : []),
  'reasons-missing': ({ reasons }) =>
    reasons.trim().length >= LEAST_REASONS ? [] : [{ pointer: '/reasons', values: { least: String(LEAST_REASONS) } }],
};

/** Every rule that a review breaks; pointers are into the review. Whether the content is still lawful is `assessContent`. */
export function assessReview(
  review: Review,
  at: ReviewCircumstances,
  checks: Partial<Record<ReviewRule, ReviewCheck>> = REVIEW_CHECKS,
): Refusal[] {
  return Object.entries(checks).flatMap(([rule, check]) => check(review, at).map((breach) => ({ rule, ...breach })));
}
