import type { LeafContent } from '@entente/contracts/audit';
import { toHex } from '@entente/crypto/bytes';
import { commitTo } from '@entente/crypto/commitment';
import { equalBytes, type Hash } from '@entente/crypto/sha256';
import type { AuditEntry } from './model.ts';

/** What chance contributes to a leaf. */
export interface LeafChance {
  id: string;
  salt: Uint8Array;
  /** One per part, in the order of the parts. */
  partSalts: Uint8Array[];
}

/** A part ready to be stored beside its leaf. */
export interface SaltedPart {
  name: string;
  salt: Uint8Array;
  text: string;
}

/** The leaf that records an entry, and the parts it commits to. */
export function composeLeaf(entry: AuditEntry, chance: LeafChance): { content: LeafContent; parts: SaltedPart[] } {
  const parts = (entry.parts ?? []).map(({ name, text }, at) => ({
    name,
    salt: chance.partSalts[at]!,
    text: storable(text),
  }));
  const content: LeafContent = {
    id: chance.id,
    at: entry.at.toISOString(),
    salt: toHex(chance.salt),
    event: entry.event,
    actor: storableTexts(entry.actor),
    ...(entry.purpose !== undefined && { purpose: storable(entry.purpose) }),
    ...(entry.legalBasis !== undefined && { legalBasis: storable(entry.legalBasis) }),
    ...(entry.case !== undefined && { case: storable(entry.case) }),
    outcome: entry.outcome,
    ...(entry.subject !== undefined && { subject: storableTexts(entry.subject) }),
    facts: storableTexts(entry.facts ?? {}),
    parts: parts.map(({ name, salt, text }) => ({ name, commitment: toHex(commitTo(text, salt)) })),
  };
  return { content, parts };
}

/**
 * Text that PostgreSQL can hold. An officer may be sent half a surrogate pair or a NUL; that must not keep
 * what was done from being recorded, nor from being found.
 */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

function storableTexts<T extends object>(values: T): T {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === 'string' ? storable(value) : value]),
  ) as T;
}

/**
 * The hash of a leaf that others are shown, of the three copies a node holds: in the tree, beside the record, and of the
 * record itself. Where one differs from the others it is that one, so that a witness sees what was altered.
 */
export function shownLeaf({ tile, stored, computed }: Record<'tile' | 'stored' | 'computed', Hash>): Hash {
  if (equalBytes(tile, stored)) return computed;
  return equalBytes(tile, computed) ? stored : tile;
}
