import type { Category } from '@entente/contracts/alerts/catalogue';
import type { Asking, Question } from '../access/index.ts';

/** May this officer compare a person with what this alert says? Its category names the roles. */
export function askAboutComparison(asking: Asking, alert: string, category: Category | undefined): Question {
  return {
    principal: asking.officer,
    action: 'screening.second-line',
    // A category the profile no longer knows is read by nobody.
    resource: { type: 'Alert', id: alert, readers: category?.readers ?? [] },
    stated: {
      // The gate has weighed purpose, basis and case of this request before; the question about the alert repeats them.
      purpose: asking.purpose ?? '',
      basisOfPurpose: true,
      caseRequired: false,
      hasCase: asking.caseReference !== undefined,
    },
  };
}
