import type { Alarm } from '@entente/contracts/cases';
import type { Procedure } from '../../membership/index.ts';
import type { FollowUp } from '../model/case.ts';

const MINUTE = 60_000;

/** How far an urgent hit that nobody acknowledges has come. The owner's duty desk hears it; the reporting side waits. */
export function alarmOf(
  followUp: Pick<FollowUp, 'side' | 'urgent' | 'acknowledgedAt' | 'closedAt' | 'soundedAt' | 'escalatedAt'>,
): Alarm {
  const { side, urgent, acknowledgedAt, closedAt, soundedAt, escalatedAt } = followUp;
  if (side !== 'owning' || !urgent || acknowledgedAt || closedAt) return 'none';
  return escalatedAt ? 'escalated' : soundedAt ? 'sounding' : 'quiet';
}

/** What came in before these moments sounds, and goes to those above, now. */
export function alarmMoments(
  now: Date,
  { soundAfterMinutes, escalateAfterMinutes }: Procedure['followUp'],
): { soundsSince: Date; escalatesSince: Date } {
  return {
    soundsSince: new Date(now.getTime() - soundAfterMinutes * MINUTE),
    escalatesSince: new Date(now.getTime() - escalateAfterMinutes * MINUTE),
  };
}
