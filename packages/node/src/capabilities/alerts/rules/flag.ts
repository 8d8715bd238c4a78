import type { Refusal } from '@entente/contracts/alerts/alert';
import type { AlertAction } from '@entente/contracts/alerts/catalogue';
import type { FlagRule } from '@entente/contracts/alerts/rules';

/** Why an action cannot stand in the place of what the owner asks for; undefined where it can. */
export function refuseAlternative(
  alternative: string,
  asked: string | null,
  actions: readonly AlertAction[],
): Refusal | undefined {
  const action = actions.find(({ id }) => id === alternative);
  if (!action) return refusal('alternative-unknown');
  const isMilder = !action.detains && !action.transfers && alternative !== asked;
  return isMilder ? undefined : refusal('alternative-not-milder');
}

function refusal(rule: FlagRule): Refusal {
  return { rule, pointer: '/action' };
}
