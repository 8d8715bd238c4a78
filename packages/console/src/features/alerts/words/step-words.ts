import type { Step, VersionKind, Withdrawal } from '@entente/contracts/alerts/alert';

/** What was done to an alert, in a word. */
export const STEPS = {
  drafted: 'alert.step.drafted',
  submitted: 'alert.step.submitted',
  returned: 'alert.step.returned',
  refused: 'alert.step.refused',
  approved: 'alert.step.approved',
  abandoned: 'alert.step.abandoned',
  'amendment-opened': 'alert.step.amendment-opened',
  'extension-opened': 'alert.step.extension-opened',
  withdrawn: 'alert.step.withdrawn',
  expired: 'alert.step.expired',
  disputed: 'alert.step.disputed',
  suspended: 'alert.step.suspended',
  'dispute-resolved': 'alert.step.dispute-resolved',
  'photograph-added': 'alert.step.photograph-added',
  'photograph-removed': 'alert.step.photograph-removed',
  deleted: 'alert.step.deleted',
  received: 'alert.step.received',
  'changed-by-owner': 'alert.step.changed-by-owner',
  'suspended-by-owner': 'alert.step.suspended-by-owner',
  'restored-by-owner': 'alert.step.restored-by-owner',
  'withdrawn-by-owner': 'alert.step.withdrawn-by-owner',
  accepted: 'alert.step.accepted',
  'acceptance-refused': 'alert.step.acceptance-refused',
  flagged: 'alert.step.flagged',
  unflagged: 'alert.step.unflagged',
  regained: 'alert.step.regained',
} as const satisfies Record<Step['step'], string>;

/** What a version is. */
export const VERSIONS = {
  issue: 'alert.version.issue',
  amendment: 'alert.version.amendment',
  extension: 'alert.version.extension',
} as const satisfies Record<VersionKind, string>;

/** Why an alert is withdrawn. */
export const WITHDRAWALS = {
  'purpose-achieved': 'alert.withdrawal.purpose-achieved',
  'basis-fell-away': 'alert.withdrawal.basis-fell-away',
  'wrong-person': 'alert.withdrawal.wrong-person',
  'court-order': 'alert.withdrawal.court-order',
  protection: 'alert.withdrawal.protection',
  other: 'alert.withdrawal.other',
} as const satisfies Record<Withdrawal['why'], string>;
