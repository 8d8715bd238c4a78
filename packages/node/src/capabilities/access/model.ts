import type { Officer, Role, SignInMethod } from '@entente/contracts/access';

/** Who asks for what, and why: set on the request by the guard once the policies have allowed it. */
export interface Asking {
  officer: Officer;
  /** The session he asks in; what a room keeps for its length goes with it (`liveSessionIds`). */
  sessionId: string;
  /** The action of the route's gate, e.g. `screening.check`. */
  action: string;
  /** Present for actions on personal data: ids from the profile's purposes. */
  purpose?: string;
  legalBasis?: string;
  /** Present where the purpose needs a case, or the officer named one all the same. */
  caseReference?: string;
}

/** An authority of this node's state; its names are not personal data. */
export interface Authority {
  id: string;
  names: Officer['authority']['names'];
}

/** An officer as stored. `lockedUntil` in the far future means locked by an administrator or the operator. */
export interface StoredOfficer extends Officer {
  passwordHash: string | null;
  failures: number;
  lockedUntil: Date | null;
  /** Counts the changes made by hand. */
  revision: number;
  enteredAt: Date;
}

/** What is needed to enter an officer. `passwordHash` null: sign-in by password is not possible. */
export interface NewOfficer {
  id: string;
  name: string;
  displayName: string;
  authority: string;
  roles: Role[];
  passwordHash: string | null;
}

/** A session of an officer. Its token is known to the browser alone; the store keeps the hash. */
export interface Session {
  id: string;
  officerId: string;
  method: SignInMethod;
  /** The passkey it was begun with, while that is there. */
  passkey: string | null;
  startedAt: Date;
  lastSeenAt: Date;
  /** The end whatever the officer does. */
  endsAt: Date;
}

/** A passkey of an officer. `label` is what he calls it. */
export interface Passkey {
  id: string;
  officerId: string;
  label: string;
  credentialId: Uint8Array;
  /** COSE_Key. */
  publicKey: Uint8Array;
  /** Signatures made, as the authenticator last said. */
  counter: number;
  transports: string[];
  synced: boolean;
  enteredAt: Date;
  lastUsedAt: Date | null;
}

/** Which state's node this is, and whether it is a demonstration. Written once, at founding. */
export interface Founding {
  /** ISO 3166-1 alpha-3. */
  state: string;
  demonstration: boolean;
  foundedAt: Date;
}
