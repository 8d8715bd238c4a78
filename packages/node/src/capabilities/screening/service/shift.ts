import type { ScreeningParts } from './parts.ts';

/** Before this moment a shift that is on now had not begun: what it keeps is no older. */
export function shiftBegan({ membership }: Pick<ScreeningParts, 'membership'>, now: Date): Date {
  return new Date(now.getTime() - membership.procedure().shiftHours * 3_600_000);
}
