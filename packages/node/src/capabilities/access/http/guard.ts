import { CSRF_HEADER, type Officer } from '@entente/contracts/access';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Guard } from '../../../platform/http/gate.ts';
import { Problem } from '../../../platform/problem.ts';
import { recordEvent } from '../../audit/index.ts';
import type { Membership } from '../../membership/index.ts';
import type { Policies } from '../cedar/policies.ts';
import type { Asking } from '../model.ts';
import { askAboutNode, state } from '../policy.ts';
import { PROBLEMS } from '../problems.ts';
import { attribution } from '../rules/attribution.ts';
import { asOfficer } from '../rules/officers.ts';
import type { Permissions } from '../service/permissions.ts';
import { isCsrfToken } from '../service/session-tokens.ts';
import { findLiveSession, noteSeen } from '../service/sessions.ts';
import type { OpenSession } from '../store/sessions.ts';
import type { Cookie } from './cookie.ts';
import { isUnsafe, refuseForeignOrigin } from './origin.ts';
import { readStatedPurpose, type StatedPurpose } from './stated-purpose.ts';

export interface GuardParts {
  db: Database;
  clock: Clock;
  membership: Membership;
  policies: Policies;
  permissionsOf(officer: Officer): Permissions;
  cookie: Cookie;
}

/**
 * The one gate. An open route is only kept from other sites' pages. For any other there must be a session, on
 * unsafe methods its token, for personal data a purpose, and the policies must allow it; then the request
 * carries who asks and why. What is refused to a signed-in officer is recorded.
 */
export function createGuard(parts: GuardParts): Guard {
  return async (request, _reply, gate) => {
    if ('open' in gate) {
      if (isUnsafe(request)) refuseForeignOrigin(request);
      return;
    }
    refuseForeignOrigin(request);
    const { open, token } = await requireSession(parts, request);
    const asking: Asking = { officer: asOfficer(open.officer), sessionId: open.session.id, action: gate.action };
    try {
      if (isUnsafe(request)) requireCsrfToken(request, token);
      request.asking = weigh(parts, asking, gate.personal, request.headers);
    } catch (error) {
      if (error instanceof Problem) await recordRefusal(parts, asking, error.code);
      throw error;
    }
    await noteSeen({ ...parts }, open.session);
  };
}

/** Who asks, and why, on a route that is not open. */
export function askingOf(request: FastifyRequest): Asking {
  if (!request.asking) throw new Error(`Nobody asks on ${request.routeOptions.url}: its gate is open`);
  return request.asking as Asking;
}

/** Refuses a request that does not carry the token of its session. */
export function requireCsrfToken(request: FastifyRequest, token: string): void {
  const given = request.headers[CSRF_HEADER];
  if (!isCsrfToken(typeof given === 'string' ? given : undefined, token)) {
    throw new Problem(PROBLEMS['wrong-csrf-token']);
  }
}

async function requireSession(
  { db, clock, membership, cookie }: GuardParts,
  request: FastifyRequest,
): Promise<{ open: OpenSession; token: string }> {
  const token = cookie.read(request);
  const open = token ? await findLiveSession({ db, clock, limits: membership.limits() }, token) : undefined;
  if (!token || !open) throw new Problem(PROBLEMS['signed-out']);
  return { open, token };
}

/**
 * Weighs a request; returns who asks and why, or throws. `asking` gathers what was validly stated, so that
 * a refusal is recorded with it.
 */
function weigh(
  { membership, policies, permissionsOf }: GuardParts,
  asking: Asking,
  personal: boolean,
  headers: FastifyRequest['headers'],
): Asking {
  if (!permissionsOf(asking.officer).purposesOf(asking.action)) throw new Problem(PROBLEMS['not-permitted']);
  const stated = personal ? readStatedPurpose(headers, membership.purposes()) : undefined;
  Object.assign(asking, stated && whyOf(stated));
  const question = askAboutNode(
    asking.officer,
    asking.action,
    stated && state(stated.purpose, stated.legalBasis, stated.caseReference),
  );
  if (!policies.decide(question).allowed) throw new Problem(PROBLEMS['not-permitted']);
  return asking;
}

function whyOf({ purpose, legalBasis, caseReference }: StatedPurpose): Partial<Asking> {
  return { purpose: purpose.id, legalBasis, ...(caseReference !== undefined && { caseReference }) };
}

async function recordRefusal({ db, clock }: GuardParts, asking: Asking, code: string): Promise<void> {
  await db.transaction().execute((tx) =>
    recordEvent(tx, {
      at: clock.now(),
      ...attribution(asking),
      event: 'access.refused',
      outcome: 'refused',
      facts: { action: asking.action, code },
    }),
  );
}
