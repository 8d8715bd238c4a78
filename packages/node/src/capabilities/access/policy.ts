import type { Officer, Purpose } from '@entente/contracts/access';

/** What a request for personal data says of itself, as read from its headers and held against the profile. */
export interface Stated {
  purpose: string;
  /** The legal basis named is one of the purpose's own. */
  basisOfPurpose: boolean;
  caseRequired: boolean;
  hasCase: boolean;
}

/** What the question is about: the node as a whole, one officer's session, an alert. */
export type Resource =
  | { type: 'Node'; id: string }
  | { type: 'Session'; id: string; owner: string }
  /** An alert, with the roles its category opens it to. */
  | { type: 'Alert'; id: string; readers: string[] };

/** Who is asked about. Roles and authority are all that policies know of an officer. */
export type Principal = Pick<Officer, 'id' | 'roles'> & { authority: { id: string } };

/** One question to the policies, in the terms of `policies/schema.cedarschema`. */
export interface Question {
  principal: Principal;
  action: string;
  resource: Resource;
  /** Present for actions on personal data, and only for them. */
  stated?: Stated;
}

const THIS_NODE: Resource = { type: 'Node', id: 'this' };

/** May this officer do this at all, and for personal data: for what he states? */
export function askAboutNode(principal: Principal, action: string, stated?: Stated): Question {
  return { principal, action, resource: THIS_NODE, ...(stated && { stated }) };
}

/** May this officer see or end this session? */
export function askAboutSession(
  principal: Principal,
  action: string,
  session: { id: string; officerId: string },
): Question {
  return { principal, action, resource: { type: 'Session', id: session.id, owner: session.officerId } };
}

/** How a purpose, a legal basis and a case read to the policies. */
export function state(purpose: Purpose, legalBasis: string, caseReference: string | undefined): Stated {
  return {
    purpose: purpose.id,
    basisOfPurpose: purpose.legalBases.some((basis) => basis.id === legalBasis),
    caseRequired: purpose.caseRequired,
    hasCase: caseReference !== undefined,
  };
}
