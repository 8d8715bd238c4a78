import type { InquiryView, NewDecision, Told } from '@entente/contracts/cases/inquiries';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { Inquiry } from '../../model/inquiry.ts';
import { whyUndecidable } from '../../rules/inquiry-steps.ts';
import { lockInquiry, updateInquiry } from '../../store/inquiries.ts';
import type { CasesParts } from '../parts.ts';
import { recordingRefusals, refuseBy } from '../refusal.ts';
import { sendToOther } from '../send-to-other.ts';
import { requireInquiry } from './read-inquiries.ts';
import { termOf } from './term.ts';
import { viewInquiry } from './view-inquiry.ts';
import { whatWouldLeave } from './what-would-leave.ts';

/** An officer of the owner confirms, and what stands in force is told; or declines, of which the asking side learns no more than his words. */
export async function decideInquiry(
  parts: CasesParts,
  asking: Asking,
  id: string,
  said: NewDecision,
): Promise<InquiryView> {
  return await recordingRefusals(parts, asking, { step: 'decide', id, kind: 'inquiry' }, () =>
    parts.db.transaction().execute(async (tx) => {
      const inquiry = requireInquiry(parts, asking, await lockInquiry(tx, id));
      const against = whyUndecidable(inquiry);
      if (against) refuseBy([{ rule: against, pointer: '' }]);
      const told = said.decision === 'confirmed' ? await requireTellable(tx, parts, inquiry) : undefined;
      const decided = await tell(tx, parts, asking, inquiry, { ...said, told });
      await updateInquiry(tx, decided);
      return await viewInquiry(tx, parts, asking, decided);
    }),
  );
}

async function requireTellable(tx: Tx, parts: CasesParts, inquiry: Inquiry): Promise<Told | undefined> {
  const leaving = await whatWouldLeave(tx, parts, inquiry);
  if ('told' in leaving) return leaving.told;
  refuseBy([{ rule: leaving.withheld, pointer: '/decision' }]);
  return undefined;
}

async function tell(
  tx: Tx,
  parts: CasesParts,
  asking: Asking,
  inquiry: Inquiry,
  { decision, reasons, words, told }: NewDecision & { told: Told | undefined },
): Promise<Inquiry> {
  const at = parts.clock.now();
  const expiresAt = termOf(parts, at);
  const answer = { ...(told && { told }), ...(words !== undefined && { words }) };
  const body = { inquiry: inquiry.id, decision, ...answer };
  const outbox = await sendToOther(tx, parts, inquiry.other, 'cases.content-told', body, { expiresAt });
  await recordEvent(tx, {
    ...attribution(asking),
    at,
    event: 'cases.content-decided',
    outcome: 'done',
    subject: { kind: 'inquiry', ref: inquiry.id },
    facts: { to: inquiry.other.node, alert: inquiry.alert ?? '', decision },
    parts: [{ name: 'reasons', text: reasons }, ...(words === undefined ? [] : [{ name: 'words', text: words }])],
  });
  return {
    ...inquiry,
    ...{ decision, outbox, expiresAt },
    decidedAt: at,
    officer: asking.officer.id,
    personal: {
      ...inquiry.personal,
      ...(told && { told }),
      ...(words !== undefined && { answerWords: words }),
    },
  };
}
