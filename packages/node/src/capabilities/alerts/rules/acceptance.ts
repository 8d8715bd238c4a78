import type { Acceptance } from '@entente/contracts/alerts/alert';
import type { Category } from '@entente/contracts/alerts/catalogue';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { compareContents } from './differences.ts';

/** What an amendment changes without becoming another alert: its days, its note. */
const IMMATERIAL = /^\/(?:expiresOn|reviewOn|note|audience)(?:\/|$)/;

/**
 * Whether an alert of another state sleeps until an officer here accepts it: one on grounds of terrorism, separatism or
 * extremism, and any discreet check.
 */
export function mustBeAccepted({ ground }: AlertContent, category: Category | undefined): boolean {
  const isViolent = ground.offence !== undefined && ground.offence.kind !== 'ordinary';
  return isViolent || ground.authorisation !== undefined || category?.requires.includes('authorisation') === true;
}

/**
 * Whether what came waits for acceptance. An officer's word stands for what he saw: it holds while neither ground nor
 * offence, identities nor action change.
 */
export function acceptanceOf(
  content: AlertContent,
  category: Category | undefined,
  held: { content: AlertContent; acceptance: Acceptance | null } | undefined,
): Acceptance | null {
  if (!mustBeAccepted(content, category)) return null;
  if (!held?.acceptance) return 'awaited';
  const isAnother = compareContents(held.content, content).some(({ pointer }) => !IMMATERIAL.test(pointer));
  return isAnother ? 'awaited' : held.acceptance;
}
