import { defineProblems } from '../../platform/problem.ts';

/** Refusals of the decisions room. */
export const DECISIONS_PROBLEMS = defineProblems({
  'no-organisation': {
    status: 409,
    title: 'This node is in no organisation, which could decide anything',
    remedy: 'Its operator joins one: docs/operating/register.md.',
  },
  'unknown-proposal': {
    status: 404,
    title: 'There is no such act on its way',
    remedy: 'List those there are (`entente register pending`); one that follows another act than the newest is over.',
  },
});
