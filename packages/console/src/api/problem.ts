import type { Problem } from '@entente/contracts/problem';

/** What the node refused, as it said it; or that it did not answer at all (`status` 0, code `unreachable`). */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** Seconds after which the node takes the same request again, where it said so. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

export function unreachable(): ProblemError {
  return new ProblemError({ type: 'about:blank', title: 'unreachable', status: 0, code: 'unreachable' });
}

/** The problem in a refused response; a body that is no problem (a proxy's page) still gets a code. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const retry = Number(response.headers.get('retry-after'));
  const retryAfter = Number.isFinite(retry) && retry > 0 ? retry : undefined;
  if (response.headers.get('content-type')?.includes('json')) {
    try {
      const body = (await response.json()) as Partial<Problem>;
      if (typeof body.code === 'string' && typeof body.title === 'string') {
        return new ProblemError({ type: 'about:blank', status: response.status, ...body } as Problem, retryAfter);
      }
    } catch {
      // Falls through: cut short or not JSON after all.
    }
  }
  const code = response.status >= 502 && response.status <= 504 ? 'unreachable' : 'unexpected';
  return new ProblemError(
    { type: 'about:blank', title: response.statusText, status: response.status, code },
    retryAfter,
  );
}
