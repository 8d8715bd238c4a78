import type { Refusal } from '@entente/contracts/alerts/alert';
import type { Grounds } from '@entente/contracts/alerts/catalogue';
import type { AlertContent } from '@entente/contracts/alerts/content';
import type { ContentRule } from '@entente/contracts/alerts/rules';
import type { Breach, Circumstances } from './case.ts';

/** A rule of the content: every place where it is broken. */
export type ContentCheck = (content: AlertContent, circumstances: Circumstances) => Breach[];

/** Every rule of the content, by its id. */
export const CONTENT_CHECKS: Record<ContentRule, ContentCheck> = {
  'unknown-category': ({ category }, { categories }) =>
    categories.some(({ id }) => id === category) ? [] : [{ pointer: '/category' }],
};

/** Every rule that the content breaks, each with the field it is about; empty when the content is lawful. */
export function assessContent(
  content: AlertContent,
  circumstances: Circumstances,
  checks: Partial<Record<ContentRule, ContentCheck>> = CONTENT_CHECKS,
): Refusal[] {
  return Object.entries(checks).flatMap(([rule, check]) =>
    check(content, circumstances).map((breach) => ({ rule, ...breach })),
  );
}

/** Words of belief, speech, assembly or politics in the ground, as written; the reviewer answers for them. */
export function findSuspectTerms(content: AlertContent, grounds: Grounds): string[] {
  const text = JSON.stringify(content.ground).toLowerCase();
  return Object.values(grounds.suspectTerms).flatMap((terms) => terms.filter((term) => text.includes(term)));
}
