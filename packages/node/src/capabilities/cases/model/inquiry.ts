import type { InquiryDecision, Told } from '@entente/contracts/cases/inquiries';
import type { AskedAbout } from '@entente/contracts/exchange/asks';
import type { OtherSide } from './case.ts';

/** An owner asked to tell what an ask hit, as either of the two nodes keeps it. */
export interface Inquiry {
  /** Made by the asking node: the same on both. */
  id: string;
  side: 'asking' | 'owning';
  other: OtherSide;
  /** What the answer to the ask gave. */
  reference: string;
  /** The alert's reference and category; null at the asking side until it is told. */
  alert: string | null;
  category: string | null;
  askedAt: Date;
  /** Who asked here, or decided here. */
  officer: string | null;
  decision: InquiryDecision | null;
  decidedAt: Date | null;
  recalledAt: Date | null;
  expiresAt: Date;
  /** The row of the outbox that carried this side's word. */
  outbox: string | null;
  personal: InquiryPersonal;
}

/** What of it is about a person, or an officer's words; sealed as one. */
export interface InquiryPersonal {
  /** The case it was asked in. */
  case: string;
  words?: string;
  answerWords?: string;
  /** At the owner: whom or what was asked about. The asking side keeps nothing of it outside its log. */
  about?: AskedAbout;
  told?: Told;
}
