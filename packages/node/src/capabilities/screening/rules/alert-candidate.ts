import type { Candidate } from '@entente/contracts/screening';
import type { AlertMet } from '../model/alert.ts';
import { type Actions, askFor } from './actions.ts';
import { concernsMinor } from './minors.ts';
import { type Categories, shownAction } from './shown-action.ts';

/** What the profile says of alerts. */
export interface Wording {
  actions: Actions;
  categories: Categories;
}

/** What the officer sees of an alert that was met. `birthDate`: the traveller's, as asked. `today`: `YYYY-MM-DD`. */
export function alertCandidate(
  { alert, score, band, evidence, about, bearerAgrees = false }: AlertMet,
  birthDate: string | undefined,
  today: string,
  { actions, categories }: Wording,
): Candidate {
  const { id, reference, owner, category, kind, names } = alert;
  const identities = about.flatMap((place) => alert.statuses[place] ?? []);
  const minor = kind === 'person' && concernsMinor(birthDate, evidence, today);
  const shown = shownAction({ alert, identities, bearerAgrees, minor }, actions, categories);
  return {
    key: `alert/${id}`,
    source: {
      kind: 'alert',
      alert: id,
      reference,
      owner,
      category,
      categoryNames: categoryNames(category, categories),
    },
    kind,
    name: names[about[0] ?? 0] ?? reference,
    score,
    band,
    evidence,
    identities,
    ...askFor(shown.action, actions),
    ...(shown.caution && { caution: shown.caution }),
    ...(alert.flagged && { flagged: true as const }),
  };
}

/** Whether an alert is acted on without a word: at the desk only a mark that cannot be read over the counter. */
export function isDiscreet(category: string, categories: Categories): boolean {
  return categories.get(category)?.mark === 'neutral';
}

/** A category that the profile no longer has goes by its id. */
function categoryNames(id: string, categories: Categories) {
  return categories.get(id)?.names ?? { en: id, ru: id, zh: id };
}
