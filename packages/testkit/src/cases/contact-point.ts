import type { CasePage, CaseView } from '@entente/contracts/cases';
import type { LightMyRequestResponse } from 'fastify';
import { type Browser, purposeHeaders } from '../node.ts';

/** The purpose of everything a contact point does with cases. */
export const FOR_CASES = purposeHeaders('alert-management', 'criminal-procedure');

/** Asks the cases room for something, as a signed-in officer with the purpose stated. */
export function askCases(
  browser: Browser,
  method: 'GET' | 'POST',
  path: string,
  payload?: object,
): Promise<LightMyRequestResponse> {
  return browser.ask({ method, url: `/api/cases${path}`, headers: FOR_CASES, ...(payload && { payload }) });
}

/** The same where it must succeed. */
export async function mustCases<Body = CaseView>(
  browser: Browser,
  method: 'GET' | 'POST',
  path: string,
  payload?: object,
): Promise<Body> {
  const answer = await askCases(browser, method, path, payload);
  if (answer.statusCode < 300) return answer.json<Body>();
  throw new Error(`${method} ${path} was answered ${answer.statusCode}: ${answer.body.slice(0, 800)}`);
}

/** The case on an alert, as this contact point has it; undefined where there is none. */
export async function caseOn(browser: Browser, reference: string): Promise<CaseView | undefined> {
  const { cases } = await mustCases<CasePage>(browser, 'GET', '?limit=200');
  const found = cases.find(({ alert }) => alert.reference === reference);
  return found && (await mustCases(browser, 'GET', `/${found.id}`));
}
