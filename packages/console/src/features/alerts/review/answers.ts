import type { Review, ReviewAnswers } from '@entente/contracts/alerts/alert';
import { QUESTIONS } from './questions.ts';

/** A question as far as it is answered. */
export interface Answering {
  answer?: boolean;
  reasons: string;
}

type Key = (typeof QUESTIONS)[number]['key'];

/** What the reviewer has written so far. */
export interface Reviewing {
  decision: Review['decision'] | '';
  reasons: string;
  answers: Partial<Record<Key, Answering>>;
  suspectTerms: string;
}

export const UNREVIEWED: Reviewing = { decision: '', reasons: '', answers: {}, suspectTerms: '' };

/** The review as it is sent: questions without an answer are left out, for the rules to ask for. */
export function toReview(revision: number, { decision, reasons, answers, suspectTerms }: Reviewing): Review {
  const given: ReviewAnswers = {};
  for (const { key } of QUESTIONS) {
    const { answer, reasons: because } = answers[key] ?? { reasons: '' };
    if (answer !== undefined) given[key] = { answer, reasons: because.trim() };
  }
  if (suspectTerms.trim() !== '') given.suspectTerms = suspectTerms.trim();
  return { revision, decision: decision || 'return', reasons: reasons.trim(), answers: given };
}
