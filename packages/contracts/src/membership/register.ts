import { type Static, Type } from 'typebox';
import { Timestamp } from '../terms.ts';

const Id = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' });
const State = Type.String({ pattern: '^[A-Z]{2}$' });
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** How a member stands now, from when, and what acts adopted ahead have in store for it. */
export const RegisterMember = Type.Object({
  state: State,
  /** `awaited`: admitted from a moment that is still to come. */
  status: Type.Enum(['awaited', 'active', 'suspended']),
  from: Timestamp,
  ahead: Type.Array(Type.Object({ status: Type.Enum(['active', 'suspended']), from: Timestamp })),
});
export type RegisterMember = Static<typeof RegisterMember>;

/** A key by its id; a certificate by its SHA-256 fingerprint. */
export const RegisterKey = Type.Object({
  use: Type.Enum(['signing', 'sealing', 'tls']),
  id: Type.String(),
  status: Type.Enum(['awaited', 'in-force', 'retired', 'revoked']),
  from: Timestamp,
  until: Type.Union([Timestamp, Type.Null()]),
});
export type RegisterKey = Static<typeof RegisterKey>;

export const RegisterNode = Type.Object({
  id: Id,
  holder: Type.Enum(['member', 'body']),
  /** The member's state, or the body's id. */
  of: Type.String(),
  /** `host:port`, where other nodes reach it. */
  address: Type.String(),
  /** SHA-256 of the whole record, for operators to compare. */
  record: Hash,
  /** Verifier key of its log. */
  log: Type.String(),
  /** Verifier key of its cosignatures on others' logs. */
  witness: Type.String(),
  keys: Type.Array(RegisterKey),
});
export type RegisterNode = Static<typeof RegisterNode>;

/** GET /api/membership/register: what the organisation's acts, folded in order, make true at this moment. */
export const RegisterView = Type.Object({
  organisation: Id,
  /** Hash of the founding statement, which this node has pinned. */
  pin: Hash,
  /** This node. */
  self: Id,
  head: Type.Object({ number: Type.Integer({ minimum: 1 }), hash: Hash }),
  members: Type.Array(RegisterMember),
  nodes: Type.Array(RegisterNode),
  treaties: Type.Array(Type.Object({ id: Id, inForceFrom: Timestamp })),
});
export type RegisterView = Static<typeof RegisterView>;
