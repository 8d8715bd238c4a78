import { defineProblems } from '../../platform/problem.ts';

/** Why a check is not answered at all; an input that cannot be read is an answer, not a problem. */
export const SCREENING_PROBLEMS = defineProblems({
  'index-not-ready': {
    status: 503,
    title: 'The lists are not loaded yet, or have not been current for some seconds',
    remedy: 'Try again in a moment; `/readyz` says when the node answers. Until then check by other means.',
  },
});
