import { SessionView } from '@entente/contracts/access';
import { OwnAccount, OwnPassword } from '@entente/contracts/access/account';
import { SessionsEnded } from '@entente/contracts/access/officers';
import {
  PasskeyCreationOptions,
  PasskeyLabel,
  PasskeyRegistration,
  PasskeyRequestOptions,
  PasskeySignIn,
  PasskeyView,
} from '@entente/contracts/access/passkeys';
import { Uuid } from '@entente/contracts/terms';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Http } from '../../../platform/http/http.ts';
import { challengeEnd } from '../rules/passkeys.ts';
import { changeOwnPassword } from '../service/own-password.ts';
import { beginPasskeySignIn, signInByPasskey } from '../service/passkey-sign-in.ts';
import { beginPasskey, labelPasskey, listOwnPasskeys, registerPasskey, removePasskey } from '../service/passkeys.ts';
import { newToken } from '../service/session-tokens.ts';
import { findOfficer } from '../store/officers.ts';
import type { Cookie } from './cookie.ts';
import { askingOf } from './guard.ts';
import { consoleOrigin } from './origin.ts';
import { begin, type RouteParts, signInRate } from './routes.ts';

export interface AccountParts extends RouteParts {
  challengeCookie: Cookie;
}

const TAGS = ['access'];
const OWN = { gate: { action: 'access.keep-own-account', personal: false } };
const Address = Type.Object({ id: Uuid });

/** The officer's own account: his passkeys, his password. */
export function registerAccount(http: Http, parts: AccountParts): void {
  const { cookie } = parts;
  const atHost = (request: FastifyRequest) => ({ ...parts, party: relyingParty(parts, request) });
  const sessionToken = (request: FastifyRequest) => cookie.read(request) ?? '';

  http.get(
    '/api/access/account',
    { config: OWN, schema: { summary: 'The own account', tags: TAGS, response: { 200: OwnAccount } } },
    async (request) => {
      const officer = await findOfficer(parts.db, askingOf(request).officer.id);
      return {
        hasPassword: officer?.passwordHash != null,
        passwordMinLength: parts.limits.signIn.passwordMinLength,
        passkeys: await listOwnPasskeys(parts, askingOf(request)),
      };
    },
  );

  http.put(
    '/api/access/account/password',
    {
      config: OWN,
      schema: { summary: 'Set the own password', tags: TAGS, body: OwnPassword, response: { 200: SessionsEnded } },
    },
    async (request) => ({ ended: await changeOwnPassword(parts, askingOf(request), request.body.password) }),
  );

  http.post(
    '/api/access/account/passkeys/challenge',
    {
      config: OWN,
      schema: { summary: 'What an authenticator is to make', tags: TAGS, response: { 200: PasskeyCreationOptions } },
    },
    async (request) => await beginPasskey(atHost(request), askingOf(request), sessionToken(request)),
  );

  http.post(
    '/api/access/account/passkeys',
    {
      config: OWN,
      schema: { summary: 'Enter a passkey', tags: TAGS, body: PasskeyRegistration, response: { 201: PasskeyView } },
    },
    async (request, reply) => {
      const from = { sessionToken: sessionToken(request), address: request.ip };
      const made = await registerPasskey(atHost(request), askingOf(request), request.body, from);
      return reply.code(201).send(made);
    },
  );

  http.put(
    '/api/access/account/passkeys/:id',
    {
      config: OWN,
      schema: {
        summary: 'Label a passkey',
        tags: TAGS,
        params: Address,
        body: PasskeyLabel,
        response: { 200: PasskeyView },
      },
    },
    async (request) => await labelPasskey(parts, askingOf(request), request.params.id, request.body.label),
  );

  http.delete(
    '/api/access/account/passkeys/:id',
    {
      config: OWN,
      schema: { summary: 'Remove a passkey', tags: TAGS, params: Address, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await removePasskey(parts, askingOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}

/** The way in by passkey. */
export function registerPasskeySignIn(http: Http, parts: AccountParts): void {
  const { challengeCookie, clock } = parts;
  const rateLimit = signInRate(parts);

  http.post(
    '/api/session/passkey/challenge',
    {
      config: { gate: { open: 'the way in by passkey begins with a question to the browser' }, rateLimit },
      schema: { summary: 'What a passkey is to sign', tags: TAGS, response: { 200: PasskeyRequestOptions } },
    },
    async (request, reply) => {
      const party = relyingParty(parts, request);
      const token = newToken();
      challengeCookie.set(reply, token, challengeEnd(clock.now()));
      return await beginPasskeySignIn({ ...parts, party }, token);
    },
  );

  http.post(
    '/api/session/passkey',
    {
      config: { gate: { open: 'the way in by passkey' }, rateLimit },
      schema: { summary: 'Sign in by passkey', tags: TAGS, body: PasskeySignIn, response: { 200: SessionView } },
    },
    async (request, reply) => {
      const party = relyingParty(parts, request);
      const attempt = { browser: challengeCookie.read(request), signed: request.body, address: request.ip };
      challengeCookie.clear(reply);
      return await begin(parts, request, reply, await signInByPasskey({ ...parts, party }, attempt));
    },
  );
}

function relyingParty({ publicHost, port, membership, founding }: AccountParts, request: FastifyRequest) {
  return {
    id: publicHost,
    name: `Entente, ${membership.stateByCode(founding.state)!.names.en}`,
    origin: consoleOrigin(request, publicHost, port),
  };
}
