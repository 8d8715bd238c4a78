import type { GuideStep } from '@entente/contracts/access/guide';
import { GUIDED_OFFICERS } from './guided-officers.ts';

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
    elsewhere: { node: 'in', path: '/alerts?awaiting=true' },
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
    elsewhere: { node: 'in', path: '/cases' },
    title: 'guide.hit-taken-up',
    lead: 'guide.hit-taken-up.lead',
  },
} as const satisfies Record<GuideStep, unknown>;

type AnyStep = (typeof STEPS)[GuideStep];

/** A step done at another node of the organisation, by officers of its own. */
export type StepElsewhere = Extract<AnyStep, { elsewhere: unknown }>;

/** A step done here, as an officer the guide knows. */
export type GuidedStep = Exclude<AnyStep, StepElsewhere>;
