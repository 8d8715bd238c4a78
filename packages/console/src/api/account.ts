import type { SessionView } from '@entente/contracts/access';
import type { OwnAccount } from '@entente/contracts/access/account';
import type {
  PasskeyCreationOptions,
  PasskeyRegistration,
  PasskeyRequestOptions,
  PasskeySignIn,
  PasskeyView,
} from '@entente/contracts/access/passkeys';
import { queryOptions } from '@tanstack/react-query';
import { keepSession } from './access.ts';
import { call } from './client.ts';
import { ProblemError } from './problem.ts';

/** Loaded with the first press: most officers sign in without. */
const library = () => import('@simplewebauthn/browser');

/** Whether this browser can make and use passkeys here: it must know how, and trust the address. */
export const canUsePasskeys = window.isSecureContext && 'PublicKeyCredential' in window;

/** The officer's own account: his passkeys, and what a password of his must be. */
export const accountQuery = queryOptions({
  queryKey: ['access', 'account'],
  queryFn: ({ signal }) => call<OwnAccount>('/api/access/account', { signal }),
});

/** Sets the officer's own password; returns how many other sessions ended with it. */
export async function setOwnPassword(password: string): Promise<number> {
  const body = { password };
  return (await call<{ ended: number }>('/api/access/account/password', { method: 'PUT', body })).ended;
}

/** Signs in by whichever passkey of this node the officer has at hand. */
export async function signInByPasskey(): Promise<SessionView> {
  const options = await call<PasskeyRequestOptions>('/api/session/passkey/challenge', { method: 'POST' });
  const { startAuthentication } = await library();
  const { id, response } = await startAuthentication({ optionsJSON: options }).catch(unused);
  const body: PasskeySignIn = {
    id,
    clientDataJSON: response.clientDataJSON,
    authenticatorData: response.authenticatorData,
    signature: response.signature,
    userHandle: response.userHandle ?? '',
  };
  return keepSession(await call<SessionView>('/api/session/passkey', { method: 'POST', body }));
}

/** Has the browser make a passkey and enters it under a label. */
export async function makePasskey(label: string): Promise<PasskeyView> {
  const options = await call<PasskeyCreationOptions>('/api/access/account/passkeys/challenge', { method: 'POST' });
  const { startRegistration } = await library();
  const { id, response } = await startRegistration({ optionsJSON: options }).catch(unused);
  const { clientDataJSON, attestationObject, transports = [] } = response;
  const body: PasskeyRegistration = { label, credential: { id, clientDataJSON, attestationObject, transports } };
  return await call<PasskeyView>('/api/access/account/passkeys', { method: 'POST', body });
}

export function labelPasskey(id: string, label: string): Promise<PasskeyView> {
  return call(`/api/access/account/passkeys/${id}`, { method: 'PUT', body: { label } });
}

export function removePasskey(id: string): Promise<void> {
  return call(`/api/access/account/passkeys/${id}`, { method: 'DELETE' });
}

/** The browser gave no answer: the officer thought better of it, took too long, or has this passkey already. */
function unused(error: unknown): never {
  const had = error instanceof Error && error.name === 'InvalidStateError';
  const code = had ? 'passkey-known' : 'passkey-unused';
  throw new ProblemError({ type: 'about:blank', title: code, status: 0, code });
}
