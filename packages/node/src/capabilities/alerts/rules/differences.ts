import type { Difference } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';

/** Every field in which two contents differ, by its JSON pointer (RFC 6901); what is absent on a side is null there. */
export function compareContents(before: AlertContent, after: AlertContent): Difference[] {
  return compare(before, after, '');
}

function compare(before: unknown, after: unknown, pointer: string): Difference[] {
  if (isFolder(before) && isFolder(after) && Array.isArray(before) === Array.isArray(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => compare(before[name], after[name], `${pointer}/${escapeName(name)}`));
  }
  return before === after ? [] : [{ pointer, before: before ?? null, after: after ?? null }];
}

/** An object or an array, whose parts are compared one by one. */
function isFolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function escapeName(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
