import { setImmediate } from 'node:timers/promises';
import type { Candidate, CheckAnswer, CheckRequest } from '@entente/contracts/screening';
import { toHex } from '@entente/crypto/bytes';
import { serialiseCanonical } from '@entente/crypto/canonical';
import { commitTo, createSalt } from '@entente/crypto/commitment';
import { steadyMs } from '../../../platform/clock.ts';
import { sealingOf, type Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { type Asking, attribution } from '../../access/index.ts';
import { recordEvent } from '../../audit/index.ts';
import type { Way } from '../model/kept.ts';
import type { Question } from '../model/question.ts';
import { SCREENING_PROBLEMS } from '../problems.ts';
import { countBands } from '../rules/candidates.ts';
import { isCurrent } from '../rules/currency.ts';
import { documentKey, questionKey } from '../rules/keys.ts';
import { maskTraveller } from '../rules/mask.ts';
import { readRequest } from '../rules/question.ts';
import { type KeptCheck, keepCheck, noteRepeated } from '../store/checks.ts';
import { type Answer, answerQuestion } from './answer.ts';
import { markCleared } from './cleared.ts';
import type { ScreeningParts } from './parts.ts';

/** Counters of one officer and hour that are added up: desks that share an account do not wait for each other. */
const SLOTS = 8;
const DAY = 86_400_000;
const HOUR = 3_600_000;

/** How a check came in, where it was not typed at the desk. */
export interface FromList {
  /** The passenger list. */
  list: string;
  /** How it is counted; undefined: as if it had been typed. */
  way?: Way;
  /** Settles with the list what came of it, in the transaction of the check; a throw undoes both. */
  settle(tx: Tx, settled: { check: string; at: Date; answered: Answered }): Promise<void>;
}

/** What was asked, by whom and when, and what came of it. */
interface Done {
  id: string;
  at: Date;
  asking: Asking;
  request: CheckRequest;
  /** Undefined where the input is no question. */
  question: Question | undefined;
  answered: Answered;
  answer: Answer;
  from?: FromList;
}

export type Answered = Omit<CheckAnswer, 'id' | 'at' | 'record' | 'tookMs'>;

/** Answers one check of the desk, before whose turn no list goes on. */
export async function check(asking: Asking, request: CheckRequest, parts: ScreeningParts): Promise<CheckAnswer> {
  return await parts.desk.during(() => answerCheck(asking, request, parts));
}

/**
 * Answers one check, wherever it comes from. The answer, what is kept of it and the audit record are one: nobody is told what is not recorded.
 * An input that cannot be read is answered too, and recorded; `tookMs` is the time to read and search.
 */
export async function answerCheck(
  asking: Asking,
  request: CheckRequest,
  parts: ScreeningParts,
  from?: FromList,
): Promise<CheckAnswer> {
  const { watch, db, clock, metrics, wording } = parts;
  const at = clock.now();
  if (!isCurrent(watch.heardMs, steadyMs())) throw new Problem(SCREENING_PROBLEMS['index-not-ready']);
  const began = performance.now();
  const id = crypto.randomUUID();
  const lists = { answered: [...watch.lists.keys()], silent: watch.silent };
  const reading = readRequest(request, dayOf(at));
  const question = reading.ok ? reading.question : undefined;
  const answer = question ? await answerQuestion(question, watch, wording, at) : NOBODY;
  const tookMs = Math.round((performance.now() - began) * 1000) / 1000;
  const { candidates, discreet } = await markCleared(db, answer, question && documentKey(question), at);
  const answered: Answered = reading.ok
    ? {
        // What a bystander may see: whoever is to be met without a word makes no hit.
        outcome: candidates.length > 0 ? 'hit' : 'no-hit',
        readAs: reading.question.readAs,
        candidates,
        discreet,
        lists,
      }
    : { outcome: 'unreadable', readAs: null, unreadable: reading.code, candidates: [], discreet: [], lists };
  const record = await keep({ id, at, asking, request, question, answered, answer, ...(from && { from }) }, parts);
  metrics.checks.inc({ outcome: answered.outcome });
  metrics.duration.observe((performance.now() - began) / 1000);
  return { id, at: at.toISOString(), ...answered, ...(parts.isStale() && { mayBeStale: true }), record, tookMs };
}

const NOBODY: Answer = { candidates: [], discreet: [], subjects: {} };

/** Keeps the check and records it, in one transaction. Returns the record's id. */
async function keep(done: Done, parts: ScreeningParts): Promise<string> {
  const { request, asking, at } = done;
  const salt = createSalt();
  const commitment = toHex(commitTo(serialiseCanonical(request), salt));
  const { sameQuestion } = parts.membership.procedure().patterns;
  return await parts.db.transaction().execute(async (tx) => {
    const [record, kept] = await Promise.all([recordCheck(tx, done, commitment), seal(done, toHex(salt), parts)]);
    const asked = await keepCheck(tx, kept);
    if (asked >= sameQuestion) await noteRepeated(tx, asking.officer.id, dayOf(at), asked);
    await done.from?.settle(tx, { check: done.id, at, answered: done.answered });
    return record;
  });
}

/** What is kept of the check, its question sealed to oversight: worked out while the record is on its way to the database. */
async function seal(done: Done, salt: string, { db, oversight, membership }: ScreeningParts): Promise<KeptCheck> {
  await setImmediate();
  const { id, at, asking, request, question, answered, from } = done;
  const officerId = asking.officer.id;
  const term = membership.procedure().noHitQueryDays * DAY;
  return {
    id,
    at,
    officerId,
    sessionId: asking.sessionId,
    outcome: answered.outcome,
    way: from?.way ?? answered.readAs?.kind ?? 'unread',
    slot: Math.floor(Math.random() * SLOTS),
    // Whoever was on a list is none of the officer's last checks: a busload would push out those he makes by hand.
    ...(!from && {
      masked: { traveller: maskTraveller(answered.readAs ?? NOTHING_READ), outcome: answered.outcome },
    }),
    ...hitOf(done),
    ...(question && {
      question: {
        day: dayOf(at),
        hash: sealingOf(db).lookup('screening.question', `${dayOf(at)}/${officerId}/${questionKey(question)}`),
        sealed: oversight.seal(id, { request, salt }),
        shreddedOn: new Date(Math.ceil((at.getTime() + term) / HOUR) * HOUR),
      },
    }),
  };
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

const NOTHING_READ = { kind: 'identity' as const, names: [] };

/** Only a check that met somebody is kept for the second line. */
function hitOf({ question, answered, answer }: Done): Pick<KeptCheck, 'hit'> {
  const { readAs, candidates, discreet } = answered;
  if (!question || !readAs || candidates.length + discreet.length === 0) return {};
  const document = documentKey(question);
  return {
    hit: { readAs, candidates, discreet, subjects: answer.subjects, ...(document !== undefined && { document }) },
  };
}

/** Who is met without a word stands in the sealed part alone: facts are on the officer's own trail, which others may see on his screen. */
async function recordCheck(
  tx: Tx,
  { id, at, asking, request, answered, from }: Done,
  commitment: string,
): Promise<string> {
  const counts = countBands(answered.candidates);
  const met = [...answered.candidates, ...answered.discreet].map(({ key, band }: Candidate) => ({ key, band }));
  const record = await recordEvent(tx, {
    at,
    event: 'screening.checked',
    ...attribution(asking),
    outcome: 'done',
    subject: { kind: 'check', ref: id },
    facts: {
      answer: answered.outcome,
      by: request.by,
      ...(answered.readAs && { readAs: answered.readAs.kind }),
      ...(answered.unreadable !== undefined && { unreadable: answered.unreadable }),
      exactDocument: counts['exact-document'],
      strong: counts.strong,
      possible: counts.possible,
      lists: answered.lists.answered.join(' '),
      question: commitment,
      ...(from && { list: from.list }),
    },
    parts: met.length > 0 ? [{ name: 'candidates', text: serialiseCanonical(met) }] : [],
  });
  return record.id;
}
