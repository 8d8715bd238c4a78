import type { GuideStep } from '@entente/contracts/access/guide';
import { GUIDED_OFFICERS, OFFICERS_OF_INDIA } from './guided-officers.ts';

const { border, author, reviewer, oversight } = GUIDED_OFFICERS;

/** For each step: as whom, by which action, where, what is scanned or written, and its words. */
export const STEPS = {
  'clean-traveller': {
    officer: border,
    action: 'screening.check',
    place: { to: '/desk' },
    offer: 'clean',
    title: 'guide.clean-traveller',
    lead: 'guide.clean-traveller.lead',
  },
  'explained-hit': {
    officer: border,
    action: 'screening.check',
    place: { to: '/desk' },
    offer: 'listed',
    title: 'guide.explained-hit',
    lead: 'guide.explained-hit.lead',
  },
  'namesake-referred': {
    officer: border,
    action: 'screening.second-line',
    place: { to: '/desk' },
    offer: 'namesake',
    title: 'guide.namesake-referred',
    lead: 'guide.namesake-referred.lead',
  },
  'namesake-cleared': {
    officer: border,
    action: 'screening.second-line',
    place: { to: '/second-line' },
    offer: null,
    title: 'guide.namesake-cleared',
    lead: 'guide.namesake-cleared.lead',
  },
  'extremism-refused': {
    officer: author,
    action: 'alerts.draft',
    place: { to: '/alerts' },
    offer: 'article',
    title: 'guide.extremism-refused',
    lead: 'guide.extremism-refused.lead',
  },
  'alert-approved': {
    officer: reviewer,
    action: 'alerts.review',
    place: { to: '/alerts', search: { awaiting: true } },
    offer: 'reasons',
    title: 'guide.alert-approved',
    lead: 'guide.alert-approved.lead',
  },
  'notice-printed': {
    officer: border,
    action: 'screening.second-line',
    place: { to: '/second-line', search: { closed: true } },
    offer: null,
    title: 'guide.notice-printed',
    lead: 'guide.notice-printed.lead',
  },
  'trail-searched': {
    officer: oversight,
    action: 'audit.search',
    // The trail of the officer the newcomer was at the desk.
    place: { to: '/audit', search: { actor: border.id } },
    offer: null,
    title: 'guide.trail-searched',
    lead: 'guide.trail-searched.lead',
  },
  'alert-arrived': {
    elsewhere: {
      officer: OFFICERS_OF_INDIA.reviewer,
      action: 'alerts.review',
      place: { to: '/alerts', search: { awaiting: true } },
    },
    title: 'guide.alert-arrived',
    lead: 'guide.alert-arrived.lead',
  },
  'alert-accepted': {
    officer: author,
    action: 'alerts.draft',
    place: { to: '/alerts', search: { owner: 'IN' } },
    offer: null,
    title: 'guide.alert-accepted',
    lead: 'guide.alert-accepted.lead',
  },
  'hit-reported': {
    officer: border,
    action: 'screening.second-line',
    place: { to: '/desk' },
    offer: 'sought',
    title: 'guide.hit-reported',
    lead: 'guide.hit-reported.lead',
  },
  'hit-taken-up': {
    elsewhere: { officer: OFFICERS_OF_INDIA.author, action: 'cases.work', place: { to: '/cases' } },
    title: 'guide.hit-taken-up',
    lead: 'guide.hit-taken-up.lead',
  },
  'evidence-written': {
    commands: true,
    title: 'guide.evidence-written',
    lead: 'guide.evidence-written.lead',
  },
  'altered-refused': {
    incident: { act: 'send-altered', undo: null },
    elsewhere: { officer: OFFICERS_OF_INDIA.oversight, action: 'exchange.view-channels', place: { to: '/nodes' } },
    title: 'guide.altered-refused',
    lead: 'guide.altered-refused.lead',
  },
  'protection-claimed': {
    officer: border,
    action: 'screening.second-line',
    place: { to: '/desk' },
    offer: 'fled',
    title: 'guide.protection-claimed',
    lead: 'guide.protection-claimed.lead',
  },
  'silence-confirmed': {
    officer: author,
    action: 'screening.second-line',
    place: { to: '/second-line' },
    offer: null,
    title: 'guide.silence-confirmed',
    lead: 'guide.silence-confirmed.lead',
  },
  'committee-away': {
    incident: { act: 'stop-committee', undo: 'start-committee' },
    elsewhere: {
      officer: OFFICERS_OF_INDIA.reviewer,
      action: 'alerts.review',
      place: { to: '/alerts', search: { awaiting: true } },
    },
    look: { officer: oversight, action: 'exchange.view-channels', place: { to: '/nodes' } },
    title: 'guide.committee-away',
    lead: 'guide.committee-away.lead',
  },
  'log-broken': {
    incident: { act: 'alter-log', undo: 'mend-log' },
    look: { officer: oversight, action: 'exchange.view-channels', place: { to: '/nodes' } },
    title: 'guide.log-broken',
    lead: 'guide.log-broken.lead',
  },
} as const satisfies Record<GuideStep, unknown>;

/** Steps between nodes; those before them are done at one. */
const BETWEEN_NODES: readonly GuideStep[] = [
  'alert-arrived',
  'alert-accepted',
  'hit-reported',
  'hit-taken-up',
  'evidence-written',
  'altered-refused',
  'protection-claimed',
  'silence-confirmed',
  'committee-away',
  'log-broken',
];

export function isBetweenNodes(step: GuideStep): boolean {
  return BETWEEN_NODES.includes(step);
}

type AnyStep = (typeof STEPS)[GuideStep];

/** A step in which something goes wrong between nodes, set off by a press. */
export type StepIncident = Extract<AnyStep, { incident: unknown }>;

/** A step with something to do at the node of India, by an officer of its own. */
export type StepElsewhere = Extract<AnyStep, { elsewhere: unknown }>;

/** A step done at the command line. */
export type StepCommands = Extract<AnyStep, { commands: unknown }>;

/** A step done here, as an officer the guide knows. */
export type GuidedStep = Extract<AnyStep, { offer: unknown }>;

/** As whom, by which action and on which page something is done. */
export type Post =
  | Pick<GuidedStep, 'officer' | 'action' | 'place'>
  | StepElsewhere['elsewhere']
  | Extract<AnyStep, { look: unknown }>['look'];
