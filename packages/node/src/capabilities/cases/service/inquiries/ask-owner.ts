import { randomUUID } from 'node:crypto';
import type { InquiryView, NewInquiry } from '@entente/contracts/cases/inquiries';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import { EXCHANGE_PROBLEMS } from '../../../exchange/index.ts';
import type { Inquiry } from '../../model/inquiry.ts';
import { CASES_PROBLEMS } from '../../problems.ts';
import { stateOfNode } from '../../rules/other-side.ts';
import { insertInquiry } from '../../store/inquiries.ts';
import type { CasesParts } from '../parts.ts';
import { recordingRefusals, refuseBy } from '../refusal.ts';
import { sendToOther } from '../send-to-other.ts';
import { termOf } from './term.ts';
import { viewInquiry } from './view-inquiry.ts';

/** Asks the owner that answered with a hit to tell what was hit: once for each reference, in the case of the ask. */
export async function askOwner(parts: CasesParts, asking: Asking, wish: NewInquiry): Promise<InquiryView> {
  const { node, reference, words } = wish;
  const caseReference = asking.caseReference;
  if (caseReference === undefined) throw new Problem(CASES_PROBLEMS['inquiry-without-case']);
  const standing = parts.membership.standing();
  const other = node === standing?.self ? undefined : stateOfNode(standing, node);
  if (!other) throw new Problem(EXCHANGE_PROBLEMS['unknown-receiver']);
  const id = randomUUID();
  return await recordingRefusals(parts, asking, { step: 'ask-owner', id, kind: 'inquiry' }, () =>
    parts.db.transaction().execute(async (tx) => {
      if (await parts.exchange.whyClosed(node)) refuseBy([{ rule: 'no-channel', pointer: '/node' }]);
      const at = parts.clock.now();
      const expiresAt = termOf(parts, at);
      const body = { inquiry: id, reference, case: caseReference, ...(words !== undefined && { words }) };
      const outbox = await sendToOther(tx, parts, other, 'cases.content-asked', body, { expiresAt });
      const inquiry: Inquiry = {
        ...{ id, side: 'asking', other, reference, alert: null, category: null, outbox, expiresAt },
        ...{ decision: null, decidedAt: null, recalledAt: null },
        askedAt: at,
        officer: asking.officer.id,
        personal: { case: caseReference, ...(words !== undefined && { words }) },
      };
      if (!(await insertInquiry(tx, inquiry))) refuseBy([{ rule: 'inquired-before', pointer: '/reference' }]);
      await recordEvent(tx, {
        ...attribution(asking),
        at,
        event: 'cases.content-asked',
        outcome: 'done',
        subject: { kind: 'inquiry', ref: id },
        facts: { to: node, reference },
        ...(words !== undefined && { parts: [{ name: 'words', text: words }] }),
      });
      return await viewInquiry(tx, parts, asking, inquiry);
    }),
  );
}
