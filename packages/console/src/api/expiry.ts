import { createStore } from './store.ts';

/** True while a request waits for the officer to sign in again over the page he is on. */
export const expired = createStore(false);

let waiting: PromiseWithResolvers<void> | null = null;

/** Resolves once the officer has signed in again; the request is then sent once more. */
export function signedInAgain(): Promise<void> {
  waiting ??= Promise.withResolvers<void>();
  expired.set(true);
  return waiting.promise;
}

export function resume(): void {
  waiting?.resolve();
  waiting = null;
  expired.set(false);
}
