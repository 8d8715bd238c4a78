import type { Erasure, RecordView } from '@entente/contracts/audit';
import { ERASED_EVENT } from '@entente/crypto/log/leaf';
import type { Static } from 'typebox';
import { Problem } from '../../../platform/problem.ts';
import type { Attribution } from '../model.ts';
import { AUDIT_PROBLEMS } from '../problems.ts';
import { erasePart, findParts } from '../store/parts.ts';
import type { Audit } from './audit.ts';
import { requireRecord, viewRecord } from './read.ts';
import { recordEvent } from './record-event.ts';

/**
 * Erases a part's text and salt. A leaf of its own says which part of which record, on whose authority and
 * why; record, commitment and tree stay as they are, so that the log still verifies.
 */
export async function eraseText(
  audit: Audit,
  asking: Attribution,
  target: { record: string; part: string },
  { authority, reason }: Static<typeof Erasure>,
): Promise<RecordView> {
  return await audit.db.transaction().execute(async (tx) => {
    await requireRecord(tx, target.record);
    const parts = await findParts(tx, [target.record]);
    if (!parts.some(({ name }) => name === target.part)) throw new Problem(AUDIT_PROBLEMS['unknown-part']);
    const { id } = await recordEvent(tx, {
      ...asking,
      at: audit.clock.now(),
      event: ERASED_EVENT,
      outcome: 'done',
      subject: { kind: 'audit-record', ref: target.record },
      facts: { part: target.part, authority, reason },
    });
    // Of two that erase at once the second finds nothing left, and its leaf goes with its transaction.
    if (!(await erasePart(tx, target.record, target.part, id))) throw new Problem(AUDIT_PROBLEMS['part-erased']);
    return await viewRecord(audit, tx, target.record);
  });
}
