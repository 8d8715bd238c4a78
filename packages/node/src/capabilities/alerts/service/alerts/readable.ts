import type { Category } from '@entente/contracts/alerts/catalogue';
import { Problem } from '../../../../platform/problem.ts';
import type { Asking, Stated } from '../../../access/index.ts';
import type { StoredAlert } from '../../model.ts';
import { askAboutAlert } from '../../policy.ts';
import { ALERTS_PROBLEMS } from '../../problems.ts';
import type { AlertParts } from './parts.ts';

type Looking = 'alerts.read' | 'alerts.view-photograph';
type Parts = Pick<AlertParts, 'membership' | 'access'>;

/** Whether the policies open this alert to whoever asks. */
export function isReadable(
  { membership, access }: Parts,
  asking: Asking,
  action: Looking,
  alert: Pick<StoredAlert, 'id' | 'category'>,
): boolean {
  const category = membership.categories().find(({ id }) => id === alert.category);
  return access.decide(askAboutAlert(asking, action, alert, category, statedBy(asking))).allowed;
}

/** Throws alike for an alert that is not there and one that is not for this officer. */
export function requireReadable(
  parts: Parts,
  asking: Asking,
  action: Looking,
  alert: Pick<StoredAlert, 'id' | 'category'>,
): void {
  if (!isReadable(parts, asking, action, alert)) throw new Problem(ALERTS_PROBLEMS['unknown-alert']);
}

/** The categories whose alerts this officer may read. */
export function readableCategories(parts: Parts, asking: Asking): Category[] {
  return parts.membership
    .categories()
    .filter((category) => isReadable(parts, asking, 'alerts.read', { id: 'any', category: category.id }));
}

/** The gate has weighed purpose, basis and case of this request before; the question about the alert repeats them. */
function statedBy({ purpose = '', caseReference }: Asking): Stated {
  return { purpose, basisOfPurpose: true, caseRequired: false, hasCase: caseReference !== undefined };
}
