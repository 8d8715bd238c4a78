import { type Static, Type } from 'typebox';

/**
 * Body of `decisions.proposed`, `decisions.consented` and `decisions.adopted`: the act as its canonical line, with the
 * consents its sender knows. The three differ in what the sender has done; what they prove is the same.
 */
export const CirculatedAct = Type.Object(
  { act: Type.String({ minLength: 2, maxLength: 900_000 }) },
  { additionalProperties: false },
);
export type CirculatedAct = Static<typeof CirculatedAct>;
