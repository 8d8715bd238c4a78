import type { GuideStep, GuideView } from '@entente/contracts/access/guide';
import type { LeafContent } from '@entente/contracts/audit';
import type { AuditEvent } from '@entente/contracts/audit-events';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { countByFact, readEvents, recordEvent } from '../../audit/index.ts';
import { operatorAttribution } from '../rules/attribution.ts';
import { type RecordsOf, stepsAmong, TICKS } from '../rules/guide.ts';

interface Parts {
  db: Database;
  clock: Clock;
}

/** Whose the other nodes of the organisation are; none where the node is in no organisation. */
export interface Among {
  others(): readonly ('member' | 'body')[];
}

/** Records looked through for one step; a newcomer does not need more to do it once. */
const LOOKED_AT = 500;

/** Who lets the demonstration's travellers pass, and how many. */
export interface Travellers {
  travellersBy: string;
  travellers: number;
}

/** When the demonstration's own data was complete. */
export interface Prepared extends Travellers {
  at: Date;
}

/** Notes that the invented data is complete: what is done from now on is done by newcomers. Once only. */
export async function notePrepared({ db, clock }: Parts, travellers: Travellers): Promise<Prepared> {
  const known = await readPrepared(db);
  if (known) return known;
  const at = clock.now();
  await db.transaction().execute((tx) =>
    recordEvent(tx, {
      ...operatorAttribution('demonstration'),
      at,
      event: 'access.demonstration-prepared',
      outcome: 'done',
      facts: { ...travellers },
    }),
  );
  return { at, ...travellers };
}

/** Undefined until the invented data is complete. */
export async function readPrepared(db: Database): Promise<Prepared | undefined> {
  const from = new Date(0);
  const [record] = await readEvents(db, { event: 'access.demonstration-prepared', from, limit: 1 });
  if (!record) return undefined;
  const { travellersBy, travellers } = record.facts;
  return { at: new Date(record.at), travellersBy: String(travellersBy), travellers: Number(travellers) };
}

/** How many invented travellers have passed, and how many of them met a namesake. A later start may let more pass. */
export async function countTravellers(db: Database, prepared: Prepared): Promise<GuideView['travellers']> {
  return tell(prepared, await countAnswers(db, prepared, { from: prepared.at }));
}

type Answers = Map<string, number>;

function countAnswers(
  db: Database,
  { travellersBy }: Prepared,
  range: { from: Date; before?: Date },
): Promise<Answers> {
  return countByFact(db, { event: 'screening.checked', ...range, actor: travellersBy, fact: 'answer' });
}

function tell({ travellers }: Prepared, answers: Answers): GuideView['travellers'] {
  const passed = [...answers.values()].reduce((sum, count) => sum + count, 0);
  return { passed, of: Math.max(passed, travellers), alarms: answers.get('hit') ?? 0 };
}

function add(one: Answers, other: Answers): Answers {
  const sum = new Map(one);
  for (const [answer, count] of other) sum.set(answer, (sum.get(answer) ?? 0) + count);
  return sum;
}

/** Whatever was recorded longer ago has been committed, and is counted once. */
const SETTLED_MS = 30_000;

/** As `countTravellers`, asked again and again while they pass: only what is new is counted. */
function createTravellersCount({ db, clock }: Parts): (prepared: Prepared) => Promise<GuideView['travellers']> {
  let settled: { until: Date; answers: Answers } | undefined;
  return async (prepared) => {
    const { until: from, answers } = settled ?? { until: prepared.at, answers: new Map<string, number>() };
    const before = new Date(clock.now().getTime() - SETTLED_MS);
    if (before > from) {
      settled = { until: before, answers: add(answers, await countAnswers(db, prepared, { from, before })) };
    }
    const { until, answers: counted } = settled ?? { until: from, answers };
    return tell(prepared, add(counted, await countAnswers(db, prepared, { from: until })));
  };
}

/**
 * The guide as the node's log tells it. A step once done stays done, so that it is looked up no more. Steps across the
 * border are there where the node is among others.
 */
export function createGuide(parts: Parts & Among): () => Promise<GuideView> {
  const { db, others } = parts;
  const done = new Map<GuideStep, string>();
  const countPassed = createTravellersCount(parts);
  let prepared: Prepared | undefined;
  return async () => {
    const steps = stepsAmong(others());
    const view = (travellers: GuideView['travellers']) => ({
      prepared: prepared !== undefined,
      steps: steps.map((step) => ({ step, doneAt: done.get(step) ?? null })),
      travellers,
    });
    prepared ??= await readPrepared(db);
    if (!prepared) return view({ passed: 0, of: 0, alarms: 0 });
    const open = steps.filter((step) => !done.has(step));
    const of = await readRecords(db, prepared, new Set(open.flatMap((step) => TICKS[step].events)));
    for (const step of open) {
      const found = TICKS[step].find(of);
      if (found) done.set(step, found.at);
    }
    return view(await countPassed(prepared));
  };
}

async function readRecords(
  db: Database,
  { at, travellersBy }: Prepared,
  events: ReadonlySet<AuditEvent>,
): Promise<RecordsOf> {
  const records = new Map<AuditEvent, LeafContent[]>();
  for (const event of events) {
    records.set(event, await readEvents(db, { event, from: at, except: travellersBy, limit: LOOKED_AT }));
  }
  return (event) => records.get(event) ?? [];
}
