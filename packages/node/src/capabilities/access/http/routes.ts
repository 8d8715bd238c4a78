import { DemonstrationSignIn, type Officer, SessionSummary, SessionView, SignIn } from '@entente/contracts/access';
import { SessionsEnded } from '@entente/contracts/access/officers';
import { type Translated, Uuid } from '@entente/contracts/terms';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Http } from '../../../platform/http/http.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Membership } from '../../membership/index.ts';
import type { Founding } from '../model.ts';
import { PROBLEMS } from '../problems.ts';
import { asOfficer } from '../rules/officers.ts';
import { sessionExpiry } from '../rules/sessions.ts';
import { isLocked } from '../rules/sign-in.ts';
import type { Permissions } from '../service/permissions.ts';
import { csrfToken } from '../service/session-tokens.ts';
import {
  endSessions,
  findLiveSession,
  listSessions,
  revokeSession,
  type SessionParts,
  type StartedSession,
  signOut,
} from '../service/sessions.ts';
import { type SignInParts, signIn, signInAtOneClick } from '../service/sign-in.ts';
import { listOfficers } from '../store/officers.ts';
import type { OpenSession } from '../store/sessions.ts';
import type { Cookie } from './cookie.ts';
import { askingOf, requireCsrfToken } from './guard.ts';
import { addressGroup, isAtTheMachine } from './origin.ts';

export interface RouteParts extends SessionParts, SignInParts {
  membership: Membership;
  founding: Founding;
  holderNames: Translated;
  permissionsOf(officer: Officer): Permissions;
  cookie: Cookie;
  /** The exact address of one-click sign-in. */
  publicHost: string;
  port: number;
  version: string;
}

/** Sign-in, sign-out, who is signed in, and the list of sessions. */
export function registerRoutes(http: Http, parts: RouteParts): void {
  const { cookie } = parts;
  const rateLimit = signInRate(parts);

  http.get(
    '/api/session',
    {
      config: { gate: { open: 'says who is signed in, if anyone' } },
      schema: { response: { 200: SessionView } },
    },
    async (request) => {
      const token = cookie.read(request);
      const open = token ? await findLiveSession(parts, token) : undefined;
      return await viewSession(parts, request, open && token ? { open, token } : undefined);
    },
  );

  http.post(
    '/api/session',
    {
      config: { gate: { open: 'the way in' }, rateLimit },
      bodyLimit: 8 * 1024,
      schema: { body: SignIn, response: { 200: SessionView } },
    },
    async (request, reply) => {
      const { name, password } = request.body;
      return await begin(parts, request, reply, await signIn(parts, { name, password, address: request.ip }));
    },
  );

  http.post(
    '/api/session/demonstration',
    {
      config: { gate: { open: 'the way in of a demonstration, on its own machine' } },
      schema: { body: DemonstrationSignIn, response: { 200: SessionView } },
    },
    async (request, reply) => {
      if (!offersOneClick(parts, request)) throw new Problem(PROBLEMS['no-one-click-sign-in']);
      const { officerId } = request.body;
      return await begin(parts, request, reply, await signInAtOneClick(parts, officerId, request.ip));
    },
  );

  http.delete(
    '/api/session',
    {
      config: { gate: { open: "ends the caller's own session, by its cookie and its token" } },
      schema: { response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const token = cookie.read(request);
      const open = token ? await findLiveSession(parts, token) : undefined;
      if (token && open) {
        requireCsrfToken(request, token);
        await signOut(parts, open);
      }
      cookie.clear(reply);
      return reply.code(204).send(null);
    },
  );

  http.get(
    '/api/access/sessions',
    {
      config: { gate: { action: 'access.view-sessions', personal: false } },
      schema: { response: { 200: Type.Array(SessionSummary) } },
    },
    async (request) => {
      const current = await findLiveSession(parts, cookie.read(request) ?? '');
      return await listSessions(parts, askingOf(request), current?.session.id ?? '');
    },
  );

  http.delete(
    '/api/access/sessions',
    {
      config: { gate: { action: 'access.revoke-session', personal: false } },
      schema: { response: { 200: SessionsEnded } },
    },
    async (request) => {
      const asking = askingOf(request);
      return { ended: await endSessions(parts, asking, asking.officer.id) };
    },
  );

  http.delete(
    '/api/access/sessions/:id',
    {
      config: { gate: { action: 'access.revoke-session', personal: false } },
      schema: { params: Type.Object({ id: Uuid }), response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await revokeSession(parts, askingOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}

/** How often one address may try to sign in, by whichever way. */
export function signInRate({ limits }: Pick<RouteParts, 'limits'>) {
  return {
    max: limits.signIn.perAddressPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request: FastifyRequest) => addressGroup(request.ip),
  };
}

/** Hands the new session to the browser; one it held before is ended, since its token is gone. */
export async function begin(
  parts: RouteParts,
  request: FastifyRequest,
  reply: FastifyReply,
  started: StartedSession,
): Promise<SessionView> {
  const before = parts.cookie.read(request);
  const left = before ? await findLiveSession(parts, before) : undefined;
  if (left) await signOut(parts, left);
  const open = await findLiveSession(parts, started.token);
  if (!open) throw new Error('A session was revoked in the moment it began');
  parts.cookie.set(reply, started.token, started.session.endsAt);
  return await viewSession(parts, request, { open, token: started.token });
}

async function viewSession(
  parts: RouteParts,
  request: FastifyRequest,
  current: { open: OpenSession; token: string } | undefined,
): Promise<SessionView> {
  const { membership, founding } = parts;
  const organisation = membership.organisation();
  const officer = current && asOfficer(current.open.officer);
  const permissions = officer && parts.permissionsOf(officer);
  return {
    node: {
      state: founding.state,
      stateNames: parts.holderNames,
      organisation: organisation.names,
      demonstration: founding.demonstration,
      version: parts.version,
    },
    officer: officer ?? null,
    csrf: current ? csrfToken(current.token) : null,
    expiresAt: current ? sessionExpiry(current.open.session, parts.limits.session).toISOString() : null,
    actions: permissions?.actions ?? [],
    purposes: permissions ? purposesFor(membership, permissions) : [],
    offers: !current && offersOneClick(parts, request) ? await readOffers(parts) : [],
  };
}

/** Every purpose, each with the actions this officer may state it for; those without are there to be read in records. */
function purposesFor(membership: Membership, permissions: Permissions): SessionView['purposes'] {
  return membership.purposes().map((purpose) => ({
    ...purpose,
    actions: permissions.actions.filter((action) => permissions.purposesOf(action)?.includes(purpose.id)),
  }));
}

function offersOneClick({ founding, publicHost, port }: RouteParts, request: FastifyRequest): boolean {
  return founding.demonstration && isAtTheMachine(request, publicHost, port);
}

async function readOffers({ db, clock }: RouteParts): Promise<SessionView['offers']> {
  const officers = await listOfficers(db);
  return officers
    .filter((officer) => !isLocked(officer, clock.now()))
    .map(({ id, displayName, roles, authority }) => ({
      officerId: id,
      displayName,
      roles,
      authority: authority.names,
    }));
}
