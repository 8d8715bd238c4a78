import { describe, expect, test } from 'vitest';
import type { Tally } from '../model/kept.ts';
import { findPatterns, type OfficerDay, sumDays, sumOfficerDays, sumOfficers } from './figures.ts';

const limits = { checksTimesMedian: 5, checksAtLeast: 200, typedNamesShare: 60, sameQuestion: 5, refusals: 10 };
const day = (officerId: string, change: Partial<OfficerDay>): OfficerDay => ({
  officerId,
  day: '2026-11-23',
  checks: 0,
  listed: 0,
  hits: 0,
  byName: 0,
  refused: 0,
  repeats: 0,
  ...change,
});
const patterns = (...days: OfficerDay[]) =>
  findPatterns(days, limits).map(({ pattern, officerId, count }) => `${officerId} ${pattern} ${count}`);

describe('patterns', () => {
  test('far above the others is five times their median, and two hundred at least', () => {
    const others = [day('b', { checks: 30 }), day('c', { checks: 40 }), day('d', { checks: 50 })];
    expect(patterns(day('a', { checks: 200 }), ...others)).toEqual(['a far-above-others 200']);
    expect(patterns(day('a', { checks: 199 }), ...others)).toEqual([]);
    expect(patterns(day('a', { checks: 200 }), ...others, day('e', { checks: 60 }))).toEqual([]);
  });

  test('nobody is far above others who are not there, or were there on another day', () => {
    expect(patterns(day('a', { checks: 5000 }))).toEqual([]);
    expect(patterns(day('a', { checks: 5000 }), day('b', { checks: 1, day: '2026-11-22' }))).toEqual([]);
  });

  test('mostly typed names is a share, of twenty checks at least', () => {
    expect(patterns(day('a', { checks: 20, byName: 12 }))).toEqual(['a mostly-typed-names 12']);
    expect(patterns(day('a', { checks: 20, byName: 11 }))).toEqual([]);
    expect(patterns(day('a', { checks: 19, byName: 19 }))).toEqual([]);
  });

  test('a busload checked from its list is no sign of a curious officer, however many are on it', () => {
    const others = [day('b', { checks: 30 }), day('c', { checks: 40 })];
    expect(patterns(day('a', { checks: 40, listed: 2000, byName: 5 }), ...others)).toEqual([]);
  });

  test('the same question again and again, and many refusals, are shown from their limits on', () => {
    expect(patterns(day('a', { repeats: 5 }), day('b', { repeats: 4 }))).toEqual(['a same-question-again 5']);
    expect(patterns(day('a', { refused: 10 }), day('b', { refused: 9 }))).toEqual(['a many-refusals 10']);
  });
});

describe('sums', () => {
  const tally = (
    officerId: string,
    on: string,
    outcome: Tally['outcome'],
    way: Tally['way'],
    count: number,
  ): Tally => ({
    officerId,
    day: on,
    outcome,
    way,
    count,
  });
  const tallies = [
    tally('a', '2026-11-22', 'hit', 'mrz', 2),
    tally('a', '2026-11-23', 'no-hit', 'identity', 3),
    tally('a', '2026-11-23', 'unreadable', 'unread', 1),
    tally('b', '2026-11-23', 'hit', 'identity', 10),
    tally('b', '2026-11-23', 'no-hit', 'passenger-list', 480),
    tally('b', '2026-11-23', 'hit', 'passenger-list', 2),
  ];

  test('are kept for each day, the latest first', () => {
    expect(sumDays(tallies)).toEqual([
      { day: '2026-11-23', checks: 14, listed: 482, hits: 12, noHits: 483, unreadable: 1 },
      { day: '2026-11-22', checks: 2, listed: 0, hits: 2, noHits: 0, unreadable: 0 },
    ]);
  });

  test('are kept for each officer, with names typed and refusals', () => {
    const days = sumOfficerDays(
      tallies,
      [{ officerId: 'a', day: '2026-11-21', count: 4 }],
      [{ officerId: 'b', day: '2026-11-23', count: 6 }],
    );
    expect(sumOfficers(days)).toEqual([
      { officerId: 'b', checks: 10, listed: 482, hits: 12, byName: 10, refused: 0 },
      { officerId: 'a', checks: 6, listed: 0, hits: 2, byName: 3, refused: 4 },
    ]);
    expect(days.find(({ officerId }) => officerId === 'b')?.repeats).toBe(6);
  });
});
