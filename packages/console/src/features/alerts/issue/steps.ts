import type { VersionKind } from '@entente/contracts/alerts/alert';
import type { AlertKind } from '@entente/contracts/alerts/catalogue';

/** A page of the form. */
export type IssueStep = 'subject' | 'description' | 'ground' | 'life' | 'check';

/** The pages that a version of this kind about this kind of subject is written on. */
export function stepsOf(kind: AlertKind, version: VersionKind): IssueStep[] {
  if (version === 'extension') return ['ground', 'life', 'check'];
  return kind === 'person'
    ? ['subject', 'description', 'ground', 'life', 'check']
    : ['subject', 'ground', 'life', 'check'];
}

const DESCRIPTION =
  /^\/subject\/(?:description|marks|languages|dangers|medical|memberships|protection|childProtection)(?:\/|$)/;
const LIFE = /^\/(?:action|expiresOn|reviewOn|note|audience|ground\/whereaboutsConsent)(?:\/|$)/;

/** The page on which the field at a pointer is asked for. */
export function stepOf(pointer: string): IssueStep {
  if (DESCRIPTION.test(pointer)) return 'description';
  if (pointer.startsWith('/subject')) return 'subject';
  if (LIFE.test(pointer)) return 'life';
  if (pointer.startsWith('/ground')) return 'ground';
  return 'check';
}
