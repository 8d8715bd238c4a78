import type { CSRF_HEADER } from '@entente/contracts/access';
import { purposeHeaders } from './asking.ts';
import { signedInAgain } from './expiry.ts';
import { hearNodeTime } from './node-clock.ts';
import { problemOf, unreachable } from './problem.ts';
import { createStore } from './store.ts';

const CSRF: typeof CSRF_HEADER = 'entente-csrf';

/** The session's token against forged requests; set whenever a session is read. */
export const csrfToken = createStore<string | null>(null);
/** Whether the node answered the last request at all. */
export const reachable = createStore(true);

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  signal?: AbortSignal;
  accept?: string;
}

/** Sends one request to the node and parses its JSON answer; throws a `ProblemError` otherwise. */
export async function call<T>(path: string, options: Call = {}): Promise<T> {
  const response = await send(path, options);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** As `call`, for answers that are no JSON. A session that ran out is renewed over the page, once. */
export async function send(path: string, options: Call = {}): Promise<Response> {
  const response = await attempt(path, options);
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (response.status !== 401 || path.startsWith('/api/session')) throw problem;
  const stale = problem.problem.code === 'stale-sign-in';
  if (!(await signedInAgain(stale ? 'stale' : 'ended'))) throw problem;
  const second = await attempt(path, options);
  if (second.ok) return second;
  throw await problemOf(second);
}

/** The headers every request carries: purpose, and the token where something is changed. */
export function requestHeaders(method: string): Record<string, string> {
  const token = csrfToken.get();
  return { ...purposeHeaders(), ...(method !== 'GET' && token ? { [CSRF]: token } : {}) };
}

export function address(path: string, query: Call['query'] = {}): string {
  const given = Object.entries(query).filter((pair): pair is [string, string | number] => pair[1] !== undefined);
  if (given.length === 0) return path;
  return `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}

async function attempt(path: string, options: Call): Promise<Response> {
  const method = options.method ?? 'GET';
  try {
    const response = await fetch(address(path, options.query), {
      method,
      headers: {
        accept: options.accept ?? 'application/json',
        ...requestHeaders(method),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: options.body === undefined ? null : JSON.stringify(options.body),
      signal: options.signal ?? null,
      cache: 'no-store',
    });
    reachable.set(true);
    hearNodeTime(response.headers.get('date'));
    return response;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    reachable.set(false);
    throw unreachable();
  }
}
