import { type Static, Type } from 'typebox';
import { Timestamp, Uuid } from '../terms.ts';

/** GET /api/screening/last-checks: the officer's own of this shift, masked; gone when the shift ends. */
export const LastChecks = Type.Array(
  Type.Object({
    at: Timestamp,
    /** E.g. `S••• O•••, MNG, 1991`. */
    traveller: Type.String(),
    outcome: Type.Enum(['hit', 'no-hit', 'unreadable']),
    check: Uuid,
  }),
);
export type LastChecks = Static<typeof LastChecks>;

/** A shift as it is handed over: what is open, what runs out, what is broken, what the next officer should know. */
export const Handover = Type.Object({
  id: Uuid,
  place: Type.String(),
  openedAt: Timestamp,
  notes: Type.String(),
  /** Second-line cases open at that moment, and clocks that run. */
  open: Type.Array(
    Type.Object({
      id: Uuid,
      traveller: Type.String(),
      openedAt: Timestamp,
      limitAt: Type.Union([Timestamp, Type.Null()]),
    }),
  ),
  outages: Type.Array(Type.String()),
  from: Type.Object({ id: Uuid, name: Type.String(), signedAt: Timestamp }),
  to: Type.Union([Type.Object({ id: Uuid, name: Type.String(), signedAt: Timestamp }), Type.Null()]),
  record: Uuid,
});
export type Handover = Static<typeof Handover>;

/** POST /api/screening/handovers: the leaving officer signs. The next one signs POST /api/screening/handovers/:id/signature. */
export const NewHandover = Type.Object({
  place: Type.String({ minLength: 2, maxLength: 200 }),
  notes: Type.String({ maxLength: 4000 }),
  outages: Type.Array(Type.String({ minLength: 2, maxLength: 300 }), { maxItems: 20 }),
});
export type NewHandover = Static<typeof NewHandover>;

/** GET /api/screening/handovers, the latest first. */
export const Handovers = Type.Object({ handovers: Type.Array(Handover) });
export type Handovers = Static<typeof Handovers>;

/** GET /api/screening/figures, for oversight: how much each officer searched, and what is out of the ordinary. */
export const ScreeningFigures = Type.Object({
  days: Type.Array(
    Type.Object({
      day: Type.String(),
      /** At the desk; people of passenger lists are `listed`, and outcomes are of both. */
      checks: Type.Integer(),
      listed: Type.Integer(),
      hits: Type.Integer(),
      noHits: Type.Integer(),
      unreadable: Type.Integer(),
    }),
  ),
  officers: Type.Array(
    Type.Object({
      id: Uuid,
      name: Type.String(),
      checks: Type.Integer(),
      listed: Type.Integer(),
      hits: Type.Integer(),
      byName: Type.Integer(),
      refused: Type.Integer(),
    }),
  ),
  /** Codes of patterns with the officer they are about. */
  patterns: Type.Array(
    Type.Object({
      pattern: Type.Enum([
        'far-above-others',
        'mostly-typed-names',
        'same-question-again',
        'outside-shift',
        'many-refusals',
      ]),
      officer: Type.Object({ id: Uuid, name: Type.String() }),
      day: Type.String(),
      count: Type.Integer(),
    }),
  ),
  verdicts: Type.Object({ samePerson: Type.Integer(), notTheSame: Type.Integer(), notEstablished: Type.Integer() }),
});
export type ScreeningFigures = Static<typeof ScreeningFigures>;

/** POST /api/screening/queries/:check/opening, for oversight: the reason goes on record. */
export const QueryOpening = Type.Object({ reason: Type.String({ minLength: 10, maxLength: 1000 }) });

/** Its answer: the question of a check while it is held, sealed to oversight. */
export const OpenedQuery = Type.Object({ check: Uuid, question: Type.Unknown(), shreddedOn: Timestamp, record: Uuid });
export type OpenedQuery = Static<typeof OpenedQuery>;
