import type { Category } from '@entente/contracts/alerts/catalogue';
import type { Asking, Question, Stated } from '../access/index.ts';

/** May this officer see cases on alerts of this category, or work on them? It names the roles that read its alerts. */
export function askAboutCategory(asking: Asking, category: Category): Question {
  return {
    principal: asking.officer,
    action: asking.action,
    resource: { type: 'Alert', id: category.id, readers: category.readers },
    stated: statedBy(asking),
  };
}

/** May whoever reads a case work on it as well? */
export function askAboutWork(asking: Asking): Question {
  return {
    principal: asking.officer,
    action: 'cases.work',
    resource: { type: 'Node', id: 'this' },
    stated: statedBy(asking),
  };
}

/** The gate has weighed purpose, basis and case of this request before; further questions repeat them. */
function statedBy({ purpose = '', caseReference }: Asking): Stated {
  return { purpose, basisOfPurpose: true, caseRequired: false, hasCase: caseReference !== undefined };
}
