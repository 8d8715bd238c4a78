import type { Purpose } from '@entente/contracts/access';
import type { Policies } from '../cedar/policies.ts';
import { askAboutNode, type Principal, state } from '../policy.ts';

/** What an officer may do at all: each action, and for personal data the purposes it is open for. */
export interface Permissions {
  /** Undefined: not at all. Empty: without a purpose, since it is no personal data. */
  purposesOf(action: string): string[] | undefined;
  actions: string[];
}

/**
 * Asks the policies about each action they know, for each purpose as if its first basis and a case were
 * given. The answer depends on roles and authority alone, so it is kept for each combination of them.
 */
export function createPermissions(policies: Policies, purposes: Purpose[]): (officer: Principal) => Permissions {
  const kept = new Map<string, Permissions>();
  return (officer) => {
    const key = [officer.authority.id, ...[...officer.roles].sort()].join(' ');
    const found = kept.get(key) ?? ask(policies, purposes, officer);
    kept.set(key, found);
    return found;
  };
}

function ask(policies: Policies, purposes: Purpose[], officer: Principal): Permissions {
  const allowed = new Map<string, string[]>();
  for (const { id, personal } of policies.actions) {
    if (!personal) {
      if (policies.decide(askAboutNode(officer, id)).allowed) allowed.set(id, []);
      continue;
    }
    const open = purposes.filter(
      (purpose) => policies.decide(askAboutNode(officer, id, state(purpose, purpose.legalBases[0]!.id, 'any'))).allowed,
    );
    if (open.length > 0)
      allowed.set(
        id,
        open.map((purpose) => purpose.id),
      );
  }
  return { purposesOf: (action) => allowed.get(action), actions: [...allowed.keys()] };
}
