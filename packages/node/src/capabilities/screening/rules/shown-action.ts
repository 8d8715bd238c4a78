import type { Category } from '@entente/contracts/alerts/catalogue';
import type { Candidate } from '@entente/contracts/screening';
import type { KeptAlert } from '../model/alert.ts';
import { type Actions, actionOf } from './actions.ts';

/** What is asked for where the victim of a misused identity may stand; a profile without it is refused. */
export const CLEARING = 'clear-victim';

/** The profile's categories of alerts by their ids. */
export type Categories = ReadonlyMap<string, Category>;

export type ShownAction = { action: string } & Pick<Candidate, 'caution'>;

/** What decides which action is shown. `identities`: those the evidence is about. */
export interface Standing {
  alert: Pick<KeptAlert, 'kind' | 'category' | 'action'>;
  identities: Candidate['identities'];
  /** The bearer of a document is its holder. */
  bearerAgrees: boolean;
  /** The traveller, or whom the alert is about, is under 18 as far as dates tell. */
  minor: boolean;
}

/**
 * The action that the desk may show: the alert's own, unless it would take the liberty of whom it must not. Nobody is held
 * for a misused identity (who bears it may be its victim), over a document or another thing, or under 18.
 */
export function shownAction(standing: Standing, actions: Actions, categories: Categories): ShownAction {
  const { alert, identities, bearerAgrees, minor } = standing;
  if (identities.includes('misused')) return { action: CLEARING, caution: 'victim' };
  const category = categories.get(alert.category);
  const detains = actionOf(alert.action, actions).detains;
  const spared = alert.kind !== 'person' || minor;
  const instead = [...(minor ? (category?.minorActions ?? []) : []), ...(category?.actions ?? [])].find(
    (id) => !actionOf(id, actions).detains,
  );
  const action = detains && spared ? (instead ?? CLEARING) : alert.action;
  return { action, ...(bearerAgrees && { caution: 'document-never-detains' as const }) };
}
