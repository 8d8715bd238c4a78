import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Membership } from '../../membership/index.ts';
import type { Policies } from '../cedar/policies.ts';
import type { Asking } from '../model.ts';
import { askAboutNode, state } from '../policy.ts';
import { asOfficer } from '../rules/officers.ts';
import { sessionExpiry } from '../rules/sessions.ts';
import { findSession } from '../store/sessions.ts';

/** What an officer was allowed once, in which session; work that goes on after the request keeps this of it. */
export type AllowedOnce = Omit<Asking, 'officer'>;

/**
 * Who asks, as he is now, for work that goes on after his request: undefined once his session has ended, or the policies would not
 * allow it any longer. Asked before each step, it is the gate of that step.
 */
export async function weighAgain(
  parts: { db: Database; clock: Clock; membership: Membership; policies: Policies },
  once: AllowedOnce,
): Promise<Asking | undefined> {
  const { db, clock, membership, policies } = parts;
  const open = await findSession(db, once.sessionId);
  if (!open || clock.now() >= sessionExpiry(open.session, membership.limits().session)) return undefined;
  const officer = asOfficer(open.officer);
  const purpose = membership.purposes().find(({ id }) => id === once.purpose);
  if (once.purpose !== undefined && !purpose) return undefined;
  const stated = purpose && state(purpose, once.legalBasis ?? '', once.caseReference);
  return policies.decide(askAboutNode(officer, once.action, stated)).allowed ? { ...once, officer } : undefined;
}
