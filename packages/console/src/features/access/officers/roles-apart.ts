import type { Role } from '@entente/contracts/access';
import { ROLES_APART, type RoleRule } from '@entente/contracts/access/role-pairs';

/** Why a role cannot be added to those chosen, and beside which of them; undefined where it can. */
export function apart(role: Role, chosen: readonly Role[]): { rule: RoleRule; beside: Role } | undefined {
  if (chosen.includes(role)) return undefined;
  for (const { rule, role: alone, from } of ROLES_APART) {
    if (role === alone) {
      const beside = chosen.find((one) => from.includes(one));
      if (beside) return { rule, beside };
    }
    if (from.includes(role) && chosen.includes(alone)) return { rule, beside: alone };
  }
  return undefined;
}

/** The same roles, in whatever order. */
export function sameRoles(left: readonly Role[], right: readonly Role[]): boolean {
  return left.length === right.length && left.every((role) => right.includes(role));
}
