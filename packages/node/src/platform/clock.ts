/** Where the time comes from. Handed in, so that a test can say what the time is. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Milliseconds that only run forward, for how long something has lasted; they begin anywhere and name no moment. */
export const steadyMs = (): number => performance.now();
