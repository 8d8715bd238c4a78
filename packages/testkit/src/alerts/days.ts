const DAY = 86_400_000;

/** The day, by UTC, so many days from a moment. */
export function dayFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
}
