import { type Static, Type } from 'typebox';
import { Timestamp } from '../terms.ts';

/** What a newcomer to a demonstration does, in order; each is ticked by what the node's log says was done. */
export const GuideStep = Type.Enum([
  'clean-traveller',
  'explained-hit',
  'namesake-referred',
  'namesake-cleared',
  'extremism-refused',
  'alert-approved',
  'notice-printed',
  'trail-searched',
  // In an organisation, with the node of the state whose alert comes.
  'alert-arrived',
  'alert-accepted',
  'hit-reported',
  'hit-taken-up',
  'evidence-written',
  'altered-refused',
  'protection-claimed',
  'silence-confirmed',
  // Where the committee of a permanent body has a node.
  'committee-away',
  'log-broken',
]);
export type GuideStep = Static<typeof GuideStep>;

/** GET /api/demonstration/guide, on a demonstration only. */
export const GuideView = Type.Object({
  /** False while the invented alerts are still being entered. */
  prepared: Type.Boolean(),
  steps: Type.Array(Type.Object({ step: GuideStep, doneAt: Type.Union([Timestamp, Type.Null()]) })),
  /** Invented clean travellers passing beside the newcomer, of how many, and the false alarms among them. */
  travellers: Type.Object({ passed: Type.Integer(), of: Type.Integer(), alarms: Type.Integer() }),
});
export type GuideView = Static<typeof GuideView>;
