import type { Inquiries, InquiryView } from '@entente/contracts/cases/inquiries';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { Inquiry } from '../../model/inquiry.ts';
import { CASES_PROBLEMS } from '../../problems.ts';
import { countUndecided, findInquiry, listInquiries } from '../../store/inquiries.ts';
import type { CasesParts } from '../parts.ts';
import { openCategories } from '../readable.ts';
import { summariseInquiries, viewInquiry } from './view-inquiry.ts';

/** They come to an end by themselves: whoever has more than these decides some first. */
const MOST = 200;

/** Inquiries on both sides; of whom they are about nothing is shown. */
export async function readInquiries(parts: CasesParts, asking: Asking): Promise<Inquiries> {
  return await parts.db.transaction().execute(async (tx) => {
    const categories = openCategories(parts, asking);
    const found = await listInquiries(tx, { categories, limit: MOST });
    const waiting = await countUndecided(tx, categories);
    await recordEvent(tx, {
      ...attribution(asking),
      at: parts.clock.now(),
      event: 'cases.inquiries-listed',
      outcome: 'done',
      facts: { waiting, shown: found.length },
    });
    return { inquiries: await summariseInquiries(tx, found), waiting };
  });
}

/** One as a whole; the look is recorded. */
export async function readInquiry(parts: CasesParts, asking: Asking, id: string): Promise<InquiryView> {
  return await parts.db
    .transaction()
    .execute(async (tx) => viewInquiry(tx, parts, asking, requireInquiry(parts, asking, await findInquiry(tx, id))));
}

/** The inquiry; throws alike for one that is not there and one whose category is not for this officer. */
export function requireInquiry(parts: CasesParts, asking: Asking, found: Inquiry | undefined): Inquiry {
  const isOpen = found && (found.category === null || openCategories(parts, asking).includes(found.category));
  if (found && isOpen) return found;
  throw new Problem(CASES_PROBLEMS['unknown-inquiry']);
}
