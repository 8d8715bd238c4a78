import type {
  PasskeyCreationOptions,
  PasskeyRegistration,
  PasskeyRequestOptions,
  PasskeySignIn,
} from '@entente/contracts/access/passkeys';
import { CHALLENGE_MINUTES } from '../rules/passkeys.ts';

/** Where passkeys hold: the node's host name, and the one origin its console has. */
export interface RelyingParty {
  id: string;
  name: string;
  origin: string;
}

/** A credential as its authenticator made it. */
export interface NewCredential {
  credentialId: Uint8Array;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
  synced: boolean;
}

/** EdDSA on Ed25519, ES256 and RS256 (RFC 9053), which every authenticator has one of. */
const ALGORITHMS = [-8, -7, -257];

/** Loaded with the first ceremony: its readers of certificates take a quarter of a second. */
const library = () => import('@simplewebauthn/server');

/** What the browser is asked to make: a passkey that names the officer by itself and asks him for its PIN or finger. */
export async function askForPasskey(
  party: RelyingParty,
  officer: { id: string; name: string; displayName: string },
  challenge: Uint8Array,
  had: Uint8Array[],
): Promise<PasskeyCreationOptions> {
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    userID: handleOf(officer.id),
    userName: officer.name,
    userDisplayName: officer.displayName,
    challenge: Uint8Array.from(challenge),
    timeout: CHALLENGE_MINUTES * 60_000,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: had.map((id) => ({ id: encode(id) })),
    supportedAlgorithmIDs: ALGORITHMS,
  });
  return options as PasskeyCreationOptions;
}

/** The credential an answer proves; undefined where it proves none (WebAuthn Level 3, 7.1). */
export async function verifyPasskey(
  party: RelyingParty,
  challenge: Uint8Array,
  { id, clientDataJSON, attestationObject, transports }: PasskeyRegistration['credential'],
): Promise<NewCredential | undefined> {
  const { verifyRegistrationResponse } = await library();
  const { registrationInfo } = await verifyRegistrationResponse({
    response: {
      id,
      rawId: id,
      type: 'public-key',
      response: { clientDataJSON, attestationObject, transports },
      clientExtensionResults: {},
    },
    expectedChallenge: encode(challenge),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => ({ registrationInfo: undefined }));
  if (!registrationInfo || registrationInfo.credential.id !== id) return undefined;
  return {
    credentialId: decode(registrationInfo.credential.id),
    publicKey: registrationInfo.credential.publicKey,
    counter: registrationInfo.credential.counter,
    transports,
    synced: registrationInfo.credentialDeviceType === 'multiDevice',
  };
}

/** What the browser is asked to sign, with any passkey of this node that is at hand. */
export async function askForSignature(party: RelyingParty, challenge: Uint8Array): Promise<PasskeyRequestOptions> {
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    challenge: Uint8Array.from(challenge),
    timeout: CHALLENGE_MINUTES * 60_000,
    userVerification: 'required',
  });
  return options as PasskeyRequestOptions;
}

/**
 * The authenticator's count of signatures, if this one holds (WebAuthn Level 3, 7.2, but for the count itself,
 * which is weighed when the passkey's row is locked); undefined where it does not.
 */
export async function verifySignature(
  party: RelyingParty,
  challenge: Uint8Array,
  passkey: { publicKey: Uint8Array },
  { id, clientDataJSON, authenticatorData, signature, userHandle }: PasskeySignIn,
): Promise<{ counter: number } | undefined> {
  const { verifyAuthenticationResponse } = await library();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: {
      id,
      rawId: id,
      type: 'public-key',
      response: { clientDataJSON, authenticatorData, signature, userHandle },
      clientExtensionResults: {},
    },
    expectedChallenge: encode(challenge),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    // From 0 any count is a step forward.
    credential: { id, publicKey: Uint8Array.from(passkey.publicKey), counter: 0 },
  }).catch(() => ({ verified: false, authenticationInfo: undefined }));
  return verified && authenticationInfo ? { counter: authenticationInfo.newCounter } : undefined;
}

/** The officer a passkey names: the bytes of his id, which says nothing of the person (WebAuthn Level 3, 14.6.1). */
function handleOf(officerId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(officerId.replaceAll('-', ''), 'hex'));
}

/** Whether a passkey names this officer. */
export function namesOfficer(userHandle: string, officerId: string): boolean {
  return decode(userHandle).equals(handleOf(officerId));
}

/** The bytes of base64url, and back. */
export function decode(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
