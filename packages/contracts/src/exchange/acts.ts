import { type Static, Type } from 'typebox';
import { RegisterHead } from './delivery.ts';

/** The most acts of one answer, and the most bytes of them unless there is one alone. */
export const ACTS_LIMITS = { acts: 100, bytes: 4 * 2 ** 20 };

/** GET /peer/acts: the acts after a number, for a node whose register is behind. */
export const ActsQuery = Type.Object({ after: Type.Integer({ minimum: 0 }) });
export type ActsQuery = Static<typeof ActsQuery>;

/** Canonical lines; each proves itself to whoever folds it. */
export const ActsAnswer = Type.Object({
  head: RegisterHead,
  acts: Type.Array(Type.String({ maxLength: 4_000_000 }), { maxItems: ACTS_LIMITS.acts }),
});
export type ActsAnswer = Static<typeof ActsAnswer>;
