import type { Inquiry } from '../model/inquiry.ts';

/** The inquiry without what was told, whom it was about and what was said with it; that it was told, and when, stays. */
export function withoutTold(inquiry: Inquiry): Inquiry {
  return { ...inquiry, personal: { case: inquiry.personal.case } };
}
