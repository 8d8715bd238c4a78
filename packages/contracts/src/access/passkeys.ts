import { type Static, Type } from 'typebox';
import { Timestamp, Uuid } from '../terms.ts';

/** Bytes as base64url without padding (RFC 4648, 5), as WebAuthn's JSON writes them. */
const bytes = (most: number) => Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: most });

/** Bytes an authenticator gives its credential, 1023 at most (WebAuthn Level 3, 4). */
const CredentialId = bytes(1364);
const Transports = Type.Array(Type.String({ pattern: '^[a-z-]{1,20}$' }), { maxItems: 8 });
const Label = Type.String({ pattern: '\\S', maxLength: 60 });

/** A passkey of one's own. */
export const PasskeyView = Type.Object({
  id: Uuid,
  /** What the officer calls it. */
  label: Type.String(),
  /** It can be on several devices, kept by their maker; otherwise it never leaves its one device. */
  synced: Type.Boolean(),
  enteredAt: Timestamp,
  lastUsedAt: Type.Union([Timestamp, Type.Null()]),
});
export type PasskeyView = Static<typeof PasskeyView>;

/** POST /api/access/account/passkeys/challenge: what the browser hands to `navigator.credentials.create`. */
export const PasskeyCreationOptions = Type.Object({
  challenge: Type.String(),
  rp: Type.Object({ id: Type.Optional(Type.String()), name: Type.String() }),
  user: Type.Object({ id: Type.String(), name: Type.String(), displayName: Type.String() }),
  pubKeyCredParams: Type.Array(Type.Object({ type: Type.Literal('public-key'), alg: Type.Integer() })),
  timeout: Type.Optional(Type.Integer()),
  excludeCredentials: Type.Optional(Type.Array(Type.Object({ id: Type.String(), type: Type.Literal('public-key') }))),
  authenticatorSelection: Type.Optional(
    Type.Object({
      residentKey: Type.Optional(Type.Literal('required')),
      requireResidentKey: Type.Optional(Type.Boolean()),
      userVerification: Type.Optional(Type.Literal('required')),
    }),
  ),
  attestation: Type.Optional(Type.Literal('none')),
});
export type PasskeyCreationOptions = Static<typeof PasskeyCreationOptions>;

/** POST /api/access/account/passkeys: what the authenticator answered, and what the officer calls it. */
export const PasskeyRegistration = Type.Object({
  label: Label,
  credential: Type.Object({
    id: CredentialId,
    clientDataJSON: bytes(8192),
    attestationObject: bytes(32_768),
    transports: Transports,
  }),
});
export type PasskeyRegistration = Static<typeof PasskeyRegistration>;

/** PUT /api/access/account/passkeys/:id */
export const PasskeyLabel = Type.Object({ label: Label });

/** POST /api/session/passkey/challenge: what the browser hands to `navigator.credentials.get`. */
export const PasskeyRequestOptions = Type.Object({
  challenge: Type.String(),
  rpId: Type.Optional(Type.String()),
  timeout: Type.Optional(Type.Integer()),
  userVerification: Type.Optional(Type.Literal('required')),
});
export type PasskeyRequestOptions = Static<typeof PasskeyRequestOptions>;

/** POST /api/session/passkey: what the authenticator signed. `userHandle` names the officer. */
export const PasskeySignIn = Type.Object({
  id: CredentialId,
  clientDataJSON: bytes(8192),
  authenticatorData: bytes(8192),
  signature: bytes(8192),
  userHandle: bytes(128),
});
export type PasskeySignIn = Static<typeof PasskeySignIn>;
