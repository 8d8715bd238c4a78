import type { GuideStep } from '@entente/contracts/access/guide';
import type { LeafContent } from '@entente/contracts/audit';
import type { AuditEvent } from '@entente/contracts/audit-events';

/** Records of an event since the demonstration was prepared, the oldest first. */
export type RecordsOf = (event: AuditEvent) => readonly LeafContent[];

/** Which record ticks a step, out of those of some events. */
export interface Tick {
  events: readonly AuditEvent[];
  find(of: RecordsOf): LeafContent | undefined;
}

const REFUSED_SPEECH = /no-violent-act|no-ground-of-speech|violent-act-of-speech/;
/** A report goes out in the transaction of the second officer's word. */
const AT_ONCE_MS = 5_000;

/** The desk sends what is typed as `text`; the travellers who pass by themselves are scanned as `mrz`. */
export const TICKS: Record<GuideStep, Tick> = {
  'clean-traveller': one('screening.checked', ({ answer, by }) => answer === 'no-hit' && by === 'text'),
  'explained-hit': one('screening.checked', ({ answer, by }) => answer === 'hit' && by === 'text'),
  'namesake-referred': one('screening.referred'),
  'namesake-cleared': one('screening.verdict-given', ({ verdict }) => verdict === 'not-the-same'),
  'extremism-refused': one('alerts.refused', ({ rules }) => REFUSED_SPEECH.test(String(rules))),
  'alert-approved': one('alerts.approved'),
  'notice-printed': one('screening.notice-given'),
  'trail-searched': one('audit.searched'),
  // What came awake came by itself when the organisation was founded; this one waited for a second officer over there.
  'alert-arrived': one('alerts.received', ({ sleeps }) => sleeps === true),
  'alert-accepted': one('alerts.accepted'),
  'hit-reported': one('cases.hit-reported'),
  'hit-taken-up': one('cases.acknowledgement-received'),
  'evidence-written': one('exchange.evidence-written'),
  'altered-refused': one('exchange.refused', ({ code }) => REFUSED_SPEECH.test(String(code))),
  'protection-claimed': {
    events: ['screening.verdict-given', 'cases.hit-reported'],
    find: (of) =>
      of('screening.verdict-given').find(
        ({ facts }) =>
          facts.verdict === 'same-person' && ofAnother(facts.candidate) && !isReported(of, facts.candidate),
      ),
  },
  // No fact tells a silent hit from a reported one; that nothing went out with the second officer's word does.
  'silence-confirmed': {
    events: ['screening.report-reviewed', 'cases.hit-reported'],
    find: (of) =>
      of('screening.report-reviewed').find(
        (word) => !of('cases.hit-reported').some((report) => isWithin(word, report, AT_ONCE_MS)),
      ),
  },
  'committee-away': {
    events: ['access.demonstration-incident', 'alerts.received'],
    find: (of) => {
      const gone = of('access.demonstration-incident').find(({ facts }) => facts.act === 'stop-committee');
      return gone && of('alerts.received').find(({ at, facts }) => at > gone.at && facts.sleeps === false);
    },
  },
  'log-broken': one('exchange.cosigning-refused', ({ code }) => code === 'log-altered'),
};

/** Steps that need the node of another member, and the one that needs that of a body. */
const ABROAD: readonly GuideStep[] = [
  'alert-arrived',
  'alert-accepted',
  'hit-reported',
  'hit-taken-up',
  'evidence-written',
  'altered-refused',
  'protection-claimed',
  'silence-confirmed',
  'log-broken',
];
const WITH_COMMITTEE: readonly GuideStep[] = ['committee-away'];

/** The steps that can be done among nodes of these holders, this node's own left out. */
export function stepsAmong(others: readonly ('member' | 'body')[]): GuideStep[] {
  const steps = Object.keys(TICKS) as GuideStep[];
  return steps.filter(
    (step) =>
      (others.includes('member') || !ABROAD.includes(step)) &&
      (others.includes('body') || !WITH_COMMITTEE.includes(step)),
  );
}

function one(event: AuditEvent, isIt: (facts: LeafContent['facts']) => boolean = () => true): Tick {
  return { events: [event], find: (of) => of(event).find(({ facts }) => isIt(facts)) };
}

/** The guide is at Kazakhstan's node. */
function ofAnother(candidate: unknown): boolean {
  return /^[A-Z]{2}-\d/.test(String(candidate)) && !String(candidate).startsWith('KZ-');
}

function isReported(of: RecordsOf, candidate: unknown): boolean {
  return of('cases.hit-reported').some(({ facts }) => facts.alert === candidate);
}

function isWithin(word: LeafContent, report: LeafContent, ms: number): boolean {
  const after = Date.parse(report.at) - Date.parse(word.at);
  return report.actor.id === word.actor.id && after >= 0 && after < ms;
}
