import type { IntlShape } from 'react-intl';
import { ProblemError } from '../api/problem.ts';

/** Problems the console says in the reader's language; for any other the node's own words stand. */
const WORDS = {
  unreachable: { title: 'problem.unreachable', detail: 'problem.unreachable.detail' },
  unexpected: { title: 'problem.unexpected', detail: 'problem.unexpected.detail' },
} as const;

export interface ProblemWords {
  title: string;
  detail: string | undefined;
}

export function wordProblem(intl: IntlShape, error: unknown): ProblemWords {
  if (!(error instanceof ProblemError)) {
    return {
      title: intl.formatMessage({ id: 'problem.unexpected' }),
      detail: intl.formatMessage({ id: 'problem.unexpected.detail' }),
    };
  }
  const { code, title, detail } = error.problem;
  const known = WORDS[code as keyof typeof WORDS];
  if (!known) return { title, detail };
  const values = { seconds: error.retryAfter ?? 0, minutes: Math.max(1, Math.ceil((error.retryAfter ?? 0) / 60)) };
  return {
    title: intl.formatMessage({ id: known.title }, values),
    detail: intl.formatMessage({ id: known.detail }, values),
  };
}
