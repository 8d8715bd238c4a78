import type { GuideStep, GuideView } from '@entente/contracts/access/guide';

/** How far a newcomer has come. */
export interface Progress {
  done: number;
  all: number;
  /** The first step that was not done yet; steps may be done in any order. Undefined once all are. */
  next: GuideStep | undefined;
}

export function progressOf({ steps }: Pick<GuideView, 'steps'>): Progress {
  return {
    done: steps.filter(({ doneAt }) => doneAt !== null).length,
    all: steps.length,
    next: steps.find(({ doneAt }) => doneAt === null)?.step,
  };
}

/** The step a reader opened or closed himself, for as long as the next step is the same as when he did. */
export interface Opened {
  whileNext: GuideStep | undefined;
  step: GuideStep | null;
}

/** The one step that stands open: the next, unless the reader chose another or none. */
export function openStep(next: GuideStep | undefined, chosen: Opened | null): GuideStep | null {
  if (chosen && chosen.whileNext === next) return chosen.step;
  return next ?? null;
}
