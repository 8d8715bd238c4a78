import type { ReviewAnswers } from '@entente/contracts/alerts/alert';
import type { AlertRule } from '@entente/contracts/alerts/rules';

type Question = Exclude<keyof ReviewAnswers, 'suspectTerms'>;

/** The questions a named person answers before a person is arrested or controlled, with the rule each follows from. */
export const QUESTIONS = [
  { key: 'neutral', question: 'review.question.neutral', why: 'review.question.neutral.why', rule: 'not-neutral' },
  {
    key: 'protection',
    question: 'review.question.protection',
    why: 'review.question.protection.why',
    rule: 'protection-known',
  },
  {
    key: 'deathPenalty',
    question: 'review.question.death-penalty',
    why: 'review.question.death-penalty.why',
    rule: 'death-penalty-unassured',
  },
  {
    key: 'tortureRisk',
    question: 'review.question.torture-risk',
    why: 'review.question.torture-risk.why',
    rule: 'torture-risk',
  },
  {
    key: 'dualCriminality',
    question: 'review.question.dual-criminality',
    why: 'review.question.dual-criminality.why',
    rule: 'no-dual-criminality',
  },
] as const satisfies { key: Question; question: string; why: string; rule: AlertRule }[];
