import { type Static, Type } from 'typebox';
import { Translated } from './terms.ts';

/** What a state is to the organisation. */
export const StateRole = Type.Enum(['member', 'observer', 'dialogue-partner']);
export type StateRole = Static<typeof StateRole>;

/** A state as the organisation's profile names it; `protocolOrder` is set for members. */
export const State = Type.Object({
  iso2: Type.String({ pattern: '^[A-Z]{2}$' }),
  iso3: Type.String({ pattern: '^[A-Z]{3}$' }),
  names: Translated,
  /** The full names, as in signature blocks. */
  protocolNames: Translated,
  role: StateRole,
  since: Type.String(),
  officialLanguages: Type.Array(Type.String()),
  protocolOrder: Type.Optional(Type.Integer({ minimum: 1 })),
  /** IANA name of the time zone by which the state's days are told, its capital's. */
  timeZone: Type.Optional(Type.String()),
});
export type State = Static<typeof State>;

export const Body = Type.Object({
  id: Type.String(),
  abbr: Type.Optional(Type.String()),
  kind: Type.String(),
  names: Translated,
});
export type Body = Static<typeof Body>;

export const Treaty = Type.Object({
  id: Type.String(),
  date: Type.String(),
  place: Type.Optional(Type.String()),
  titles: Translated,
  kind: Type.String(),
  subject: Type.Optional(Type.String()),
});
export type Treaty = Static<typeof Treaty>;

/** GET /api/membership/organisation. States come in protocol order, members first. */
export const Organisation = Type.Object({
  id: Type.String(),
  asOf: Type.String(),
  names: Translated,
  abbr: Translated,
  languages: Type.Object({
    official: Type.Array(Type.String()),
    working: Type.Array(Type.String()),
  }),
  states: Type.Array(State),
  bodies: Type.Array(Body),
  treaties: Type.Array(Treaty),
});
export type Organisation = Static<typeof Organisation>;
