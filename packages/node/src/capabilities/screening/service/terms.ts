import type { Attribution } from '../../audit/index.ts';
import { recordEvent } from '../../audit/index.ts';
import { deleteExpiredCleared } from '../store/cleared.ts';
import { deleteCounts } from '../store/figures.ts';
import { deleteHandovers } from '../store/handovers.ts';
import { deletePossibleHits } from '../store/possible-hits.ts';
import { deleteQueries } from '../store/queries.ts';
import { deleteCases, markOverdue } from '../store/second-line.ts';
import { forgetChecks } from './last-checks.ts';
import type { ScreeningParts } from './parts.ts';
import { eraseLists } from './passenger-lists/end-list.ts';
import { shiftBegan } from './shift.ts';

const BY_THE_NODE: Attribution = { actor: { kind: 'node', id: 'node' } };
const DAY = 86_400_000;
const MINUTE = 60_000;

type TermParts = Pick<ScreeningParts, 'db' | 'clock' | 'membership'>;

/** What a round did, in numbers that name nobody. */
export interface KeptTerms {
  overdue: number;
  shredded: number;
  erased: number;
}

/** Lets go what has come to its end, and records each detention that went past its limit, once. */
export async function keepTerms(parts: TermParts): Promise<KeptTerms> {
  const now = parts.clock.now();
  await forgetChecks(parts, now);
  await deletePossibleHits(parts.db, shiftBegan(parts, now));
  await deleteExpiredCleared(parts.db, now);
  const { secondLineDays } = parts.membership.procedure();
  const oldest = new Date(now.getTime() - secondLineDays * DAY).toISOString().slice(0, 10);
  await deleteCounts(parts.db, now.toISOString().slice(0, 10), oldest);
  return {
    overdue: await recordOverdue(parts, now),
    shredded: await shredQueries(parts, now),
    erased: (await eraseCases(parts, new Date(now.getTime() - secondLineDays * DAY), now)) + (await eraseLists(parts)),
  };
}

async function recordOverdue({ db, membership }: TermParts, now: Date): Promise<number> {
  const { limitMinutes } = membership.procedure().detention;
  return await db.transaction().execute(async (tx) => {
    const overdue = await markOverdue(tx, new Date(now.getTime() - limitMinutes * MINUTE), now);
    for (const id of overdue) {
      await recordEvent(tx, {
        ...BY_THE_NODE,
        at: now,
        event: 'screening.detention-overdue',
        outcome: 'done',
        subject: { kind: 'second-line', ref: id },
        facts: { limitMinutes },
      });
    }
    return overdue.length;
  });
}

async function shredQueries({ db }: TermParts, now: Date): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    const questions = await deleteQueries(tx, now);
    if (questions > 0) {
      const facts = { questions };
      await recordEvent(tx, { ...BY_THE_NODE, at: now, event: 'screening.queries-shredded', outcome: 'done', facts });
    }
    return questions;
  });
}

async function eraseCases({ db }: TermParts, before: Date, now: Date): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    const facts = { cases: await deleteCases(tx, before), handovers: await deleteHandovers(tx, before) };
    if (facts.cases + facts.handovers > 0)
      await recordEvent(tx, { ...BY_THE_NODE, at: now, event: 'screening.cases-erased', outcome: 'done', facts });
    return facts.cases + facts.handovers;
  });
}
