import { createStore } from '../../api/store.ts';

const KEY = 'entente.guide';

/** Whether the reader has folded the guide to its tab; remembered on this machine, and nothing else is. */
export const folded = createStore(remembered());

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) === 'folded';
  } catch {
    return false;
  }
}

export function foldGuide(fold: boolean): void {
  folded.set(fold);
  try {
    localStorage.setItem(KEY, fold ? 'folded' : 'open');
  } catch {
    // Storage shut off by policy: the choice holds until the page is left.
  }
}
