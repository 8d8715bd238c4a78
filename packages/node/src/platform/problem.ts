import type { Problem as ProblemDocument } from '@entente/contracts/problem';

/** One kind of refusal, by the name callers may switch on. */
export interface ProblemKind {
  code: string;
  status: number;
  title: string;
  /** What the caller can do about it, one sentence, for the reference page. */
  remedy: string;
}

/** One field that is refused; `rule` where a rule with a name of its own refuses it. */
export interface ProblemError {
  pointer: string;
  reason: string;
  rule?: string;
  values?: Record<string, string>;
}

/** What is particular to one occurrence. */
export interface ProblemDetails {
  /** One sentence for a person, without personal data. */
  detail?: string;
  errors?: ProblemError[];
  /** The thing as it is now, where somebody else changed it meanwhile; what the caller may see. */
  current?: unknown;
  headers?: Record<string, string>;
  cause?: unknown;
}

/** A refusal that is answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: ProblemError[] | undefined;
  readonly current: unknown;
  readonly headers: Record<string, string>;

  constructor(kind: ProblemKind, details: ProblemDetails = {}) {
    super(details.detail ?? kind.title, { cause: details.cause });
    this.name = 'Problem';
    this.code = kind.code;
    this.status = kind.status;
    this.title = kind.title;
    this.detail = details.detail;
    this.errors = details.errors;
    this.current = details.current;
    this.headers = details.headers ?? {};
  }
}

/** Names a room's problems; each key is the code. `const PROBLEMS = defineProblems({ 'unknown-list': { status: 404, … } })`. */
export function defineProblems<const Code extends string>(
  kinds: Record<Code, Omit<ProblemKind, 'code'>>,
): Record<Code, ProblemKind> {
  const named = Object.entries<Omit<ProblemKind, 'code'>>(kinds).map(([code, kind]) => [code, { code, ...kind }]);
  return Object.fromEntries(named) as Record<Code, ProblemKind>;
}

/** The document a caller receives; `instance` is the request's id, by which the operator finds it in the log. */
export function problemDocument(problem: Problem, requestId?: string): ProblemDocument {
  return {
    type: `urn:entente:problem:${problem.code}`,
    title: problem.title,
    status: problem.status,
    code: problem.code,
    ...(problem.detail !== undefined && { detail: problem.detail }),
    ...(requestId !== undefined && { instance: `urn:entente:request:${requestId}` }),
    ...(problem.errors && { errors: problem.errors }),
    ...(problem.current !== undefined && { current: problem.current }),
  };
}

/** Problems any request can meet. Rooms add their own in `capabilities/<room>/problems.ts`. */
export const PROBLEMS = defineProblems({
  'invalid-request': {
    status: 400,
    title: 'The request does not follow its contract',
    remedy: 'Correct the fields named in `errors`; `pointer` says where, `reason` why.',
  },
  'malformed-body': {
    status: 400,
    title: 'The body cannot be read',
    remedy: 'Send well-formed JSON in UTF-8, without `__proto__` or `constructor` keys.',
  },
  'malformed-request': {
    status: 400,
    title: 'The request is not well-formed HTTP',
    remedy: 'Send a well-formed HTTP/1.1 request.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are larger than this node takes',
    remedy: 'Send fewer or smaller headers and cookies.',
  },
  'wrong-host': {
    status: 421,
    title: 'This node does not answer to that host name',
    remedy: 'Use the address the node printed when it started, or set ENTENTE_PUBLIC_HOST.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here, or nothing for you',
    remedy: 'Check the address; absent and not permitted answer alike.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take that method',
    remedy: 'Use a method named in the `Allow` header.',
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long to arrive',
    remedy: 'Send it again on a better line.',
  },
  'too-large': {
    status: 413,
    title: 'The body is larger than this address takes',
    remedy: 'Send less at once.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'This address does not take that media type',
    remedy: 'Send `application/json`, or what the contract names.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    remedy: 'Wait as long as the `Retry-After` header says.',
  },
  'internal-error': {
    status: 500,
    title: 'The node failed to answer',
    remedy: 'Tell the operator the `instance`; the log names the cause under that id.',
  },
  'database-away': {
    status: 503,
    title: 'The database is away',
    remedy: 'Try again in a moment; `/readyz` says when the node is ready.',
  },
  stopping: {
    status: 503,
    title: 'The node is stopping',
    remedy: 'Try again in a moment.',
  },
});
