import type { AlertPage, AlertView, ReviewAnswers } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import type { LightMyRequestResponse } from 'fastify';
import { type Browser, purposeHeaders } from '../node.ts';

/** The purpose of everything an officer does with alerts. */
export const FOR_ALERTS = purposeHeaders('alert-management', 'criminal-procedure');

/** Answers under which nothing stands in an alert's way. */
export const CLEAR_ANSWERS: ReviewAnswers = {
  neutral: { answer: true, reasons: 'The file rests on what was done.' },
  protection: { answer: false, reasons: 'No claim is known to the migration service.' },
  deathPenalty: { answer: false, reasons: 'The articles named carry imprisonment only.' },
  tortureRisk: { answer: false, reasons: 'No ground to fear it is known.' },
  dualCriminality: { answer: true, reasons: 'The conduct is an offence in every member.' },
  suspectTerms: 'These words describe the place and are not the ground.',
};

/** Asks the alerts room for something, as a signed-in officer with the purpose stated. */
export function askAlerts(
  browser: Browser,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  payload?: object,
): Promise<LightMyRequestResponse> {
  return browser.ask({ method, url: `/api/alerts${path}`, headers: FOR_ALERTS, ...(payload && { payload }) });
}

/** The same where it must succeed. */
export async function mustAlerts<Body = AlertView>(
  browser: Browser,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  payload?: object,
): Promise<Body> {
  const answer = await askAlerts(browser, method, path, payload);
  if (answer.statusCode < 300) return answer.json<Body>();
  throw new Error(`${method} ${path} was answered ${answer.statusCode}: ${answer.body.slice(0, 800)}`);
}

/** Drafts and submits; whoever is alike is considered. */
export async function submitAlert(author: Browser, content: AlertContent): Promise<AlertView> {
  return await handIn(author, await mustAlerts(author, 'POST', '', { content }));
}

/** Submits what is being written; whoever is alike is considered. */
export async function handIn(author: Browser, { id, revision }: AlertView): Promise<AlertView> {
  const { alike } = await mustAlerts<{ alike: { source: string; ref: string }[] }>(author, 'GET', `/${id}/assessment`);
  const considered = alike.map(({ source, ref }) => ({ source, ref, why: 'Born elsewhere, another father.' }));
  return await mustAlerts(author, 'POST', `/${id}/submission`, { revision, considered });
}

/** Approves what is in review. */
export async function approveAlert(reviewer: Browser, { id, revision }: AlertView): Promise<AlertView> {
  const reasons = 'Papers compared with the file; they agree.';
  return await mustAlerts(reviewer, 'POST', `/${id}/review`, {
    revision,
    decision: 'approve',
    reasons,
    answers: CLEAR_ANSWERS,
  });
}

/** Brings an alert into force: written by one officer, approved by another. */
export async function issueAlert(author: Browser, reviewer: Browser, content: AlertContent): Promise<AlertView> {
  return await approveAlert(reviewer, await submitAlert(author, content));
}

/** The first page of a search. */
export async function searchAlerts(browser: Browser, query: string): Promise<AlertPage> {
  return await mustAlerts<AlertPage>(browser, 'GET', `?${query}`);
}
