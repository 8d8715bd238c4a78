import type { Tx } from '../../../../platform/database/database.ts';
import { listInForce } from '../../../alerts/index.ts';
import { type Attribution, recordEvent } from '../../../audit/index.ts';
import { withoutTold } from '../../rules/without-told.ts';
import { deleteInquiries, listTold, lockInquiry, updateInquiry } from '../../store/inquiries.ts';
import type { CasesParts } from '../parts.ts';
import { sendToOther } from '../send-to-other.ts';

const BY_THE_NODE: Attribution = { actor: { kind: 'node', id: 'node' } };

export type EndingParts = { exchange: Pick<CasesParts['exchange'], 'send' | 'eraseAbout'> };

/** Takes back what was told of alerts that are in force no longer: here, in what envelopes say, and at who was told. Returns how many. */
export async function recallTold(tx: Tx, parts: EndingParts, now: Date): Promise<number> {
  const told = await listTold(tx);
  const inForce = await listInForce(tx, [...new Set(told.map(({ alert }) => alert))]);
  const ended = told.filter(({ alert }) => !inForce.has(alert));
  for (const { id, alert } of ended) {
    const inquiry = await lockInquiry(tx, id);
    if (!inquiry || inquiry.recalledAt) continue;
    await parts.exchange.eraseAbout(tx, id, null);
    const outbox = await sendToOther(tx, parts, inquiry.other, 'cases.content-recalled', { inquiry: id });
    await updateInquiry(tx, { ...withoutTold(inquiry), recalledAt: now, outbox });
    await recordEvent(tx, {
      ...BY_THE_NODE,
      at: now,
      event: 'cases.content-recalled',
      outcome: 'done',
      subject: { kind: 'inquiry', ref: id },
      facts: { to: inquiry.other.node, alert },
    });
  }
  return ended.length;
}

/** Erases inquiries that have come to their term, with what envelopes said of them. Returns how many. */
export async function eraseInquiries(tx: Tx, { exchange }: EndingParts, now: Date): Promise<number> {
  const erased = await deleteInquiries(tx, now);
  for (const { id, node } of erased) {
    await exchange.eraseAbout(tx, id, null);
    await exchange.eraseAbout(tx, id, node);
  }
  if (erased.length > 0) {
    const facts = { inquiries: erased.length };
    await recordEvent(tx, { ...BY_THE_NODE, at: now, event: 'cases.inquiries-erased', outcome: 'done', facts });
  }
  return erased.length;
}
