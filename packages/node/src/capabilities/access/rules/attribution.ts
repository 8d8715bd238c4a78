import type { Attribution } from '../../audit/index.ts';
import type { Asking } from '../model.ts';

/** Who, why and on which basis, ready to spread into an audit entry. */
export function attribution(asking: Asking): Attribution {
  return {
    actor: { kind: 'officer', id: asking.officer.id, authority: asking.officer.authority.id },
    ...(asking.purpose !== undefined && { purpose: asking.purpose }),
    ...(asking.legalBasis !== undefined && { legalBasis: asking.legalBasis }),
    ...(asking.caseReference !== undefined && { case: asking.caseReference }),
  };
}

/**
 * The same for a command run on the node's machine, where nobody has signed in.
 * `command` says which one, e.g. `lists import`; it is the actor's id, since the operator has no other.
 */
export function operatorAttribution(command: string): Attribution {
  return { actor: { kind: 'operator', id: command } };
}
