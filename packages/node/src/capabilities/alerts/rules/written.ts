import type { Breach } from './case.ts';

/** Whether nothing was written: no letter and no digit. A dash is no name, and a dot no reason. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || !/[\p{L}\p{N}]/u.test(text);
}

/** How much was written. A Chinese character says about what two letters do, and counts as two. */
export function lengthWritten(text: string): number {
  const plain = text.trim().replaceAll(/\s+/gu, ' ');
  return plain.length + (plain.match(/\p{Script=Han}/gu)?.length ?? 0);
}

/** A part of the content that must be there, with these fields written: one breach for the part, or one a field. */
export function requireWritten<Part extends object>(
  part: Part | undefined,
  pointer: string,
  fields: readonly (keyof Part & string)[],
): Breach[] {
  if (!part) return [{ pointer }];
  return fields
    .filter((field) => isBlank(part[field] as string | undefined))
    .map((field) => ({ pointer: `${pointer}/${field}` }));
}

/** A breach at a place where something is the case. */
export function breachIf(broken: boolean, pointer: string, values?: Record<string, string>): Breach[] {
  return broken ? [{ pointer, ...(values && { values }) }] : [];
}
