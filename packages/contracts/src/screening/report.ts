import { type Static, Type } from 'typebox';
import { Timestamp, Uuid } from '../terms.ts';

/** What the owner of an alert is told of a hit on it. Confirming sends nothing by itself. */
export const ReportChoice = Type.Enum(['report', 'report-without-place-and-time', 'do-not-report']);
export type ReportChoice = Static<typeof ReportChoice>;

/** An officer's choice. `words` go to the owner; `reason` stays on this node. */
export const ChosenReport = Type.Object(
  {
    choice: ReportChoice,
    /** Why nothing is reported, or why something is although the person claims protection. */
    reason: Type.Optional(Type.String({ maxLength: 2000 })),
    words: Type.Optional(Type.String({ maxLength: 4000 })),
  },
  { additionalProperties: false },
);
export type ChosenReport = Static<typeof ChosenReport>;

const By = Type.Object({ id: Uuid, name: Type.String() });

/** A choice as it stands. Only one that stands is carried out. */
export const GivenReport = Type.Object({
  ...ChosenReport.properties,
  at: Timestamp,
  by: By,
  /** `declined`: the second officer did not agree, and the choice is to be made anew. */
  state: Type.Enum(['stands', 'awaits-second', 'declined']),
  second: Type.Optional(Type.Object({ at: Timestamp, by: By, note: Type.Optional(Type.String()) })),
});
export type GivenReport = Static<typeof GivenReport>;

/** POST /api/screening/second-line/:id/report-choices: the choice anew, after a second officer did not agree. */
export const NewReportChoice = Type.Object(
  { revision: Type.Integer(), candidate: Type.String({ maxLength: 200 }), report: ChosenReport },
  { additionalProperties: false },
);
export type NewReportChoice = Static<typeof NewReportChoice>;

/** POST /api/screening/second-line/:id/report-reviews: the second officer's word. */
export const ReportReview = Type.Object(
  {
    revision: Type.Integer(),
    candidate: Type.String({ maxLength: 200 }),
    agrees: Type.Boolean(),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { additionalProperties: false },
);
export type ReportReview = Static<typeof ReportReview>;
