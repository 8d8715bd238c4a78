import type { GuideStep } from '@entente/contracts/access/guide';
import { createStore } from '../../api/store.ts';
import type { Opened } from './progress.ts';
import { STEPS } from './steps.ts';

const KEY = 'entente.guide-step';

/** The step the reader opened himself: it stays open when he becomes another officer, for which the page is loaded anew. */
export const chosenStep = createStore<Opened | null>(remembered());

export function chooseStep(opened: Opened): void {
  chosenStep.set(opened);
  try {
    sessionStorage.setItem(KEY, `${opened.whileNext ?? ''} ${opened.step ?? ''}`);
  } catch {
    // It stays open until the page is left.
  }
}

function remembered(): Opened | null {
  try {
    return readChosen(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** Null for what names no step. */
export function readChosen(text: string | null): Opened | null {
  const [whileNext = '', step = '', ...rest] = text?.split(' ') ?? [];
  if (text === null || rest.length > 0) return null;
  if (!isStepOrNone(whileNext) || !isStepOrNone(step)) return null;
  return { whileNext: whileNext === '' ? undefined : whileNext, step: step === '' ? null : step };
}

function isStepOrNone(word: string): word is GuideStep | '' {
  return word === '' || Object.hasOwn(STEPS, word);
}
