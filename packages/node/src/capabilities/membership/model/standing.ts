import type { KeyUse, Register } from '@entente/crypto/act/register';

/** Where this node stands: the register as far as it knows, and which of its nodes it is. */
export interface Standing {
  register: Register;
  /** Hash of the founding statement, in hexadecimal. */
  pin: string;
  /** This node's id in the register. */
  self: string;
}

/** What a key of the node's own is for. Those of a witness stand in no list of keys: a node has one at a time. */
export type OwnKeyUse = KeyUse | 'witness';

/** A key of the node's own, without its private half. */
export interface OwnKey {
  use: OwnKeyUse;
  /** As the register names it; of a witness its key's short id. */
  id: string;
  /** The node's id it was made for. */
  node: string;
  madeAt: Date;
  /** As a node's record has it: Base64, sealing key, Base64 of the certificate, verifier key. */
  public: string;
}
