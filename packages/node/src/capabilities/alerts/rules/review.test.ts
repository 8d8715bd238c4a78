import type { Review } from '@entente/contracts/alerts/alert';
import { REVIEW_RULES, type ReviewRule } from '@entente/contracts/alerts/rules';
import { lawfulContent } from '@entente/testkit/alerts/lawful';
import { lawfulReview } from '@entente/testkit/alerts/review';
import { describe, expect, test } from 'vitest';
import { PROJECT } from '../../../platform/config.ts';
import { loadMembership } from '../../membership/index.ts';
import { assessReview, REVIEW_CHECKS, type ReviewCircumstances } from './review.ts';

const membership = await loadMembership(`${PROJECT}/profiles/sco-2018`);
const categories = membership.categories();
const WHERE = { now: new Date('2026-12-01T07:30:00.000Z'), state: membership.stateByCode('KZ')! };

/** A review of a lawful alert, of whose version the second officer wrote nothing. */
function reviewOf(category: string, change: Partial<ReviewCircumstances> = {}): ReviewCircumstances {
  return {
    content: lawfulContent(categories.find(({ id }) => id === category)!, 3, WHERE),
    circumstances: {
      ...WHERE,
      categories,
      actions: membership.actions(),
      grounds: membership.grounds(),
      instruments: [],
      addressees: [],
      kind: 'issue',
    },
    authors: ['aigerim', 'timur'],
    reviewer: 'svetlana',
    suspectTerms: [],
    ...change,
  };
}

function approving(change: Partial<Review['answers']>): Review {
  const review = lawfulReview();
  return { ...review, answers: { ...review.answers, ...change } };
}

const WANTED = reviewOf('wanted-for-arrest');
const { tortureRisk: _, ...withoutTorture } = lawfulReview().answers;

/** For each rule, a review that it alone refuses. */
const EXAMPLES: Record<ReviewRule, { review: Review; at: ReviewCircumstances }> = {
  'own-review': { review: lawfulReview(), at: reviewOf('wanted-for-arrest', { reviewer: 'timur' }) },
  'reasons-missing': { review: { ...lawfulReview(), reasons: 'Seen. Approved.' }, at: WANTED },
  'neutrality-unanswered': { review: { ...lawfulReview(), answers: withoutTorture }, at: WANTED },
  'not-neutral': {
    review: approving({ neutral: { answer: false, reasons: 'The charge is a sermon.' } }),
    at: WANTED,
  },
  'protection-known': {
    review: approving({ protection: { answer: true, reasons: 'Refugee in a third state since 2021.' } }),
    at: WANTED,
  },
  'death-penalty-unassured': {
    review: approving({ deathPenalty: { answer: true, reasons: 'The court will surely be lenient in this.' } }),
    at: WANTED,
  },
  'torture-risk': {
    review: approving({ tortureRisk: { answer: true, reasons: 'A report names that remand prison.' } }),
    at: WANTED,
  },
  'no-dual-criminality': {
    review: approving({ dualCriminality: { answer: false, reasons: 'No offence in two of the members.' } }),
    at: WANTED,
  },
  'suspect-terms-unanswered': {
    review: lawfulReview(),
    at: reviewOf('wanted-for-arrest', { suspectTerms: ['newspaper'] }),
  },
};
const RULES = Object.keys(REVIEW_RULES) as ReviewRule[];

describe('a rule of the review', () => {
  test('stands in the contract if and only if the node holds it', () => {
    expect(Object.keys(REVIEW_CHECKS).sort()).toEqual([...RULES].sort());
  });

  test.each(RULES)('%s refuses its example, and it alone', (rule) => {
    const { review, at } = EXAMPLES[rule];
    expect(assessReview(review, at).map((refusal) => refusal.rule)).toEqual([rule]);
  });

  test.each(RULES)('%s taken out of the table, its example would be approved', (rule) => {
    const { review, at } = EXAMPLES[rule];
    const { [rule]: __, ...others } = REVIEW_CHECKS;
    expect(assessReview(review, at, others)).toEqual([]);
  });

  test.each(RULES)('%s gives every value its sentence speaks of', (rule) => {
    const { review, at } = EXAMPLES[rule];
    const values = assessReview(review, at)[0]!.values ?? {};
    for (const says of Object.values(REVIEW_RULES[rule].says)) {
      for (const [, name] of says.matchAll(/\{(\w+)\}/g)) expect(values).toHaveProperty(name!);
    }
  });
});

describe('the second officer', () => {
  test('approves with reasons and all five answers', () => {
    expect(assessReview(lawfulReview(), WANTED)).toEqual([]);
  });

  test('answers no five questions over a lost passport', () => {
    expect(assessReview({ ...lawfulReview(), answers: {} }, reviewOf('document-lost-stolen'))).toEqual([]);
  });

  test('approves over a death penalty where an assurance is named', () => {
    const reasons = 'Assurance of the Prosecutor General No. 12/4 of 3 November 2026.';
    expect(assessReview(approving({ deathPenalty: { answer: true, reasons } }), WANTED)).toEqual([]);
  });

  test('says in Chinese in ten characters what takes twenty letters', () => {
    expect(assessReview({ ...lawfulReview(), reasons: '令状已核实，依据为行为' }, WANTED)).toEqual([]);
    expect(assessReview({ ...lawfulReview(), reasons: '已核实，同意' }, WANTED)).toHaveLength(1);
  });

  test('gives no reason with dashes', () => {
    expect(assessReview({ ...lawfulReview(), reasons: '-'.repeat(60) }, WANTED)).toHaveLength(1);
  });

  test.each(['return', 'refuse'] as const)('needs only reasons to %s', (decision) => {
    const at = reviewOf('wanted-for-arrest', { suspectTerms: ['newspaper'] });
    const answers = { neutral: { answer: false, reasons: '' } };
    expect(assessReview({ ...lawfulReview(), decision, answers }, at)).toEqual([]);
    expect(assessReview({ ...lawfulReview(), decision, answers, reasons: '' }, at)).toHaveLength(1);
  });

  test('lets a protection claim stand where nobody is surrendered', () => {
    const at = reviewOf('inquiry-check');
    const review = approving({ protection: { answer: true, reasons: 'Claim made in May.' } });
    expect(assessReview(review, at)).toEqual([]);
  });
});
