import type { AlertView, Assessment } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { CLEAR_ANSWERS } from '../../alerts/alert-desk.ts';
import type { HttpOfficer } from '../../demonstration/http-officer.ts';
import type { Desk } from './officers.ts';

const PURPOSE = 'alert-management';

/** A step of an officer's, over the network. */
async function step(officer: HttpOfficer, method: string, path: string, body?: object): Promise<AlertView> {
  return await officer.must<AlertView>(method, `/api/alerts${path}`, body, PURPOSE);
}

/** One officer writes, another approves: in force, and on its way to whom it is for. */
export async function issue(desk: Desk, content: AlertContent): Promise<AlertView> {
  return await handOver(desk, await step(desk.author, 'POST', '', { content }));
}

/** A note is added; the version passes a second officer like the first. */
export async function amend(desk: Desk, { id, revision, current }: AlertView, note: string): Promise<AlertView> {
  const opened = await step(desk.author, 'POST', `/${id}/versions`, { revision, kind: 'amendment' });
  const content = { ...current!.content, note };
  return await handOver(desk, await step(desk.author, 'PUT', `/${id}/draft`, { revision: opened.revision, content }));
}

export async function withdraw({ author }: Desk, { id, revision }: AlertView): Promise<AlertView> {
  const reasons = 'The person was heard; the alert has served its purpose.';
  return await step(author, 'POST', `/${id}/withdrawal`, { revision, why: 'purpose-achieved', reasons });
}

/** Erases an alert that has ended, here and at every holder. */
export async function erase({ author }: Desk, { id, revision }: AlertView): Promise<AlertView> {
  const reasons = 'Nothing of it is needed any more.';
  return await step(author, 'POST', `/${id}/deletion`, { revision, reasons });
}

export async function read({ author }: Desk, id: string): Promise<AlertView> {
  return await step(author, 'GET', `/${id}`);
}

async function handOver({ author, reviewer }: Desk, { id, revision }: AlertView): Promise<AlertView> {
  const { alike } = await author.must<Assessment>('GET', `/api/alerts/${id}/assessment`, undefined, PURPOSE);
  const considered = alike.map(({ source, ref }) => ({ source, ref, why: 'Born elsewhere, another father.' }));
  const submitted = await step(author, 'POST', `/${id}/submission`, { revision, considered });
  return await step(reviewer, 'POST', `/${id}/review`, {
    revision: submitted.revision,
    decision: 'approve',
    reasons: 'Papers compared with the file; they agree.',
    answers: CLEAR_ANSWERS,
  });
}
