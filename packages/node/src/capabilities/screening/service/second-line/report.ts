import type { AuditEvent } from '@entente/contracts/audit-events';
import type { NewReportChoice, ReportReview } from '@entente/contracts/screening/report';
import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { serialiseCanonical } from '@entente/crypto/canonical';
import type { Json } from '@entente/crypto/json';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { SecondLineCase, StoredReport, StoredVerdict } from '../../model/case.ts';
import { withReport } from '../../rules/case.ts';
import { isProtected } from '../../rules/protection.ts';
import { concernOf, keepChoice, refuseChoice, refuseNewChoice, refuseReview, reviewed } from '../../rules/report.ts';
import type { ScreeningParts } from '../parts.ts';
import { refuseBy } from '../refusal.ts';
import { changeCase } from './change-case.ts';
import { followUp } from './follow-up.ts';
import { standsUntil } from './stands-until.ts';

/** The second officer confirms or declines a choice. A report he confirms goes out in this transaction. */
export async function reviewReport(
  parts: ScreeningParts,
  asking: Asking,
  id: string,
  { revision, candidate, agrees, note }: ReportReview,
): Promise<SecondLineView> {
  return await changeCase(parts, asking, { id, revision, step: 'review-report' }, async (tx, of, now) => {
    const given = findGiven(of, candidate);
    refuseBy(refuseReview(given?.report, asking.officer.id));
    const report = reviewed(given!.report!, { agrees, note }, { at: now, by: asking.officer.id });
    await record(tx, asking, 'screening.report-reviewed', of, now, { agrees, note: note ?? '' });
    return await settle(tx, parts, asking, of, { ...given!, report }, now);
  });
}

/** The choice anew, after a second officer did not agree to the one before. */
export async function chooseReport(
  parts: ScreeningParts,
  asking: Asking,
  id: string,
  { revision, candidate, report: chosen }: NewReportChoice,
): Promise<SecondLineView> {
  return await changeCase(parts, asking, { id, revision, step: 'choose-report' }, async (tx, of, now) => {
    const given = findGiven(of, candidate);
    refuseBy(refuseNewChoice(given?.report));
    const spared = isProtected(of.personal);
    refuseBy(refuseChoice(chosen, { concern: 'owner', isProtected: spared }));
    const report = keepChoice(chosen, spared, { at: now, by: asking.officer.id });
    await record(tx, asking, 'screening.report-chosen', of, now, { ...chosen });
    return await settle(tx, parts, asking, of, { ...given!, report }, now);
  });
}

function findGiven({ personal }: SecondLineCase, key: string): StoredVerdict | undefined {
  return personal.given.find(({ candidate }) => candidate === key);
}

/** Writes the choice, and carries it out where it stands. An alert that has ended meanwhile is reported to nobody. */
async function settle(
  tx: Tx,
  parts: ScreeningParts,
  asking: Asking,
  of: SecondLineCase,
  given: StoredVerdict & { report: StoredReport },
  now: Date,
): Promise<SecondLineCase> {
  const candidate = of.personal.found.find(({ key }) => key === given.candidate)!;
  const ended = (await standsUntil(tx, parts, of, candidate, now)) === undefined;
  const concern = concernOf(given, candidate, { ended, ownState: parts.ownState });
  await followUp(tx, parts, asking, { of, candidate, given, concern });
  return withReport(of, given.candidate, given.report, now);
}

async function record(
  tx: Tx,
  asking: Asking,
  event: AuditEvent,
  { id }: SecondLineCase,
  at: Date,
  said: Json,
): Promise<void> {
  const subject = { kind: 'second-line', ref: id };
  const parts = [{ name: 'choice', text: serialiseCanonical(said) }];
  await recordEvent(tx, { ...attribution(asking), at, event, outcome: 'done', subject, parts });
}
