import type { AlertAction } from '@entente/contracts/alerts/catalogue';

/** Somebody may be held under a clock, or has to be kept safe, until the owner answers. */
export function isUrgent(action: Pick<AlertAction, 'detains' | 'protective'> | undefined): boolean {
  return action !== undefined && (action.detains || action.protective);
}
