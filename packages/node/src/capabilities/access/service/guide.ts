import type { GuideStep, GuideView } from '@entente/contracts/access/guide';
import type { LeafContent } from '@entente/contracts/audit';
import type { AuditEvent } from '@entente/contracts/audit-events';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { countByFact, readEvents, recordEvent } from '../../audit/index.ts';
import { operatorAttribution } from '../rules/attribution.ts';

interface Parts {
  db: Database;
  clock: Clock;
}

/** Which record ticks a step. */
interface Tick {
  event: AuditEvent;
  isIt(facts: LeafContent['facts']): boolean;
}

const REFUSED_SPEECH = /no-violent-act|no-ground-of-speech|violent-act-of-speech/;

/** The desk sends what is typed as `text`; the travellers who pass by themselves are scanned as `mrz`. */
const TICKS: Record<GuideStep, Tick> = {
  'clean-traveller': {
    event: 'screening.checked',
    isIt: ({ answer, by }) => answer === 'no-hit' && by === 'text',
  },
  'explained-hit': { event: 'screening.checked', isIt: ({ answer, by }) => answer === 'hit' && by === 'text' },
  'namesake-referred': { event: 'screening.referred', isIt: () => true },
  'namesake-cleared': { event: 'screening.verdict-given', isIt: ({ verdict }) => verdict === 'not-the-same' },
  'extremism-refused': { event: 'alerts.refused', isIt: ({ rules }) => REFUSED_SPEECH.test(String(rules)) },
  'alert-approved': { event: 'alerts.approved', isIt: () => true },
  'notice-printed': { event: 'screening.notice-given', isIt: () => true },
  'trail-searched': { event: 'audit.searched', isIt: () => true },
  // What came awake came by itself when the organisation was founded; this one waited for a second officer over there.
  'alert-arrived': { event: 'alerts.received', isIt: ({ sleeps }) => sleeps === true },
  'alert-accepted': { event: 'alerts.accepted', isIt: () => true },
  'hit-reported': { event: 'cases.hit-reported', isIt: () => true },
  'hit-taken-up': { event: 'cases.acknowledgement-received', isIt: () => true },
};

/** Steps that need other nodes. */
const ABROAD: readonly GuideStep[] = ['alert-arrived', 'alert-accepted', 'hit-reported', 'hit-taken-up'];

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
 * border are there where the node is in an organisation.
 */
export function createGuide(parts: Parts & { isAmongOthers(): boolean }): () => Promise<GuideView> {
  const { db, isAmongOthers } = parts;
  const done = new Map<GuideStep, string>();
  const all = Object.keys(TICKS) as GuideStep[];
  let steps = all;
  const countPassed = createTravellersCount(parts);
  let prepared: Prepared | undefined;
  const view = (travellers: GuideView['travellers']) => ({
    prepared: prepared !== undefined,
    steps: steps.map((step) => ({ step, doneAt: done.get(step) ?? null })),
    travellers,
  });
  return async () => {
    steps = isAmongOthers() ? all : all.filter((step) => !ABROAD.includes(step));
    prepared ??= await readPrepared(db);
    if (!prepared) return view({ passed: 0, of: 0, alarms: 0 });
    const open = steps.filter((step) => !done.has(step));
    for (const event of new Set(open.map((step) => TICKS[step].event))) {
      const asked = { event, from: prepared.at, except: prepared.travellersBy, limit: LOOKED_AT };
      const records = await readEvents(db, asked);
      for (const step of open.filter((one) => TICKS[one].event === event)) {
        const found = records.find(({ facts }) => TICKS[step].isIt(facts));
        if (found) done.set(step, found.at);
      }
    }
    return view(await countPassed(prepared));
  };
}
