import { describe, expect, test } from 'vitest';
import { isSeenAgain, sessionEnd, sessionExpiry } from './sessions.ts';

const NOW = new Date('2018-06-10T08:00:00.000Z');
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

describe('a session', () => {
  const limits = { idleMinutes: 30, absoluteMinutes: 720 };

  test('ends half an hour after the officer was last seen, and after twelve hours at the latest', () => {
    expect(sessionExpiry({ lastSeenAt: NOW, endsAt: minutes(720) }, limits)).toEqual(minutes(30));
    expect(sessionExpiry({ lastSeenAt: minutes(710), endsAt: minutes(720) }, limits)).toEqual(minutes(720));
    expect(sessionEnd(NOW, limits)).toEqual(minutes(720));
  });

  test('notes at most once a minute that the officer is at work', () => {
    expect(isSeenAgain({ lastSeenAt: NOW }, minutes(0.99))).toBe(false);
    expect(isSeenAgain({ lastSeenAt: NOW }, minutes(1))).toBe(true);
  });
});
