import {
  AuthorityChange,
  AuthorityEntry,
  OfficerEntry,
  OfficerForm,
  OfficerPage,
  OfficerQuery,
  OfficerSeen,
  OfficerWithPassword,
  RolesChange,
  SessionsEnded,
} from '@entente/contracts/access/officers';
import { Uuid } from '@entente/contracts/terms';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Http } from '../../../platform/http/http.ts';
import { attribution } from '../rules/attribution.ts';
import { changeAuthority, changeRoles, givePassword, lockOfficer, unlockOfficer } from '../service/change-officer.ts';
import { addOfficer, type OfficerParts } from '../service/enter-officer.ts';
import { generatePassword } from '../service/password-work.ts';
import { endSessions } from '../service/sessions.ts';
import { findOfficers, readOfficer } from '../service/view-officers.ts';
import { listAuthorities } from '../store/authorities.ts';
import { askingOf } from './guard.ts';

const TAGS = ['access'];
const VIEW = { gate: { action: 'access.view-officers', personal: false } };
const CHANGE = { gate: { action: 'access.change-officers', personal: false } };
const Address = Type.Object({ id: Uuid });

/** The officers of the node, for administrators: who they are, what they may do, and whether they can come in. */
export function registerOfficers(http: Http, parts: Omit<OfficerParts, 'by'>): void {
  const by = (request: FastifyRequest) => ({ ...parts, by: attribution(askingOf(request)) });

  http.get(
    '/api/access/officers',
    {
      config: VIEW,
      schema: { summary: 'The officers', tags: TAGS, querystring: OfficerQuery, response: { 200: OfficerPage } },
    },
    async (request) => await findOfficers(parts, request.query),
  );

  http.get(
    '/api/access/officers/:id',
    { config: VIEW, schema: { summary: 'One officer', tags: TAGS, params: Address, response: { 200: OfficerEntry } } },
    async (request) => await readOfficer(parts, request.params.id),
  );

  http.get(
    '/api/access/authorities',
    {
      config: VIEW,
      schema: { summary: 'The authorities officers serve', tags: TAGS, response: { 200: Type.Array(AuthorityEntry) } },
    },
    async () => await listAuthorities(parts.db),
  );

  http.post(
    '/api/access/officers',
    {
      config: CHANGE,
      schema: { summary: 'Enter an officer', tags: TAGS, body: OfficerForm, response: { 201: OfficerWithPassword } },
    },
    async (request, reply) => {
      const password = generatePassword();
      const id = await addOfficer(by(request), { ...request.body, password });
      return reply.code(201).send({ officer: await readOfficer(parts, id), password });
    },
  );

  http.put(
    '/api/access/officers/:id/roles',
    {
      config: CHANGE,
      schema: {
        summary: 'Give other roles',
        tags: TAGS,
        params: Address,
        body: RolesChange,
        response: { 200: OfficerEntry },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { revision, roles } = request.body;
      await changeRoles(by(request), { id, seen: revision }, roles);
      return await readOfficer(parts, id);
    },
  );

  http.put(
    '/api/access/officers/:id/authority',
    {
      config: CHANGE,
      schema: {
        summary: 'Give to another authority',
        tags: TAGS,
        params: Address,
        body: AuthorityChange,
        response: { 200: OfficerEntry },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { revision, ...form } = request.body;
      await changeAuthority(by(request), { id, seen: revision }, form);
      return await readOfficer(parts, id);
    },
  );

  registerWayIn(http, parts, by);
}

/** Locks, passwords and sessions. Closing needs no revision: it shall not wait for anybody. */
function registerWayIn(
  http: Http,
  parts: Omit<OfficerParts, 'by'>,
  by: (request: FastifyRequest) => OfficerParts,
): void {
  http.post(
    '/api/access/officers/:id/lock',
    { config: CHANGE, schema: { summary: 'Lock', tags: TAGS, params: Address, response: { 200: OfficerEntry } } },
    async (request) => {
      await lockOfficer(by(request), request.params);
      return await readOfficer(parts, request.params.id);
    },
  );

  http.post(
    '/api/access/officers/:id/unlock',
    {
      config: CHANGE,
      schema: { summary: 'Unlock', tags: TAGS, params: Address, body: OfficerSeen, response: { 200: OfficerEntry } },
    },
    async (request) => {
      const { id } = request.params;
      await unlockOfficer(by(request), { id, seen: request.body.revision });
      return await readOfficer(parts, id);
    },
  );

  http.post(
    '/api/access/officers/:id/password',
    {
      config: CHANGE,
      schema: {
        summary: 'Give a new password',
        tags: TAGS,
        params: Address,
        body: OfficerSeen,
        response: { 200: OfficerWithPassword },
      },
    },
    async (request) => {
      const { id } = request.params;
      const password = generatePassword();
      await givePassword(by(request), { id, seen: request.body.revision }, password);
      return { officer: await readOfficer(parts, id), password };
    },
  );

  http.delete(
    '/api/access/officers/:id/sessions',
    {
      config: CHANGE,
      schema: { summary: 'End all sessions', tags: TAGS, params: Address, response: { 200: SessionsEnded } },
    },
    async (request) => ({ ended: await endSessions(parts, askingOf(request), request.params.id) }),
  );
}
