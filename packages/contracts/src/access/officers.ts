import { type Static, Type } from 'typebox';
import { Officer, Role } from '../access.ts';
import { PageQuery, Timestamp, Translated, Uuid } from '../terms.ts';

/** Whether an officer's way in is open, closed for a while after wrong passwords, or locked by hand. */
export const OfficerState = Type.Enum(['open', 'closed', 'locked']);
export type OfficerState = Static<typeof OfficerState>;

/** An officer as an administrator sees him. */
export const OfficerEntry = Type.Object({
  ...Officer.properties,
  /** Counts the changes made to the officer; who changes him names the one he saw. */
  revision: Type.Integer(),
  state: OfficerState,
  /** When a way in that closed after wrong passwords opens again. */
  closedUntil: Type.Union([Timestamp, Type.Null()]),
  /** Whether sign-in by password is possible at all. */
  hasPassword: Type.Boolean(),
  passkeys: Type.Integer(),
  /** Sessions that go on. */
  sessions: Type.Integer(),
  enteredAt: Timestamp,
  /** The latest moment at work, as far as sessions are kept. */
  lastSeenAt: Type.Union([Timestamp, Type.Null()]),
});
export type OfficerEntry = Static<typeof OfficerEntry>;

/** GET /api/access/officers: by sign-in name. `text` is looked for in sign-in and display names. */
export const OfficerQuery = Type.Object({
  text: Type.Optional(Type.String({ maxLength: 200 })),
  role: Type.Optional(Role),
  authority: Type.Optional(Type.String({ maxLength: 100 })),
  state: Type.Optional(OfficerState),
  /** The officer at which the page before ended. */
  cursor: Type.Optional(Uuid),
  limit: PageQuery.limit,
});
export type OfficerQuery = Static<typeof OfficerQuery>;

export const OfficerPage = Type.Object({
  officers: Type.Array(OfficerEntry),
  next: Type.Union([Uuid, Type.Null()]),
  total: Type.Integer(),
});
export type OfficerPage = Static<typeof OfficerPage>;

const AuthorityId = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 100 });

/** GET /api/access/authorities: the authorities of this node's state that officers serve. */
export const AuthorityEntry = Type.Object({ id: Type.String(), names: Translated });
export type AuthorityEntry = Static<typeof AuthorityEntry>;

const AuthorityNames = Type.Object({
  en: Type.String({ pattern: '\\S', maxLength: 200 }),
  ru: Type.String({ pattern: '\\S', maxLength: 200 }),
  zh: Type.String({ pattern: '\\S', maxLength: 200 }),
});

/** An authority known to the node; or with its names, where it is new. */
const AuthorityChoice = { authority: AuthorityId, authorityNames: Type.Optional(AuthorityNames) };

const Roles = Type.Array(Role, { minItems: 1, uniqueItems: true });

/** The change rests on this state of the officer; another one is refused with what he is now. */
const Seen = { revision: Type.Integer({ minimum: 1 }) };

/** POST /api/access/officers. A password is made and shown in the answer alone. */
export const OfficerForm = Type.Object({
  name: Type.String({ pattern: '^[a-z0-9]+([.-][a-z0-9]+)*$', maxLength: 60 }),
  displayName: Type.String({ pattern: '\\S', maxLength: 200 }),
  ...AuthorityChoice,
  roles: Roles,
});
export type OfficerForm = Static<typeof OfficerForm>;

/** PUT /api/access/officers/:id/roles */
export const RolesChange = Type.Object({ ...Seen, roles: Roles });

/** PUT /api/access/officers/:id/authority */
export const AuthorityChange = Type.Object({ ...Seen, ...AuthorityChoice });

/** POST /api/access/officers/:id/unlock and …/password */
export const OfficerSeen = Type.Object(Seen);

/** What follows an entry and a new password; the password is shown here and nowhere else. */
export const OfficerWithPassword = Type.Object({ officer: OfficerEntry, password: Type.String() });
export type OfficerWithPassword = Static<typeof OfficerWithPassword>;

/** DELETE /api/access/officers/:id/sessions and DELETE /api/access/sessions */
export const SessionsEnded = Type.Object({ ended: Type.Integer() });
