import type { InquirySummary } from '@entente/contracts/cases/inquiries';
import type { MarkKind } from './mark.tsx';

/** How an inquiry after a hit stands, by one mark; on the page of asks and among the cases alike. */
export function markOfInquiry({ side, decision, recalledAt, delivery }: InquirySummary): MarkKind {
  if (recalledAt !== null) return 'recalled';
  if (decision === 'confirmed') return 'told';
  if (decision === 'not-confirmed') return 'not-confirmed';
  if (side === 'owning') return 'to-decide';
  return delivery === 'refused' || delivery === 'expired' ? delivery : 'with-owner';
}
