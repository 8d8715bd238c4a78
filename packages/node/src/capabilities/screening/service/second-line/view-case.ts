import type { GivenVerdict, SecondLineSummary, SecondLineView } from '@entente/contracts/screening/second-line';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import { type Asking, attribution, readDisplayNames } from '../../../access/index.ts';
import { listReviewedPhotographs, loadAlertsInForce } from '../../../alerts/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { SecondLineCase, StoredVerdict } from '../../model/case.ts';
import { askAboutComparison } from '../../policy.ts';
import { readClock } from '../../rules/clock.ts';
import { comparedAlert } from '../../rules/compared.ts';
import { maskTraveller } from '../../rules/mask.ts';
import { areRefugeePapers } from '../../rules/protection.ts';
import type { ScreeningParts } from '../parts.ts';

/** Officers' names by their ids. */
export type Names = ReadonlyMap<string, string>;

/** A case as lists show it. */
export function summarise(of: SecondLineCase, names: Names, parts: ScreeningParts): SecondLineSummary {
  const { personal, held } = of;
  return {
    id: of.id,
    openedAt: of.openedAt.toISOString(),
    openedBy: { id: of.openedBy, name: names.get(of.openedBy) ?? '' },
    place: personal.place,
    direction: personal.direction,
    traveller: maskTraveller(personal.readAs),
    candidates: personal.found.length,
    verdicts: personal.given.length,
    awaitingSecond: personal.given.filter(({ report }) => report?.state === 'awaits-second').length,
    closedAt: of.closedAt?.toISOString() ?? null,
    clock: held && readClock(held, parts.membership.procedure().detention, parts.clock.now()),
  };
}

/** Shows a case to whoever works on it, and records which alerts' particulars he saw. */
export async function showCase(
  tx: Tx,
  parts: ScreeningParts,
  asking: Asking,
  of: SecondLineCase,
): Promise<SecondLineView> {
  const view = await viewCase(tx, parts, asking, of);
  await recordEvent(tx, {
    ...attribution(asking),
    at: parts.clock.now(),
    event: 'screening.case-read',
    outcome: 'done',
    subject: { kind: 'second-line', ref: of.id },
    facts: { alerts: view.alerts.map(({ reference }) => reference).join(' ') },
  });
  return view;
}

async function viewCase(db: Tx, parts: ScreeningParts, asking: Asking, of: SecondLineCase): Promise<SecondLineView> {
  const { readAs, found, given, drafts } = of.personal;
  const names = await readDisplayNames(db, [...new Set([of.openedBy, ...given.flatMap(officersOf)])]);
  const named = (officer: string) => ({ id: officer, name: names.get(officer) ?? '' });
  return {
    ...summarise(of, names, parts),
    revision: of.revision,
    readAs,
    found,
    alerts: await compareAlerts(db, parts, asking, of),
    given: given.map((verdict) => nameOfficers(verdict, named)),
    refugeePapers: areRefugeePapers(readAs),
    drafts,
  };
}

function officersOf({ by, report }: StoredVerdict): string[] {
  return [by, ...(report ? [report.by] : []), ...(report?.second ? [report.second.by] : [])];
}

function nameOfficers(
  { by, report, ...verdict }: StoredVerdict,
  named: (id: string) => { id: string; name: string },
): GivenVerdict {
  if (!report) return { ...verdict, by: named(by) };
  const { second, ...chosen } = report;
  return {
    ...verdict,
    by: named(by),
    report: { ...chosen, by: named(chosen.by), ...(second && { second: { ...second, by: named(second.by) } }) },
  };
}

/** What the alerts say for comparison, as they are now; one that has ended or is not for this officer is left out. */
async function compareAlerts(db: Database | Tx, parts: ScreeningParts, asking: Asking, { personal }: SecondLineCase) {
  const { wording, access } = parts;
  const ids = personal.found.flatMap(({ source }) =>
    source.kind === 'alert' &&
    access.decide(askAboutComparison(asking, source.alert, wording.categories.get(source.category))).allowed
      ? [source.alert]
      : [],
  );
  const alerts = await loadAlertsInForce(db, ids);
  const photographs = await listReviewedPhotographs(db, [...alerts.keys()]);
  const now = parts.clock.now();
  return ids.flatMap((id) => {
    const alert = alerts.get(id);
    if (!alert || alert.expiresAt <= now) return [];
    return [
      comparedAlert(
        alert,
        (photographs.get(id) ?? []).map((picture) => ({ id: picture.id, identity: picture.identity })),
      ),
    ];
  });
}
