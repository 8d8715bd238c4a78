import type { Review } from '@entente/contracts/alerts/alert';

/** An approval with all five answers, each with reasons, that every rule of the review accepts. */
export function lawfulReview(revision = 1): Review {
  return {
    revision,
    decision: 'approve',
    reasons: 'The warrant was seen, the ground is the act itself.',
    answers: {
      neutral: { answer: true, reasons: 'The charge is an act with a victim and a place.' },
      protection: { answer: false, reasons: 'Asked of the migration service on the same day.' },
      deathPenalty: { answer: false, reasons: 'The article carries imprisonment only.' },
      tortureRisk: { answer: false, reasons: 'No grounds were found.' },
      dualCriminality: { answer: true, reasons: 'An offence in every member’s criminal law.' },
    },
  };
}
