import type { Category } from '@entente/contracts/alerts/catalogue';
import type { Asking, Question, Stated } from '../access/index.ts';
import type { StoredAlert } from './model.ts';

/** May this officer read this alert, or see its photographs? Its category names the roles. */
export function askAboutAlert(
  asking: Asking,
  action: 'alerts.read' | 'alerts.view-photograph',
  alert: Pick<StoredAlert, 'id'>,
  category: Category | undefined,
  stated: Stated,
): Question {
  return {
    principal: asking.officer,
    action,
    // A category the profile no longer knows is read by nobody.
    resource: { type: 'Alert', id: alert.id, readers: category?.readers ?? [] },
    stated,
  };
}
