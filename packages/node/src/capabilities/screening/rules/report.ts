import type { Candidate } from '@entente/contracts/screening';
import type { ChosenReport } from '@entente/contracts/screening/report';
import type { ScreeningRefusal } from '@entente/contracts/screening/rules';
import type { Verdict } from '@entente/contracts/screening/second-line';
import type { StoredReport } from '../model/case.ts';

/** Whom a confirmed hit concerns besides this node's second line: `own` cases, the `owner` abroad if so chosen, or nobody. */
export type Concern = 'own' | 'owner' | 'nobody';

/** Whom a verdict concerns. `ended`: the alert is no longer in force, so that nobody asks after its subject any more. */
export function concernOf(
  { verdict }: Pick<Verdict, 'verdict'>,
  { source }: Pick<Candidate, 'source'>,
  { ended, ownState }: { ended: boolean; ownState: string },
): Concern {
  if (verdict !== 'same-person' || source.kind !== 'alert' || ended) return 'nobody';
  return source.owner === ownState ? 'own' : 'owner';
}

/** What is chosen: what the officer chose, or nothing reported by default where the person is protected. */
export function chosenReport(report: ChosenReport | undefined, isProtected: boolean): ChosenReport | undefined {
  return report ?? (isProtected ? { choice: 'do-not-report' } : undefined);
}

/** Every rule that a choice breaks. */
export function refuseChoice(
  report: ChosenReport | undefined,
  { concern, isProtected }: { concern: Concern; isProtected: boolean },
): ScreeningRefusal[] {
  if (concern !== 'owner') return report ? [{ rule: 'nothing-to-report', pointer: '/report' }] : [];
  const chosen = chosenReport(report, isProtected);
  if (!chosen) return [{ rule: 'report-not-chosen', pointer: '/report' }];
  const silent = chosen.choice === 'do-not-report';
  // The default explains itself: whoever is protected is not reported, whoever is not is.
  if (silent === isProtected || isSaid(chosen.reason)) return [];
  return [{ rule: silent ? 'silence-unexplained' : 'report-despite-protection', pointer: '/report/reason' }];
}

/** A choice as kept: silence, and a report on somebody protected, wait for a second officer. */
export function keepChoice(
  { choice, reason, words }: ChosenReport,
  isProtected: boolean,
  { at, by }: { at: Date; by: string },
): StoredReport {
  return {
    choice,
    ...(isSaid(reason) && { reason }),
    ...(isSaid(words) && choice !== 'do-not-report' && { words }),
    at: at.toISOString(),
    by,
    state: choice === 'do-not-report' || isProtected ? 'awaits-second' : 'stands',
  };
}

/** Whether this officer may confirm or decline the choice. */
export function refuseReview(report: StoredReport | undefined, officer: string): ScreeningRefusal[] {
  if (report?.state !== 'awaits-second') return [{ rule: 'nothing-awaits-a-second', pointer: '/candidate' }];
  return report.by === officer ? [{ rule: 'chooser-never-confirms', pointer: '' }] : [];
}

/** Whether a choice may be made anew. */
export function refuseNewChoice(report: StoredReport | undefined): ScreeningRefusal[] {
  return report?.state === 'declined' ? [] : [{ rule: 'choice-stands', pointer: '/candidate' }];
}

/** The choice after the second officer's word. */
export function reviewed(
  report: StoredReport,
  { agrees, note }: { agrees: boolean; note?: string | undefined },
  { at, by }: { at: Date; by: string },
): StoredReport {
  return {
    ...report,
    state: agrees ? 'stands' : 'declined',
    second: { at: at.toISOString(), by, ...(isSaid(note) && { note }) },
  };
}

/** Whether the owner is to be told now. */
export function isToBeSent({ choice, state }: StoredReport): boolean {
  return state === 'stands' && choice !== 'do-not-report';
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
