import { type Static, Type } from 'typebox';
import { Timestamp, Translated, Uuid } from './terms.ts';

export const Role = Type.Enum([
  'border-officer',
  'contact-point-officer',
  'reviewer',
  'oversight-officer',
  'administrator',
]);
export type Role = Static<typeof Role>;

/** Why personal data is asked for. `caseRequired` purposes are refused without a case reference. */
export const Purpose = Type.Object({
  id: Type.String(),
  names: Translated,
  caseRequired: Type.Boolean(),
  /** In a session: actions the officer may give it for, none where he may not state it but reads it in records. */
  actions: Type.Optional(Type.Array(Type.String())),
  /** Legal bases an officer may rely on for this purpose, the usual one first. */
  legalBases: Type.Array(Type.Object({ id: Type.String(), names: Translated }), { minItems: 1 }),
});
export type Purpose = Static<typeof Purpose>;

/**
 * Headers of every request for personal data (design: one gate). Header names are lower case.
 * The value of `entente-case` is percent-encoded UTF-8.
 */
export const PURPOSE_HEADERS = {
  purpose: 'entente-purpose',
  legalBasis: 'entente-legal-basis',
  caseReference: 'entente-case',
} as const;

/** Every unsafe request carries the session's token in this header (CSRF). */
export const CSRF_HEADER = 'entente-csrf';

export const Officer = Type.Object({
  id: Uuid,
  /** Sign-in name, unique on the node. */
  name: Type.String(),
  displayName: Type.String(),
  authority: Type.Object({ id: Type.String(), names: Translated }),
  roles: Type.Array(Role),
});
export type Officer = Static<typeof Officer>;

/** An invented officer that a demonstration node offers for one-click sign-in, on loopback only. */
export const SignInOffer = Type.Object({
  officerId: Uuid,
  displayName: Type.String(),
  roles: Type.Array(Role),
  authority: Translated,
});
export type SignInOffer = Static<typeof SignInOffer>;

/** GET /api/session: who is signed in, if anyone, and what this node is. Always 200. */
export const SessionView = Type.Object({
  node: Type.Object({
    state: Type.String(),
    stateNames: Translated,
    organisation: Translated,
    demonstration: Type.Boolean(),
    version: Type.String(),
  }),
  officer: Type.Union([Officer, Type.Null()]),
  csrf: Type.Union([Type.String(), Type.Null()]),
  expiresAt: Type.Union([Timestamp, Type.Null()]),
  /** Actions the policies allow this officer at all, e.g. `screening.check`; decides what the rail shows. */
  actions: Type.Array(Type.String()),
  /** Every purpose the organisation knows; its `actions` are those this officer may state it for. Empty for nobody. */
  purposes: Type.Array(Purpose),
  offers: Type.Array(SignInOffer),
});
export type SessionView = Static<typeof SessionView>;

/** POST /api/session */
export const SignIn = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  password: Type.String({ minLength: 1, maxLength: 1000 }),
});

/** POST /api/session/demonstration */
export const DemonstrationSignIn = Type.Object({ officerId: Uuid });

/** How a session was begun. */
export const SignInMethod = Type.Enum(['password', 'passkey', 'one-click']);
export type SignInMethod = Static<typeof SignInMethod>;

/** GET /api/access/sessions: the officer's own sessions; the administrator sees all. */
export const SessionSummary = Type.Object({
  id: Uuid,
  officer: Type.Object({ id: Uuid, displayName: Type.String() }),
  method: SignInMethod,
  startedAt: Timestamp,
  lastSeenAt: Timestamp,
  expiresAt: Timestamp,
  current: Type.Boolean(),
});
export type SessionSummary = Static<typeof SessionSummary>;
