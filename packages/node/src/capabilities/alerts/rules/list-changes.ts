import type { ImportCounts, ListedSubject, ListFormat, ListId } from '@entente/contracts/alerts';
import { LISTS } from '../model.ts';

/** Below so many records a list may lose any number of them at once. */
const MEANINGFUL = 20;

/** True when so many removals are more likely a wrong or cut file than news. */
export function wouldEmptyList(before: number, missing: number): boolean {
  return missing >= MEANINGFUL && missing * 2 > before;
}

/** True when the list is published in that format. */
export function isOfFormat(list: ListId, format: ListFormat): boolean {
  return LISTS[list].format === format;
}

/** Names the fields in which two readings of one record differ, never their values. */
export function changedFields(before: ListedSubject, after: ListedSubject): string[] {
  const [old, now] = [flatten(before), flatten(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((field) => !isSame(old[field], now[field]));
}

/** A listed subject has one identity, whose fields an officer knows by their own names. */
function flatten({ identities, ...rest }: ListedSubject): Record<string, unknown> {
  const [identity, ...others] = identities;
  return { ...rest, ...identity, ...(others.length > 0 && { identities: others }) };
}

/** Equality of JSON values, whatever the order of keys, which the database does not keep. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [a, b] = [left as Record<string, unknown>, right as Record<string, unknown>];
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key]));
}

/** The rule every report keeps: what was read went somewhere. */
export function addsUp(counts: ImportCounts): boolean {
  return counts.read === counts.added + counts.changed + counts.unchanged + counts.refused;
}
