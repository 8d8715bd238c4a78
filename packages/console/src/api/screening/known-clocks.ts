import type { SecondLineSummary } from '@entente/contracts/screening/second-line';
import { createStore } from '../store.ts';

type Known = Pick<SecondLineSummary, 'id' | 'traveller' | 'clock' | 'closedAt'>;

/** Clocks that run, as far as this tab has seen their cases; in memory, the traveller masked. */
export const knownClocks = createStore<readonly Known[]>([]);

/** Takes note of cases just seen; with `whole`, that there are no other open ones. */
export function noteClocks(seen: readonly Known[], whole = false): void {
  const ids = new Set(seen.map(({ id }) => id));
  const others = whole ? [] : knownClocks.get().filter(({ id }) => !ids.has(id));
  const running = seen.filter(({ clock, closedAt }) => closedAt === null && clock !== null && clock.stoppedAt === null);
  knownClocks.set([
    ...others,
    ...running.map(({ id, traveller, clock, closedAt }) => ({ id, traveller, clock, closedAt })),
  ]);
}
