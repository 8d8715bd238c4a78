import type { InquiryView } from '@entente/contracts/cases/inquiries';
import type { CaseRule } from '@entente/contracts/cases/rules';
import type { Inquiry } from '../model/inquiry.ts';

/** What stands around an inquiry at its owner when it is decided. */
export interface Around {
  /** The alert is in force. */
  inForce: boolean;
  /** It answers the asking state still. */
  answers: boolean;
  /** Neither the asking member nor the channel with it is suspended. */
  open: boolean;
}

/** The rule by which nothing of the alert is told now; undefined where it may be. */
export function whyWithheld({ inForce, answers, open }: Around): CaseRule | undefined {
  if (!inForce) return 'alert-not-in-force';
  if (!answers) return 'not-for-that-state';
  return open ? undefined : 'no-channel';
}

/** The rule against any decision. */
export function whyUndecidable({ side, decision }: Pick<Inquiry, 'side' | 'decision'>): CaseRule | undefined {
  if (side !== 'owning') return 'owner-decides';
  return decision === null ? undefined : 'decided-before';
}

/** What an officer may do, as far as rules go. */
export function openDecisions(
  inquiry: Pick<Inquiry, 'side' | 'decision'>,
  withheld: CaseRule | undefined,
): InquiryView['may'] {
  if (whyUndecidable(inquiry)) return [];
  return withheld ? ['decline'] : ['confirm', 'decline'];
}
