import type { NodeRecord } from './node-record.ts';

/** The register of an organisation: what its acts, folded in order, make true. */
export interface Register {
  organisation: string;
  head: { number: number; hash: string };
  members: Map<string, Member>;
  nodes: Map<string, RegisteredNode>;
  /** Moment of entry into force, by treaty. */
  treaties: Map<string, string>;
}

export interface Member {
  state: string;
  since: string;
  /** Suspended and reinstated, in the order of the acts. The last change at or before a moment says how it stood. */
  standing: { status: 'active' | 'suspended'; from: string }[];
}

export interface RegisteredNode {
  /** As it stands at the head: where it is, which keys it uses. */
  record: NodeRecord;
  keys: RegisteredKey[];
}

export type KeyUse = 'signing' | 'sealing' | 'tls';

/** A key with its time in force. What a key signed holds by its place in time, also when it is long retired. */
export interface RegisteredKey {
  use: KeyUse;
  /** Id of a signing or sealing key; fingerprint of a certificate. */
  id: string;
  /** As the act gives it. */
  key: string;
  from: string;
  until: string | null;
  /** Revoked: it holds for nothing after this moment, whatever the overlap. */
  revoked: boolean;
}

/**
 * How long a key that was retired, and not revoked, still holds for what was on its way. A node that is cut off for longer
 * signs anew.
 */
export const KEY_OVERLAP_MS = 7 * 24 * 3_600_000;

/** Whether a state is a member and not suspended at a moment. */
export function isActiveAt(register: Register, state: string, moment: string): boolean {
  const member = register.members.get(state);
  if (!member || moment < member.since) return false;
  const last = member.standing.filter(({ from }) => from <= moment).at(-1);
  return last?.status !== 'suspended';
}

/** States that take part in decisions at a moment. */
export function activeMembers(register: Register, moment: string): string[] {
  return [...register.members.keys()].filter((state) => isActiveAt(register, state, moment));
}

/** Whether a node's holder may act between nodes: an active member, or a body, which is never suspended by itself. */
export function isNodeActive(register: Register, node: string, moment: string): boolean {
  const found = register.nodes.get(node);
  if (!found) return false;
  return found.record.holder === 'body' || isActiveAt(register, found.record.of, moment);
}

/**
 * A key of a node that holds at a moment: in force then, or retired (not revoked) no longer ago than the overlap,
 * so that what was under way when keys changed is not lost.
 */
export function keyAt(
  register: Register,
  { node, use, id }: { node: string; use: KeyUse; id: string },
  { moment, overlapMs }: { moment: string; overlapMs: number },
): RegisteredKey | undefined {
  return register.nodes.get(node)?.keys.find((key) => {
    if (key.use !== use || key.id !== id || moment < key.from) return false;
    if (key.until === null || moment < key.until) return true;
    return !key.revoked && Date.parse(moment) < Date.parse(key.until) + overlapMs;
  });
}

/** Keys of a node in force at a moment, the newest first. */
export function keysInForce(register: Register, node: string, use: KeyUse, moment: string): RegisteredKey[] {
  const keys = register.nodes.get(node)?.keys ?? [];
  return keys
    .filter((key) => key.use === use && key.from <= moment && (key.until === null || moment < key.until))
    .reverse();
}
