import { type Static, Type } from 'typebox';
import { Identity, ListId, SubjectKind } from '../alerts.ts';
import { PartialDate, Timestamp, Translated, Uuid } from '../terms.ts';

/** What a correction says. Names and dates of `wrong-…` are the list's own, and are not matched by. */
export const CorrectionKind = Type.Enum(['additional-name', 'wrong-name', 'additional-birth-date', 'wrong-birth-date']);
export type CorrectionKind = Static<typeof CorrectionKind>;

/** `lapsed`: the list itself has changed what it is about, or has taken the entry off. */
export const CorrectionState = Type.Enum(['proposed', 'in-force', 'declined', 'withdrawn', 'lapsed']);
export type CorrectionState = Static<typeof CorrectionState>;

/** A list's own reference, as it stands in an address. */
export const EntryRef = Type.String({ minLength: 1, maxLength: 200 });

/** POST /api/alerts/lists/:list/entries/:ref/corrections */
export const NewCorrection = Type.Object({
  kind: CorrectionKind,
  /** The name, in any script, or the date (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`). */
  value: Type.String({ minLength: 1, maxLength: 300 }),
  /** The name or date of the list that an additional one stands for: with its going the correction lapses. */
  instead: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  /** What this state knows, and from where. */
  reason: Type.String({ minLength: 10, maxLength: 2000 }),
});
export type NewCorrection = Static<typeof NewCorrection>;

const Hand = Type.Object({ id: Uuid, name: Type.String(), at: Timestamp });

/** A correction beside an entry, with both officers. */
export const CorrectionView = Type.Object({
  id: Uuid,
  list: ListId,
  ref: Type.String(),
  kind: CorrectionKind,
  state: CorrectionState,
  value: Type.String(),
  instead: Type.Optional(Type.String()),
  reason: Type.String(),
  /** The authority that corrects, as the desk names it. */
  authority: Translated,
  proposed: Hand,
  decided: Type.Union([Hand, Type.Null()]),
  endedAt: Type.Union([Timestamp, Type.Null()]),
});
export type CorrectionView = Static<typeof CorrectionView>;

/** GET /api/alerts/lists/:list/entries/:ref: the list's own words, and what this state says beside them. */
export const ListEntryView = Type.Object({
  list: ListId,
  ref: Type.String(),
  citation: Type.Optional(Type.String()),
  kind: SubjectKind,
  identities: Type.Array(Identity),
  programmes: Type.Array(Type.String()),
  listedOn: Type.Optional(PartialDate),
  remarks: Type.Optional(Type.String()),
  /** The latest first. */
  corrections: Type.Array(CorrectionView),
});
export type ListEntryView = Static<typeof ListEntryView>;

/** GET /api/alerts/corrections: those that await a second officer, the oldest first. */
export const ProposedCorrections = Type.Array(CorrectionView);
export type ProposedCorrections = Static<typeof ProposedCorrections>;

/** POST /api/alerts/corrections/:id/decision, by a second officer. */
export const CorrectionDecision = Type.Object({ decision: Type.Enum(['confirm', 'decline']) });
export type CorrectionDecision = Static<typeof CorrectionDecision>;

/** A correction in force, as the desk shows it with the candidate. */
export const ShownCorrection = Type.Object({
  kind: CorrectionKind,
  value: Type.String(),
  by: Translated,
  at: Timestamp,
});
export type ShownCorrection = Static<typeof ShownCorrection>;
