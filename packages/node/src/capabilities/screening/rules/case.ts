import type { Candidate } from '@entente/contracts/screening';
import type { ScreeningRefusal } from '@entente/contracts/screening/rules';
import type { ChecklistItem, GivenVerdict, Referral, Verdict } from '@entente/contracts/screening/second-line';
import type { Asking } from '../../access/index.ts';
import type { SecondLineCase } from '../model/case.ts';
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

/** The case with a verdict; with the last one it is closed, and whoever was held is let go by it or under another law. */
export function withVerdict(
  of: SecondLineCase,
  { candidate, verdict, checklist, taken, notTaken, note }: Verdict,
  { at, by, record }: { at: Date; by: string; record: string },
): SecondLineCase {
  const said: Omit<GivenVerdict, 'by'> = {
    candidate,
    verdict,
    checklist,
    ...(isSaid(taken) && { taken }),
    ...(isSaid(notTaken) && { notTaken }),
    ...(isSaid(note) && { note }),
    at: at.toISOString(),
    record,
  };
  const { [candidate]: _, ...drafts } = of.personal.drafts;
  const given = [...of.personal.given, { ...said, by }];
  const closed = given.length === of.personal.found.length;
  return {
    ...of,
    closedAt: closed ? at : null,
    held: closed ? setClock(of.held, false, at) : of.held,
    personal: { ...of.personal, given, drafts },
  };
}

/** Whether this verdict would be the last. */
export function isLast({ personal }: SecondLineCase): boolean {
  return personal.given.length + 1 === personal.found.length;
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
