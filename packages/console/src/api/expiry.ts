import { createStore } from './store.ts';

/** Why a request waits for the officer to sign in again: the session has ended, or it began too long ago for this. */
export type Expiry = 'ended' | 'stale';

/** Set while a request waits for the officer to sign in again over the page he is on. */
export const expired = createStore<Expiry | null>(null);

let waiting: PromiseWithResolvers<boolean> | null = null;

/** True once the officer has signed in again, and the request is sent once more; false where he would rather not. */
export function signedInAgain(why: Expiry): Promise<boolean> {
  waiting ??= Promise.withResolvers<boolean>();
  expired.set(why);
  return waiting.promise;
}

export function resume(): void {
  settle(true);
}

/** The officer would rather not sign in again: what waited stays refused. */
export function giveUp(): void {
  settle(false);
}

function settle(signedIn: boolean): void {
  waiting?.resolve(signedIn);
  waiting = null;
  expired.set(null);
}
