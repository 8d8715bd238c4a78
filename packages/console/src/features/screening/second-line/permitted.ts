import type { AlertAction, Catalogue } from '@entente/contracts/alerts/catalogue';
import type { Candidate } from '@entente/contracts/screening';
import type { Verdict } from '@entente/contracts/screening/second-line';

type Said = Verdict['verdict'];

/**
 * The actions an officer may say he took, the one asked for first. The node decides; offering what it would refuse
 * only costs time. What spares a person here: another person, a document, a list, a misused identity, no certainty.
 */
export function permittedActions(candidate: Candidate, said: Said, catalogue: Catalogue): AlertAction[] {
  const asked = catalogue.actions.find(({ id }) => id === candidate.action);
  if (!asked) return [];
  const clearsVictim = candidate.caution === 'victim' || candidate.identities.includes('misused');
  const person = candidate.kind === 'person' || candidate.kind === 'organisation';
  if (said === 'not-the-same' && person) return clearsVictim ? [asked] : [];
  const spared = said !== 'same-person' || clearsVictim || !person || candidate.source.kind === 'list';
  const fitting = new Set(actionsFor(candidate, catalogue));
  return catalogue.actions
    .filter((action) => action.id === asked.id || (fitting.has(action.id) && isMilder(action, asked)))
    .filter(({ detains }) => !(detains && spared))
    .toSorted((left, right) => left.order - right.order);
}

/** A milder action stands later in the profile's order and adds nothing to what is done to the person. */
function isMilder(taken: AlertAction, asked: AlertAction): boolean {
  const adds =
    (taken.detains && !asked.detains) ||
    (taken.transfers && !asked.transfers) ||
    (taken.tellsWhereabouts && !asked.tellsWhereabouts) ||
    (asked.protective && !taken.protective);
  return taken.order > asked.order && !adds;
}

/** Actions that make sense for such a subject: those of open categories about it, or for a list those of lists. */
function actionsFor({ kind, source }: Candidate, { categories, actions }: Catalogue): string[] {
  if (source.kind === 'list') {
    const ofCategories = new Set(categories.flatMap((category) => [...category.actions, ...category.minorActions]));
    return actions.filter(({ id, detains }) => !ofCategories.has(id) && !detains).map(({ id }) => id);
  }
  return categories
    .filter((category) => category.mark === 'plain' && category.kinds.some((one) => one === kind))
    .flatMap((category) => [...category.actions, ...category.minorActions]);
}
