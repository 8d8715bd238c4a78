import type { AskedSoFar } from '../../model/asks.ts';

/**
 * Questions that are answered in an hour. An officer with a case has a few persons to ask about; who asks about hundreds is
 * trawling, and a state whose officers all do is stopped as a whole.
 */
export const ASK_BUDGET: AskedSoFar = { officer: 60, state: 600 };

/** Whether one more question is answered. */
export function isWithinBudget(soFar: AskedSoFar, budget: AskedSoFar = ASK_BUDGET): boolean {
  return soFar.officer < budget.officer && soFar.state < budget.state;
}

/** The beginning of the hour that a moment is in (UTC). */
export function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
}
