import type { GuideStep } from '@entente/contracts/access/guide';
import { createStore } from '../../api/store.ts';
import { STEPS, type StepElsewhere } from './steps.ts';

const KEY = 'entente.errand';
const WORD = /^#guide=([a-z-]+)$/;

/** A step that the guide of another node has sent the reader here for. */
export type Errand = { [Step in GuideStep]: (typeof STEPS)[Step] extends StepElsewhere ? Step : never }[GuideStep];

/** What is added to an address so that the other node's pages know of the step. */
export function errandTo(step: GuideStep): string {
  return `#guide=${step}`;
}

/** The errand this tab was opened for; kept until it is put away, through a change of officer too. */
export const errand = createStore<Errand | null>(null);

/** Takes up what the address says, or what this tab was opened for before. */
export function takeUpErrand(): () => void {
  const take = () => {
    const said = readErrand(WORD.exec(location.hash)?.[1]);
    if (said) {
      history.replaceState(history.state, '', location.pathname + location.search);
      keep(said);
    }
    errand.set(said ?? readErrand(kept()) ?? null);
  };
  take();
  window.addEventListener('hashchange', take);
  return () => window.removeEventListener('hashchange', take);
}

export function putErrandAway(): void {
  errand.set(null);
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Storage shut off by policy: nothing was kept.
  }
}

/** Undefined for anything but a step with something to do here. */
export function readErrand(word: string | undefined): Errand | undefined {
  return word !== undefined && Object.hasOwn(STEPS, word) && 'elsewhere' in STEPS[word as GuideStep]
    ? (word as Errand)
    : undefined;
}

function kept(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(step: Errand): void {
  try {
    sessionStorage.setItem(KEY, step);
  } catch {
    // It holds until the page is left.
  }
}
