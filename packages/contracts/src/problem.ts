import { type Static, Type } from 'typebox';

/** RFC 9457 problem details. `code` is the stable name found in docs/reference/problems.md. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.Optional(Type.String()),
  instance: Type.Optional(Type.String()),
  /** Fields that failed their contract: JSON pointer and reason. */
  errors: Type.Optional(
    Type.Array(
      Type.Object({
        pointer: Type.String(),
        reason: Type.String(),
        /** The rule that refuses, where it has a name of its own (docs/reference/alert-rules.md), and what its sentence names. */
        rule: Type.Optional(Type.String()),
        values: Type.Optional(Type.Record(Type.String(), Type.String())),
      }),
    ),
  ),
  /** The thing as it is now, where a change was refused because somebody else had changed it meanwhile. */
  current: Type.Optional(Type.Unknown()),
});
export type Problem = Static<typeof Problem>;
