import type { FollowUp } from '../model/case.ts';

/** A case at which nobody has done anything yet. */
export function untouched(at: Date) {
  return {
    openedAt: at,
    changedAt: at,
    acknowledgedAt: null,
    officer: null,
    soundedAt: null,
    escalatedAt: null,
    closedAt: null,
    entries: 0,
  } satisfies Partial<FollowUp>;
}
