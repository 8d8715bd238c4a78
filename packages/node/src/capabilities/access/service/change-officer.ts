import type { Role } from '@entente/contracts/access';
import type { AuditEvent } from '@entente/contracts/audit-events';
import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { type Attribution, recordEvent } from '../../audit/index.ts';
import type { Limits } from '../../membership/index.ts';
import type { StoredOfficer } from '../model.ts';
import type { Passwords } from '../passwords/passwords.ts';
import { PROBLEMS } from '../problems.ts';
import { holdsRoles, type OfficerChange, type OfficerRefusal, refuseChange } from '../rules/officers.ts';
import { isLockedByHand, UNTIL_UNLOCKED } from '../rules/sign-in.ts';
import { findOfficerByName, lockOfficerRow, lockOfficersWith, updateOfficer } from '../store/officers.ts';
import { deletePasskeysOf } from '../store/passkeys.ts';
import { revokeSessionsOf } from '../store/sessions.ts';
import { type AuthorityForm, requireAuthority } from './authorities.ts';
import { requirePassword, whenFree } from './password-work.ts';
import { viewOfficer } from './view-officers.ts';

export interface ChangeParts {
  db: Database;
  clock: Clock;
  limits: Limits;
  /** Who does it, as the record shall say. */
  by: Attribution;
}

/** Which officer: by the name an operator types, or the id a page knows, with the revision it showed. */
export type Target = { name: string } | { id: string; seen?: number };

/** What was done, for the record; undefined where there was nothing to do. */
interface Done {
  event: AuditEvent;
  sessionsEnded: number;
  facts?: Record<string, string | number>;
}

type Outcome = { sessionsEnded: number } | { refusal: OfficerRefusal; officer: StoredOfficer };

/** Closes the way in until it is opened by hand, and ends every session at once. Returns how many. */
export async function lockOfficer(parts: ChangeParts, target: Target): Promise<number> {
  return await changeOfficer(parts, target, { kind: 'lock' }, async (tx, { id }, now) => {
    await updateOfficer(tx, id, { lockedUntil: UNTIL_UNLOCKED });
    const sessionsEnded = await revokeSessionsOf(tx, { officerId: id }, 'officer-locked', now);
    return { event: 'access.officer-locked', sessionsEnded };
  });
}

/** Opens the way in again, whoever closed it, and forgets the failures. */
export async function unlockOfficer(parts: ChangeParts, target: Target): Promise<void> {
  await changeOfficer(parts, target, { kind: 'unlock' }, async (tx, { id }) => {
    await updateOfficer(tx, id, { failures: 0, lockedUntil: null });
    return { event: 'access.officer-unlocked', sessionsEnded: 0 };
  });
}

/**
 * Gives a new password, removes every passkey and ends every session at once: whoever held the old ones is out.
 * Returns how many sessions.
 */
export async function givePassword(
  parts: ChangeParts & { passwords: Passwords },
  target: Target,
  password: string,
): Promise<number> {
  requirePassword(password, parts.limits);
  const passwordHash = await whenFree(() => parts.passwords.hash(password));
  return await changeOfficer(parts, target, { kind: 'password' }, async (tx, { id }, now) => {
    await updateOfficer(tx, id, { passwordHash });
    const passkeysRemoved = await deletePasskeysOf(tx, id);
    const sessionsEnded = await revokeSessionsOf(tx, { officerId: id }, 'password-changed', now);
    return { event: 'access.password-changed', sessionsEnded, facts: { passkeysRemoved } };
  });
}

/** Gives other roles and ends every session at once, so that none goes on with the old ones. Returns how many. */
export async function changeRoles(parts: ChangeParts, target: Target, roles: Role[]): Promise<number> {
  return await changeOfficer(parts, target, { kind: 'roles', roles }, async (tx, officer, now) => {
    if (holdsRoles(officer, roles)) return undefined;
    await updateOfficer(tx, officer.id, { roles });
    const sessionsEnded = await revokeSessionsOf(tx, { officerId: officer.id }, 'roles-changed', now);
    const facts = { roles: roles.join(' '), rolesBefore: officer.roles.join(' ') };
    return { event: 'access.roles-changed', sessionsEnded, facts };
  });
}

/** Gives an officer to another authority and ends every session at once. Returns how many. */
export async function changeAuthority(parts: ChangeParts, target: Target, form: AuthorityForm): Promise<number> {
  const { authority } = form;
  return await changeOfficer(parts, target, { kind: 'authority' }, async (tx, officer, now) => {
    await requireAuthority(tx, parts, form);
    if (officer.authority.id === authority) return undefined;
    await updateOfficer(tx, officer.id, { authority });
    const sessionsEnded = await revokeSessionsOf(tx, { officerId: officer.id }, 'authority-changed', now);
    const facts = { authority, authorityBefore: officer.authority.id };
    return { event: 'access.authority-changed', sessionsEnded, facts };
  });
}

/**
 * Loads, weighs, changes and records, in one transaction. What a rule forbids is recorded too, and answered by the
 * problem of its name; what rests on an earlier revision, with the officer as he is now.
 */
async function changeOfficer(
  parts: ChangeParts,
  target: Target,
  change: OfficerChange,
  apply: (tx: Tx, officer: StoredOfficer, now: Date) => Promise<Done | undefined>,
): Promise<number> {
  const { db, clock, by } = parts;
  const outcome = await db.transaction().execute(async (tx): Promise<Outcome> => {
    // Locked before the officer himself, in one order for everybody, so that two who lock each other out do it in turn.
    const weighed = change.kind === 'lock' || change.kind === 'roles';
    const administrators = weighed ? await lockOfficersWith(tx, 'administrator') : [];
    const officer = await lockTarget(tx, target);
    const others = administrators.filter((one) => one.id !== officer.id && !isLockedByHand(one));
    const refusal = refuseChange(officer, change, {
      by: by.actor.kind === 'officer' ? by.actor.id : undefined,
      seen: 'id' in target ? target.seen : undefined,
      otherAdministrators: weighed ? others.length : 1,
    });
    if (refusal) {
      if (refusal !== 'officer-changed') await recordRefusal(tx, parts, refusal, officer.id);
      return { refusal, officer };
    }
    const now = clock.now();
    const done = await apply(tx, officer, now);
    if (!done) return { sessionsEnded: 0 };
    await recordEvent(tx, {
      at: now,
      ...by,
      event: done.event,
      outcome: 'done',
      subject: { kind: 'officer', ref: officer.id },
      facts: { ...done.facts, sessionsEnded: done.sessionsEnded },
    });
    return { sessionsEnded: done.sessionsEnded };
  });
  if ('sessionsEnded' in outcome) return outcome.sessionsEnded;
  const current = outcome.refusal === 'officer-changed' ? await viewOfficer(parts, outcome.officer) : undefined;
  throw new Problem(PROBLEMS[outcome.refusal], { current });
}

async function lockTarget(tx: Tx, target: Target): Promise<StoredOfficer> {
  const id = 'id' in target ? target.id : (await findOfficerByName(tx, target.name))?.id;
  const officer = id === undefined ? undefined : await lockOfficerRow(tx, id);
  if (officer) return officer;
  const detail = 'name' in target ? { detail: `There is no officer ${target.name}.` } : {};
  throw new Problem(PROBLEMS['unknown-officer'], detail);
}

/** Records that a rule forbade an entry or a change. */
export async function recordRefusal(
  tx: Tx,
  { clock, by }: Pick<ChangeParts, 'clock' | 'by'>,
  code: OfficerRefusal,
  officerId?: string,
): Promise<void> {
  await recordEvent(tx, {
    at: clock.now(),
    ...by,
    event: 'access.refused',
    outcome: 'refused',
    ...(officerId !== undefined && { subject: { kind: 'officer', ref: officerId } }),
    facts: { action: 'access.change-officers', code },
  });
}
