import type { AuditEvent } from '@entente/contracts/audit-events';
import type { ContentAsked, ContentRecalled, ContentTold } from '@entente/contracts/cases/envelopes';
import type { Tx } from '../../../platform/database/database.ts';
import { findAlertByReference } from '../../alerts/index.ts';
import { recordEvent } from '../../audit/index.ts';
import type { ReceivedEnvelope, Verdict } from '../../exchange/index.ts';
import type { Inquiry } from '../model/inquiry.ts';
import { stateOfNode } from '../rules/other-side.ts';
import { withoutTold } from '../rules/without-told.ts';
import { termOf } from '../service/inquiries/term.ts';
import type { CasesParts } from '../service/parts.ts';
import { findInquiry, insertInquiry, lockInquiry, updateInquiry } from '../store/inquiries.ts';
import { ACCEPTED, refuse } from './refusals.ts';

/** Another node asks to be told what its ask hit. Only a reference that was given to this very node, and is still kept, is one. */
export async function receiveContentAsked(
  parts: CasesParts,
  tx: Tx,
  { from, body, receivedAt: at }: ReceivedEnvelope<ContentAsked>,
): Promise<Verdict> {
  const { inquiry: id, reference, words } = body;
  const other = stateOfNode(parts.membership.standing(), from);
  const hit = other && (await parts.exchange.findAskHit(tx, from, reference));
  const alert = hit && (await findAlertByReference(tx, hit.alert));
  if (!other || !hit || alert?.owner !== parts.ownState) return refuse('cases.unknown-answer');
  const known = await findInquiry(tx, id);
  if (known) return isOf(known, 'owning', from) ? ACCEPTED : refuse('cases.unknown-answer');
  const inquiry: Inquiry = {
    ...{ id, side: 'owning', other, reference, alert: hit.alert, category: alert.category },
    ...{ officer: null, decision: null, decidedAt: null, recalledAt: null, outbox: null },
    askedAt: at,
    expiresAt: termOf(parts, at),
    personal: { case: body.case, about: hit.about, ...(words !== undefined && { words }) },
  };
  if (!(await insertInquiry(tx, inquiry))) return refuse('cases.asked-before');
  await record(tx, 'cases.content-inquired', { from, id, at }, { from, alert: hit.alert, reference });
  return ACCEPTED;
}

/** The owner has decided. What it told is kept no longer than it says itself. */
export async function receiveContentTold(
  parts: CasesParts,
  tx: Tx,
  { from, body, receivedAt: at, expiresAt }: ReceivedEnvelope<ContentTold>,
): Promise<Verdict> {
  const { inquiry: id, decision, told, words } = body;
  const inquiry = await lockInquiry(tx, id);
  if (!inquiry || !isOf(inquiry, 'asking', from) || inquiry.decision !== null) {
    return refuse('cases.unknown-inquiry');
  }
  if (!isTellable(parts, inquiry, body)) return refuse('cases.not-tellable');
  const own = termOf(parts, at);
  const theirs = expiresAt === undefined ? own : new Date(expiresAt);
  await updateInquiry(tx, {
    ...inquiry,
    decision,
    decidedAt: at,
    alert: told?.reference ?? null,
    category: told?.category ?? null,
    expiresAt: new Date(Math.min(theirs.getTime(), own.getTime())),
    personal: { ...inquiry.personal, ...(told && { told }), ...(words !== undefined && { answerWords: words }) },
  });
  await record(tx, 'cases.content-received', { from, id, at }, { decision });
  return ACCEPTED;
}

/** Content with a yes and none with a no, of an alert of the sender's own, of a category whose readers are known here. */
function isTellable({ membership }: CasesParts, { other }: Inquiry, { decision, told }: ContentTold): boolean {
  if (!told) return decision === 'not-confirmed';
  const isKnown = membership.categories().some(({ id }) => id === told.category);
  return decision === 'confirmed' && isKnown && told.reference.startsWith(`${other.state}-`);
}

/** The owner takes back what it told; one that is here no more is taken back already. */
export async function receiveContentRecalled(
  { exchange }: Pick<CasesParts, 'exchange'>,
  tx: Tx,
  { from, body: { inquiry: id }, receivedAt: at }: ReceivedEnvelope<ContentRecalled>,
): Promise<Verdict> {
  const inquiry = await lockInquiry(tx, id);
  if (!inquiry) return ACCEPTED;
  if (!isOf(inquiry, 'asking', from)) return refuse('cases.unknown-inquiry');
  if (inquiry.decision !== 'confirmed' || inquiry.recalledAt) return ACCEPTED;
  await updateInquiry(tx, { ...withoutTold(inquiry), recalledAt: at });
  await exchange.eraseAbout(tx, id, from);
  await record(tx, 'cases.content-recall-received', { from, id, at }, {});
  return ACCEPTED;
}

/** Nobody but the other side of an inquiry has a say in it. */
function isOf({ side, other }: Inquiry, expected: Inquiry['side'], from: string): boolean {
  return side === expected && other.node === from;
}

async function record(
  tx: Tx,
  event: AuditEvent,
  { from, id, at }: { from: string; id: string; at: Date },
  facts: Record<string, string>,
): Promise<void> {
  await recordEvent(tx, {
    ...{ actor: { kind: 'node', id: from }, at, event, outcome: 'done', facts },
    subject: { kind: 'inquiry', ref: id },
  });
}
