import type { CasesParts } from '../parts.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Until when an inquiry is worth something that begins at a moment, or is decided then. */
export function termOf({ membership }: Pick<CasesParts, 'membership'>, from: Date): Date {
  return new Date(from.getTime() + membership.limits().exchange.inquiryDays * DAY_MS);
}
