import type { Candidate } from '@entente/contracts/screening';
import type { Tx } from '../../../../platform/database/database.ts';
import { loadAlertsInForce, loadSubjects } from '../../../alerts/index.ts';
import type { SecondLineCase } from '../../model/case.ts';
import type { ScreeningParts } from '../parts.ts';

const DAY = 86_400_000;

/** Until when the alert or the entry stands, as far as is known; undefined where it has ended since the check. */
export async function standsUntil(
  tx: Tx,
  { watch, membership }: ScreeningParts,
  { personal }: SecondLineCase,
  { key, source }: Candidate,
  now: Date,
): Promise<Date | undefined> {
  if (source.kind === 'alert') {
    const alert = (await loadAlertsInForce(tx, [source.alert])).get(source.alert);
    return alert && alert.expiresAt > now ? alert.expiresAt : undefined;
  }
  const subject = personal.subjects[key];
  const answers = [...watch.lists.keys()].some((list) => list === source.list);
  const listed = subject !== undefined && answers && (await loadSubjects(tx, [subject])).size > 0;
  // A list names no end: a pair is remembered as long as the case it comes from.
  return listed ? new Date(now.getTime() + membership.procedure().secondLineDays * DAY) : undefined;
}
