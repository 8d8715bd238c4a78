import type { CheckAnswer, CheckRequest } from '@entente/contracts/screening';
import type { SecondLineView } from '@entente/contracts/screening/second-line';
import type { LightMyRequestResponse } from 'fastify';
import { type Browser, purposeHeaders } from '../node.ts';

/** The purpose of everything an officer does at the desk and in the second line. */
export const AT_THE_BORDER = purposeHeaders('border-check', 'border-law');
/** The purpose of oversight. */
export const FOR_OVERSIGHT = purposeHeaders('oversight', 'data-protection-law');

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Asks the screening room for something, with the purpose stated. */
export function askScreening(
  browser: Browser,
  method: Method,
  path: string,
  payload?: object,
  headers: Record<string, string> = AT_THE_BORDER,
): Promise<LightMyRequestResponse> {
  return browser.ask({ method, url: `/api/screening${path}`, headers, ...(payload && { payload }) });
}

/** The same where it must succeed. */
export async function mustScreening<Body = SecondLineView>(
  browser: Browser,
  method: Method,
  path: string,
  payload?: object,
  headers?: Record<string, string>,
): Promise<Body> {
  const answer = await askScreening(browser, method, path, payload, headers);
  if (answer.statusCode < 300) return answer.json<Body>();
  throw new Error(`${method} ${path} was answered ${answer.statusCode}: ${answer.body.slice(0, 800)}`);
}

/** Makes a check at the desk. */
export async function makeCheck(desk: Browser, request: CheckRequest): Promise<CheckAnswer> {
  return await mustScreening<CheckAnswer>(desk, 'POST', '/checks', request);
}

/** Takes a possible hit to the second line. */
export async function referHit(desk: Browser, { id }: CheckAnswer, held = false): Promise<SecondLineView> {
  const referral = { check: id, direction: 'entry', place: 'Invented crossing', held };
  return await mustScreening(desk, 'POST', '/referrals', referral);
}
