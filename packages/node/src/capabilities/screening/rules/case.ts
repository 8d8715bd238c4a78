import type { Candidate } from '@entente/contracts/screening';
import type { ScreeningRefusal } from '@entente/contracts/screening/rules';
import type { ChecklistItem, Referral, Verdict } from '@entente/contracts/screening/second-line';
import type { Asking } from '../../access/index.ts';
import type { SecondLineCase, StoredReport, StoredVerdict } from '../model/case.ts';
import type { PossibleHit } from '../model/kept.ts';
import { isDiscreet } from './alert-candidate.ts';
import { setClock } from './clock.ts';
import type { Categories } from './shown-action.ts';

/** Who opens a case, under which id and when. */
export interface Opening {
  id: string;
  authority: string;
  officerId: string;
  now: Date;
}

/** A possible hit as a case, with every candidate of it; those met without a word are told apart like the others. */
export function openCase(
  { check, personal }: PossibleHit,
  { direction, place, held }: Referral,
  { id, authority, officerId, now }: Opening,
): SecondLineCase {
  const { candidates, discreet, readAs, subjects, document } = personal;
  return {
    id,
    check,
    authority,
    openedBy: officerId,
    openedAt: now,
    changedAt: now,
    closedAt: null,
    held: held ? setClock(null, true, now) : null,
    revision: 1,
    personal: {
      place,
      direction,
      readAs,
      found: [...candidates, ...discreet],
      subjects,
      ...(document !== undefined && { document }),
      given: [],
      drafts: {},
    },
  };
}

/** Whose cases an officer works on: those of his authority, or of whichever where he is the contact point. */
export function authorityInView({ officer }: Pick<Asking, 'officer'>): string | undefined {
  return officer.roles.includes('contact-point-officer') ? undefined : officer.authority.id;
}

/** A traveller met by nothing but alerts to be acted on without a word is neither held nor told. */
export function isWhollyDiscreet(found: readonly Candidate[], categories: Categories): boolean {
  return found.every(({ source }) => source.kind === 'alert' && isDiscreet(source.category, categories));
}

/** Whether a step may still be taken on this candidate. */
export function refuseCandidate(of: SecondLineCase, candidate: string): ScreeningRefusal[] {
  if (!of.personal.found.some(({ key }) => key === candidate))
    return [{ rule: 'unknown-candidate', pointer: '/candidate' }];
  if (of.personal.given.some((given) => given.candidate === candidate))
    return [{ rule: 'verdict-given-before', pointer: '/candidate' }];
  return [];
}

/** The case with a checklist saved on the way. */
export function withDraft(of: SecondLineCase, candidate: string, checklist: ChecklistItem[]): SecondLineCase {
  return { ...of, personal: { ...of.personal, drafts: { ...of.personal.drafts, [candidate]: checklist } } };
}

/** A verdict as it is kept. */
export function keepVerdict(
  { candidate, verdict, checklist, taken, notTaken, note, claimsProtection }: Verdict,
  { at, by, record, report }: { at: Date; by: string; record: string; report?: StoredReport | undefined },
): StoredVerdict {
  return {
    candidate,
    verdict,
    checklist,
    ...(isSaid(taken) && { taken }),
    ...(isSaid(notTaken) && { notTaken }),
    ...(isSaid(note) && { note }),
    ...(claimsProtection && { claimsProtection }),
    ...(report && { report }),
    at: at.toISOString(),
    by,
    record,
  };
}

/** The case with a verdict; by the last one whoever was held is let go, or held on under another law. */
export function withVerdict(of: SecondLineCase, given: StoredVerdict, at: Date): SecondLineCase {
  const { [given.candidate]: _, ...drafts } = of.personal.drafts;
  const personal = { ...of.personal, given: [...of.personal.given, given], drafts };
  const decided = { ...of, personal };
  return closeIfSettled(isDecided(decided) ? { ...decided, held: setClock(of.held, false, at) } : decided, at);
}

/** The case with a choice about a report as it now is. */
export function withReport(of: SecondLineCase, candidate: string, report: StoredReport, at: Date): SecondLineCase {
  const given = of.personal.given.map((one) => (one.candidate === candidate ? { ...one, report } : one));
  return closeIfSettled({ ...of, personal: { ...of.personal, given } }, at);
}

/** Each candidate has its verdict. */
export function isDecided({ personal }: SecondLineCase): boolean {
  return personal.given.length === personal.found.length;
}

/** A case is closed when all is decided and no report waits for anybody. */
function closeIfSettled(of: SecondLineCase, at: Date): SecondLineCase {
  const open = of.personal.given.some(({ report }) => report !== undefined && report.state !== 'stands');
  return { ...of, closedAt: isDecided(of) && !open ? at : null };
}

/** Whether this verdict would be the last. */
export function isLast({ personal }: SecondLineCase): boolean {
  return personal.given.length + 1 === personal.found.length;
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
