import type { InquirySummary, InquiryView } from '@entente/contracts/cases/inquiries';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import { type Asking, attribution, readDisplayNames } from '../../../access/index.ts';
import { findAlertByReference } from '../../../alerts/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import { viewSent } from '../../../exchange/index.ts';
import type { Inquiry } from '../../model/inquiry.ts';
import { askAboutWork } from '../../policy.ts';
import { openDecisions, whyUndecidable } from '../../rules/inquiry-steps.ts';
import type { PlainInquiry } from '../../store/inquiries.ts';
import type { CasesParts } from '../parts.ts';
import { whatWouldLeave } from './what-would-leave.ts';

/** Inquiries as lists show them. */
export async function summariseInquiries(
  db: Database | Tx,
  inquiries: readonly PlainInquiry[],
): Promise<InquirySummary[]> {
  const names = await readDisplayNames(db, [...new Set(inquiries.flatMap(({ officer }) => officer ?? []))]);
  const sent = await viewSent(
    db,
    inquiries.flatMap(({ outbox }) => outbox ?? []),
  );
  return inquiries.map(({ id, side, other, reference, category, decision, officer, outbox, ...moments }) => ({
    ...{ id, side, other: other.state, reference, category, decision },
    askedAt: moments.askedAt.toISOString(),
    decidedAt: moments.decidedAt?.toISOString() ?? null,
    recalledAt: moments.recalledAt?.toISOString() ?? null,
    expiresAt: moments.expiresAt.toISOString(),
    officer: officer === null ? null : { id: officer, name: names.get(officer) ?? '' },
    delivery: outbox === null ? null : (sent.get(outbox)?.state ?? 'waiting'),
  }));
}

/** Shows an inquiry as a whole, and records the look. */
export async function viewInquiry(tx: Tx, parts: CasesParts, asking: Asking, inquiry: Inquiry): Promise<InquiryView> {
  const { id, side, alert, personal } = inquiry;
  await recordEvent(tx, {
    ...attribution(asking),
    at: parts.clock.now(),
    event: 'cases.inquiry-read',
    outcome: 'done',
    subject: { kind: 'inquiry', ref: id },
    facts: { side, ...(alert !== null && { alert }) },
  });
  const [summary] = await summariseInquiries(tx, [inquiry]);
  const found = alert !== null && side === 'owning' ? await findAlertByReference(tx, alert) : undefined;
  const decides = whyUndecidable(inquiry) === undefined && parts.access.decide(askAboutWork(asking)).allowed;
  const leaving = decides ? await whatWouldLeave(tx, parts, inquiry) : undefined;
  const withheld = leaving && 'withheld' in leaving ? leaving.withheld : undefined;
  return {
    ...summary!,
    case: personal.case,
    words: personal.words ?? null,
    answerWords: personal.answerWords ?? null,
    about: personal.about ?? null,
    alert: found && alert !== null ? { id: found.id, reference: alert } : null,
    told: personal.told ?? null,
    wouldTell: leaving && 'told' in leaving ? leaving.told : null,
    withheld: withheld ?? null,
    may: decides ? openDecisions(inquiry, withheld) : [],
  };
}
