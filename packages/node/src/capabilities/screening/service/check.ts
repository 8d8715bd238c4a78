import type { CheckAnswer, CheckRequest } from '@entente/contracts/screening';
import { serialiseCanonical } from '@entente/crypto/canonical';
import { commitTo, createSalt } from '@entente/crypto/commitment';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { type Asking, attribution } from '../../access/index.ts';
import { recordEvent } from '../../audit/index.ts';
import type { CheckRecord } from '../model/kept.ts';
import { SCREENING_PROBLEMS } from '../problems.ts';
import type { Actions } from '../rules/actions.ts';
import { countBands, listCandidate, orderCandidates } from '../rules/candidates.ts';
import { isCurrent } from '../rules/currency.ts';
import { readRequest } from '../rules/question.ts';
import { insertCheck } from '../store.ts';
import type { ScreeningMetrics } from './metrics.ts';
import type { Watch } from './watch.ts';

export interface CheckParts {
  watch: Watch;
  db: Database;
  clock: Clock;
  metrics: ScreeningMetrics;
  actions: Actions;
}

type Answered = Omit<CheckAnswer, 'id' | 'at' | 'record' | 'tookMs'>;

/**
 * Answers one check. The answer, the check's row and the audit record are one: nobody is told what is not recorded.
 * An input that cannot be read is answered too, and recorded; `tookMs` is the time to read and search.
 */
export async function check(asking: Asking, request: CheckRequest, parts: CheckParts): Promise<CheckAnswer> {
  const { watch, db, clock, metrics } = parts;
  const at = clock.now();
  if (!isCurrent(watch.heardAt, at)) throw new Problem(SCREENING_PROBLEMS['index-not-ready']);
  const began = performance.now();
  const answered = answer(request, parts, at);
  const tookMs = Math.round((performance.now() - began) * 1000) / 1000;
  const id = crypto.randomUUID();
  const record = await keep(id, at, asking, request, answered, db);
  metrics.checks.inc({ outcome: answered.outcome });
  metrics.duration.observe((performance.now() - began) / 1000);
  return { id, at: at.toISOString(), ...answered, record, tookMs };
}

function answer(request: CheckRequest, { watch, actions }: CheckParts, at: Date): Answered {
  const lists = { answered: [...watch.lists.keys()], silent: watch.silent };
  const reading = readRequest(request, at.toISOString().slice(0, 10));
  const nobody = { candidates: [], discreet: [], lists };
  if (!reading.ok) return { outcome: 'unreadable', readAs: null, unreadable: reading.code, ...nobody };
  const { query, readAs } = reading.question;
  const listed = watch.index.search(query, watch.lists.keys()).flatMap((found) => {
    const list = watch.lists.get(found.listing.list);
    return list ? [listCandidate(found, list, actions)] : [];
  });
  const candidates = orderCandidates(listed, actions);
  return { ...nobody, outcome: candidates.length > 0 ? 'hit' : 'no-hit', readAs, candidates };
}

/** Writes the check and its audit record in one transaction. Returns the record's id. */
async function keep(
  id: string,
  at: Date,
  asking: Asking,
  request: CheckRequest,
  answered: Answered,
  db: Database,
): Promise<string> {
  const salt = createSalt();
  const commitment = Buffer.from(commitTo(serialiseCanonical(request), salt)).toString('hex');
  const candidates = answered.candidates.map(({ source, band }) => ({
    list: source.kind === 'list' ? source.list : source.kind,
    ref: source.kind === 'list' ? source.ref : source.reference,
    band,
  }));
  const counts = countBands(answered.candidates);
  const readAs = answered.readAs?.kind ?? null;
  return await db.transaction().execute(async (tx) => {
    const record = await recordEvent(tx, {
      at,
      event: 'screening.checked',
      ...attribution(asking),
      outcome: 'done',
      subject: { kind: 'check', ref: id },
      facts: {
        answer: answered.outcome,
        by: request.by,
        ...(readAs !== null && { readAs }),
        ...(answered.unreadable !== undefined && { unreadable: answered.unreadable }),
        exactDocument: counts['exact-document'],
        strong: counts.strong,
        possible: counts.possible,
        lists: answered.lists.answered.join(' '),
        question: commitment,
      },
      parts: candidates.length > 0 ? [{ name: 'candidates', text: serialiseCanonical(candidates) }] : [],
    });
    const personal = { salt: Buffer.from(salt).toString('hex'), candidates };
    const row: CheckRecord = {
      id,
      at,
      officerId: asking.officer.id,
      outcome: answered.outcome,
      readAs,
      counts,
      commitment,
      recordId: record.id,
      personal,
    };
    await insertCheck(tx, row);
    return record.id;
  });
}
