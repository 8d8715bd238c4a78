import type { AlertAction } from '@entente/contracts/alerts/catalogue';
import type { Candidate } from '@entente/contracts/screening';
import type { ScreeningRefusal, VerdictRule } from '@entente/contracts/screening/rules';
import type { ChecklistItem, Verdict } from '@entente/contracts/screening/second-line';
import type { Actions } from './actions.ts';
import { actionOf } from './actions.ts';
import { CLEARING } from './shown-action.ts';

/** What a verdict is weighed by. */
export interface Weighed {
  candidate: Candidate;
  /** The alert has ended since the check: withdrawn, expired, suspended. */
  ended: boolean;
  /** The traveller, or whom the alert is about, may be under 18. */
  minor: boolean;
  actions: Actions;
}

type Rule = (verdict: Verdict, weighed: Weighed) => string[];

/** Every rule of a verdict: the fields it refuses, as JSON pointers. */
const RULES: Record<Exclude<VerdictRule, 'unknown-candidate' | 'verdict-given-before'>, Rule> = {
  'checked-twice': ({ checklist }) =>
    checklist.flatMap(({ item }, at) =>
      checklist.findIndex((other) => other.item === item) < at ? [`/checklist/${at}`] : [],
    ),
  'verified-on-name-alone': ({ verdict, checklist }) =>
    verdict === 'same-person' && !checklist.some(verifies) ? ['/checklist'] : [],
  'differs-unexplained': ({ verdict, checklist }) =>
    verdict === 'same-person'
      ? checklist.flatMap(({ finding, note }, at) =>
          finding === 'differs' && isBlank(note) ? [`/checklist/${at}/note`] : [],
        )
      : [],
  'nothing-differs': ({ verdict, checklist }, { candidate }) =>
    verdict === 'not-the-same' && !checklist.some((item) => setsApart(item, candidate)) ? ['/checklist'] : [],
  'note-missing': ({ verdict, note }) => (verdict === 'cannot-be-established' && isBlank(note) ? ['/note'] : []),
  'action-or-why-not': ({ taken, notTaken }) => (isBlank(taken) === isBlank(notTaken) ? ['/taken'] : []),
  'document-never-detains': (verdict, weighed) => refuseDetention(verdict, weighed, isDocument(weighed.candidate)),
  'list-never-detains': (verdict, weighed) =>
    refuseDetention(verdict, weighed, weighed.candidate.source.kind === 'list'),
  'victim-never-detained': (verdict, weighed) => refuseDetention(verdict, weighed, isVictim(weighed.candidate)),
  'minor-never-detained': (verdict, weighed) => refuseDetention(verdict, weighed, weighed.minor),
  'action-before-identity': (verdict, weighed) =>
    refuseDetention(verdict, weighed, verdict.verdict === 'cannot-be-established'),
  'action-on-another': ({ verdict, taken }, { candidate }) =>
    verdict === 'not-the-same' && !isBlank(taken) && isPerson(candidate) && !clears(taken, candidate) ? ['/taken'] : [],
  'action-not-asked': ({ taken }, { candidate, actions }) =>
    isBlank(taken) || isAskedOrMilder(actions.get(taken ?? ''), actionOf(candidate.action, actions)) ? [] : ['/taken'],
  'alert-ended': ({ taken }, { candidate, ended }) =>
    ended && !isBlank(taken) && !clears(taken, candidate) ? ['/taken'] : [],
};

/** Every rule that a verdict breaks, each with its field; empty when it stands. */
export function refuseVerdict(verdict: Verdict, weighed: Weighed): ScreeningRefusal[] {
  return Object.entries(RULES).flatMap(([rule, refuse]) =>
    refuse(verdict, weighed).map((pointer) => ({ rule: rule as VerdictRule, pointer })),
  );
}

/** Only what is on the body or in the hand ties a person to an identity. Names are not on the list at all. */
function verifies({ item, finding }: ChecklistItem): boolean {
  return finding === 'agrees' && (item === 'document' || item === 'photograph' || item === 'marks');
}

/** A victim bears the misused identity's own document: he is told from who misuses it by face, marks, or his answers. */
function setsApart({ item, finding }: ChecklistItem, candidate: Candidate): boolean {
  return finding === 'differs' || (isVictim(candidate) && item === 'questions' && finding === 'agrees');
}

function refuseDetention({ taken }: Verdict, { actions }: Weighed, spared: boolean): string[] {
  return spared && actions.get(taken ?? '')?.detains ? ['/taken'] : [];
}

/** A milder action stands later in the profile's order and adds nothing to what the alert does to a person. */
function isAskedOrMilder(taken: AlertAction | undefined, asked: AlertAction): boolean {
  if (!taken) return false;
  if (taken.id === asked.id) return true;
  const adds =
    (taken.detains && !asked.detains) ||
    (taken.transfers && !asked.transfers) ||
    (taken.tellsWhereabouts && !asked.tellsWhereabouts) ||
    (asked.protective && !taken.protective);
  return taken.order > asked.order && !adds;
}

function clears(taken: string | undefined, candidate: Candidate): boolean {
  return taken === CLEARING && isVictim(candidate);
}

function isVictim({ caution, identities }: Candidate): boolean {
  return caution === 'victim' || identities.includes('misused');
}

function isDocument({ kind }: Candidate): boolean {
  return kind === 'document' || kind === 'blank-documents';
}

/** What is asked of a document or an object is done to it, whoever brings it. */
function isPerson({ kind }: Candidate): boolean {
  return kind === 'person' || kind === 'organisation';
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
