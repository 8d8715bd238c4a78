import type { Officer, Role } from '@entente/contracts/access';
import type { OfficerState } from '@entente/contracts/access/officers';
import { ROLES_APART, type RoleRule } from '@entente/contracts/access/role-pairs';
import type { StoredOfficer } from '../model.ts';
import { isLocked, isLockedByHand } from './sign-in.ts';

/** What is asked of an officer's account. */
export type OfficerChange =
  | { kind: 'roles'; roles: readonly Role[] }
  | { kind: 'authority' }
  | { kind: 'lock' }
  | { kind: 'unlock' }
  | { kind: 'password' };

/** The rule that forbids an entry or a change; each is a problem of this name. */
export type OfficerRefusal = 'own-account' | RoleRule | 'last-administrator' | 'officer-changed';

/** The officer as policies, services and answers may know him: without hash and failures. */
export function asOfficer({ id, name, displayName, authority, roles }: StoredOfficer): Officer {
  return { id, name, displayName, authority, roles };
}

/** The rule that forbids these roles to one officer, if any does. */
export function refuseRoles(roles: readonly Role[]): RoleRule | undefined {
  return ROLES_APART.find(({ role, from }) => roles.includes(role) && roles.some((other) => from.includes(other)))
    ?.rule;
}

/** What a change is weighed by besides the officer himself. */
export interface ChangeCircumstances {
  /** The officer who asks; none where the operator does. */
  by: string | undefined;
  /** The revision the change rests on; none where it holds whatever was changed meanwhile. */
  seen: number | undefined;
  /** Administrators who are not locked by hand, without this officer. */
  otherAdministrators: number;
}

/** Weighs a change of an officer's account; undefined is leave. */
export function refuseChange(
  officer: Pick<StoredOfficer, 'id' | 'roles' | 'lockedUntil' | 'revision'>,
  change: OfficerChange,
  { by, seen, otherAdministrators }: ChangeCircumstances,
): OfficerRefusal | undefined {
  if (by === officer.id) return 'own-account';
  if (seen !== undefined && seen !== officer.revision) return 'officer-changed';
  const roles = change.kind === 'roles' ? change.roles : officer.roles;
  const together = change.kind === 'roles' ? refuseRoles(roles) : undefined;
  if (together) return together;
  const stays = change.kind !== 'lock' && roles.includes('administrator');
  const isOne = officer.roles.includes('administrator') && !isLockedByHand(officer);
  return isOne && !stays && otherAdministrators === 0 ? 'last-administrator' : undefined;
}

/** Whether the roles are those he holds already, in whatever order. */
export function holdsRoles(officer: Pick<StoredOfficer, 'roles'>, roles: readonly Role[]): boolean {
  return officer.roles.length === roles.length && roles.every((role) => officer.roles.includes(role));
}

/** How an officer's way in stands. */
export function stateOf(officer: Pick<StoredOfficer, 'lockedUntil'>, now: Date): OfficerState {
  if (isLockedByHand(officer)) return 'locked';
  return isLocked(officer, now) ? 'closed' : 'open';
}

/** Whether letters typed stand in an officer's sign-in or display name, in whatever case and form they are written. */
export function isNamed(officer: Pick<StoredOfficer, 'name' | 'displayName'>, text: string): boolean {
  const looked = folded(text.trim());
  return folded(officer.name).includes(looked) || folded(officer.displayName).includes(looked);
}

/** Letters without case and accents, so that `Zhúmabek` is found by `zhumabek`. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
