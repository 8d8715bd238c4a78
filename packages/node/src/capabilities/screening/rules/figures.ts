import type { ScreeningFigures } from '@entente/contracts/screening/shift';
import type { Procedure } from '../../membership/index.ts';
import type { DayCount, Tally } from '../model/kept.ts';

type Days = ScreeningFigures['days'];
type Pattern = Omit<ScreeningFigures['patterns'][number], 'officer'> & { officerId: string };

/**
 * Checks of one officer on one day. `checks` are those of the desk, `listed` people of passenger lists: a busload is not so many
 * searches, and is told apart. `hits` are of both. `repeats`: how often he asked the same question, at most, either way.
 */
export interface OfficerDay {
  officerId: string;
  day: string;
  checks: number;
  listed: number;
  hits: number;
  byName: number;
  refused: number;
  repeats: number;
}

/** A share of fewer checks than this says nothing about how somebody works. */
const LEAST_FOR_A_SHARE = 20;

/** Sums of the tallies for each day, the latest first. */
export function sumDays(tallies: readonly Tally[]): Days {
  const days = new Map<string, Days[number]>();
  for (const { day, outcome, way, count } of tallies) {
    const sum = days.get(day) ?? { day, checks: 0, listed: 0, hits: 0, noHits: 0, unreadable: 0 };
    sum[kindOf(way)] += count;
    sum[OUTCOMES[outcome]] += count;
    days.set(day, sum);
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? 1 : -1));
}

function kindOf(way: Tally['way']): 'checks' | 'listed' {
  return way === 'passenger-list' ? 'listed' : 'checks';
}

const OUTCOMES = { hit: 'hits', 'no-hit': 'noHits', unreadable: 'unreadable' } as const;

/** What each officer did on each day. */
export function sumOfficerDays(
  tallies: readonly Tally[],
  refusals: readonly DayCount[],
  repeats: readonly DayCount[],
): OfficerDay[] {
  const sums = new Map<string, OfficerDay>();
  const of = (officerId: string, day: string): OfficerDay => {
    const key = `${officerId} ${day}`;
    const sum = sums.get(key) ?? { officerId, day, checks: 0, listed: 0, hits: 0, byName: 0, refused: 0, repeats: 0 };
    sums.set(key, sum);
    return sum;
  };
  for (const { officerId, day, outcome, way, count } of tallies) {
    const sum = of(officerId, day);
    sum[kindOf(way)] += count;
    if (outcome === 'hit') sum.hits += count;
    if (way === 'identity') sum.byName += count;
  }
  for (const { officerId, day, count } of refusals) of(officerId, day).refused += count;
  for (const { officerId, day, count } of repeats) of(officerId, day).repeats = count;
  return [...sums.values()];
}

/** The same over all days, the most checks first. */
export function sumOfficers(days: readonly OfficerDay[]): Omit<OfficerDay, 'day' | 'repeats'>[] {
  const sums = new Map<string, Omit<OfficerDay, 'day' | 'repeats'>>();
  for (const { officerId, checks, listed, hits, byName, refused } of days) {
    const sum = sums.get(officerId) ?? { officerId, checks: 0, listed: 0, hits: 0, byName: 0, refused: 0 };
    sum.checks += checks;
    sum.listed += listed;
    sum.hits += hits;
    sum.byName += byName;
    sum.refused += refused;
    sums.set(officerId, sum);
  }
  return [...sums.values()].sort(
    (a, b) => b.checks + b.listed - a.checks - a.listed || (a.officerId < b.officerId ? -1 : 1),
  );
}

/** What is out of the ordinary, the latest day first. It accuses nobody: oversight asks. */
export function findPatterns(days: readonly OfficerDay[], limits: Procedure['patterns']): Pattern[] {
  const patterns = days.flatMap((day) => {
    const others = days.filter(
      (other) => other.day === day.day && other.officerId !== day.officerId && other.checks > 0,
    );
    const found: [Pattern['pattern'], boolean, number][] = [
      ['far-above-others', isFarAbove(day, others, limits), day.checks],
      [
        'mostly-typed-names',
        day.checks >= LEAST_FOR_A_SHARE && day.byName * 100 >= day.checks * limits.typedNamesShare,
        day.byName,
      ],
      ['same-question-again', day.repeats >= limits.sameQuestion, day.repeats],
      ['many-refusals', day.refused >= limits.refusals, day.refused],
    ];
    return found.flatMap(([pattern, is, count]) =>
      is ? [{ pattern, officerId: day.officerId, day: day.day, count }] : [],
    );
  });
  return patterns.sort((a, b) => (a.day === b.day ? b.count - a.count : a.day < b.day ? 1 : -1));
}

/** Nobody is above others where there are none. */
function isFarAbove({ checks }: OfficerDay, others: OfficerDay[], limits: Procedure['patterns']): boolean {
  const median = medianOf(others.map((other) => other.checks));
  return median !== undefined && checks >= limits.checksAtLeast && checks >= limits.checksTimesMedian * median;
}

function medianOf(counts: number[]): number | undefined {
  const sorted = counts.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
