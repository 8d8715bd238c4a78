const MINUTE = 60_000;

/** As many as a person keeps apart; each more is one more that can be lost. */
export const MOST_PASSKEYS = 10;

/** How long a challenge may be answered: time to fetch a key, or to read a code with a phone. */
export const CHALLENGE_MINUTES = 5;

/** A passkey opens the account for good, so it is made only by who has just shown that he may open it. */
export const FRESH_MINUTES = 10;

/** Whether an officer has signed in so lately that a passkey may be made. */
export function isFresh(session: { startedAt: Date }, now: Date): boolean {
  return now.getTime() - session.startedAt.getTime() < FRESH_MINUTES * MINUTE;
}

/** When a challenge that is made now is void. */
export function challengeEnd(now: Date): Date {
  return new Date(now.getTime() + CHALLENGE_MINUTES * MINUTE);
}

/**
 * Whether an authenticator's count of signatures did not go up (WebAuthn Level 3, 7.2, step 22): a second
 * authenticator with the same key may be at work. One that says 0 each time does not count.
 */
export function isCounterBehind(stored: number, given: number): boolean {
  return (stored > 0 || given > 0) && given <= stored;
}

/** Why a sign-in by passkey was refused; told to the log, never to the person. */
export type PasskeyRefusal =
  | 'no-challenge'
  | 'unknown-passkey'
  | 'wrong-officer'
  | 'not-verified'
  | 'counter-behind'
  | 'locked';
