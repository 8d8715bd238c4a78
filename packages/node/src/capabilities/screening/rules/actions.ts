import type { AlertAction } from '@entente/contracts/alerts/catalogue';
import type { Candidate } from '@entente/contracts/screening';

/** The profile's actions by their ids. */
export type Actions = ReadonlyMap<string, AlertAction>;

/** What a candidate says is to be done. */
export type Asked = Pick<Candidate, 'action' | 'actionNames' | 'instructions'>;

export function actionsById(actions: readonly AlertAction[]): Actions {
  return new Map(actions.map((action) => [action.id, action]));
}

/** The action's name and instructions, as the profile words them. Throws for one that the profile does not have. */
export function askFor(id: string, actions: Actions): Asked {
  const { names, instructions } = actionOf(id, actions);
  return { action: id, actionNames: names, instructions };
}

/** Throws for an action that the profile does not have: nothing may ask for one. */
export function actionOf(id: string, actions: Actions): AlertAction {
  const action = actions.get(id);
  if (!action) throw new Error(`The profile has no action ${id}`);
  return action;
}
