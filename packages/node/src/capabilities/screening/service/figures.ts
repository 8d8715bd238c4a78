import type { ScreeningFigures } from '@entente/contracts/screening/shift';
import { type Asking, attribution, readDisplayNames } from '../../access/index.ts';
import { countByActor, recordEvent } from '../../audit/index.ts';
import { findPatterns, sumDays, sumOfficerDays, sumOfficers } from '../rules/figures.ts';
import { readRepeated, readTallies, readVerdicts } from '../store/figures.ts';
import type { ScreeningParts } from './parts.ts';

/** Days shown, today among them. */
export const DAYS_SHOWN = 31;
const DAY = 86_400_000;

/** How much each officer searched, and what is out of the ordinary. Days are UTC. */
export async function readFigures(parts: ScreeningParts, asking: Asking): Promise<ScreeningFigures> {
  const { db, clock, membership } = parts;
  return await db.transaction().execute(async (tx) => {
    const now = clock.now();
    const since = new Date((Math.floor(now.getTime() / DAY) - DAYS_SHOWN + 1) * DAY);
    const first = since.toISOString().slice(0, 10);
    const tallies = await readTallies(tx, since);
    const refusals = await countByActor(tx, { events: ['access.refused', 'screening.refused'], from: since });
    const days = sumOfficerDays(
      tallies,
      refusals.map(({ actor, day, count }) => ({ officerId: actor, day, count })),
      await readRepeated(tx, first),
    );
    const verdicts = await readVerdicts(tx, first);
    const names = await readDisplayNames(tx, [...new Set(days.map(({ officerId }) => officerId))]);
    const named = (id: string) => ({ id, name: names.get(id) ?? '' });
    await recordEvent(tx, {
      ...attribution(asking),
      at: now,
      event: 'screening.figures-read',
      outcome: 'done',
      facts: { days: DAYS_SHOWN },
    });
    return {
      days: sumDays(tallies),
      officers: sumOfficers(days).map(({ officerId, ...sums }) => ({ ...named(officerId), ...sums })),
      patterns: findPatterns(days, membership.procedure().patterns).map(({ officerId, ...pattern }) => ({
        ...pattern,
        officer: named(officerId),
      })),
      verdicts: {
        samePerson: verdicts.get('same-person') ?? 0,
        notTheSame: verdicts.get('not-the-same') ?? 0,
        notEstablished: verdicts.get('cannot-be-established') ?? 0,
      },
    };
  });
}
