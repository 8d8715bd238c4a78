import { type Static, Type } from 'typebox';
import { RegisterHead } from './delivery.ts';

/** The longest a node is kept waiting for a receipt, and the most receipts of one answer. */
export const RECEIPTS_LIMITS = { waitSeconds: 20, receipts: 500 };

/** GET /peer/receipts: what has been given for the asking node's envelopes, from a number on. */
export const ReceiptsQuery = Type.Object({
  after: Type.Integer({ minimum: 0 }),
  /** How long to wait where there is none yet. */
  waitSeconds: Type.Integer({ minimum: 0, maximum: RECEIPTS_LIMITS.waitSeconds }),
});
export type ReceiptsQuery = Static<typeof ReceiptsQuery>;

/** Receipts numbered `after + 1`, `after + 2`, …; none when the time was over. */
export const ReceiptsAnswer = Type.Object({
  head: RegisterHead,
  receipts: Type.Array(Type.String({ maxLength: 5000 }), { maxItems: RECEIPTS_LIMITS.receipts }),
});
export type ReceiptsAnswer = Static<typeof ReceiptsAnswer>;
