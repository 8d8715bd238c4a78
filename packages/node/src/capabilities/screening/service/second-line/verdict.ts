import type { Candidate } from '@entente/contracts/screening';
import type { SecondLineView, Verdict } from '@entente/contracts/screening/second-line';
import { serialiseCanonical } from '@entente/crypto/canonical';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { loadAlertsInForce, loadSubjects } from '../../../alerts/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { SecondLineCase } from '../../model/case.ts';
import { isLast, refuseCandidate, withVerdict } from '../../rules/case.ts';
import { concernsMinor } from '../../rules/minors.ts';
import { refuseVerdict } from '../../rules/verdict.ts';
import { type ClearedPair, deleteCleared, insertCleared } from '../../store/cleared.ts';
import { countVerdict } from '../../store/figures.ts';
import { pairOf } from '../cleared.ts';
import type { ScreeningParts } from '../parts.ts';
import { refuseBy } from '../refusal.ts';
import { changeCase } from './change-case.ts';

const DAY = 86_400_000;

/**
 * Says of a candidate whether it is the same person, with what was compared and what was done. A document told apart from
 * an alert or an entry of a list is remembered as a keyed hash of both, and shown next time.
 */
export async function giveVerdict(
  parts: ScreeningParts,
  asking: Asking,
  id: string,
  verdict: Verdict,
): Promise<SecondLineView> {
  const asked = { id, revision: verdict.revision, step: 'give-verdict' };
  return await changeCase(parts, asking, asked, async (tx, of, now) => {
    refuseBy(refuseCandidate(of, verdict.candidate));
    const candidate = of.personal.found.find(({ key }) => key === verdict.candidate)!;
    const until = await standsUntil(tx, parts, of, candidate, now);
    refuseBy(
      refuseVerdict(verdict, {
        candidate,
        ended: until === undefined,
        minor: isMinor(of, candidate, now),
        actions: parts.wording.actions,
      }),
    );
    const record = await recordVerdict(tx, asking, of, verdict, candidate, now);
    await countVerdict(tx, now.toISOString().slice(0, 10), verdict.verdict);
    await rememberPair(tx, of, verdict, candidate, until, now);
    return withVerdict(of, verdict, { at: now, by: asking.officer.id, record });
  });
}

function isMinor({ personal }: SecondLineCase, { kind, evidence }: Candidate, now: Date): boolean {
  return kind === 'person' && concernsMinor(personal.readAs.birthDate, evidence, now.toISOString().slice(0, 10));
}

/** Until when the alert or the entry stands, as far as is known; undefined where it has ended since the check. */
async function standsUntil(
  tx: Tx,
  { watch, membership }: ScreeningParts,
  { personal }: SecondLineCase,
  { key, source }: Candidate,
  now: Date,
): Promise<Date | undefined> {
  if (source.kind === 'alert') {
    const alert = (await loadAlertsInForce(tx, [source.alert])).get(source.alert);
    return alert && alert.expiresAt > now ? alert.expiresAt : undefined;
  }
  const subject = personal.subjects[key];
  const answers = [...watch.lists.keys()].some((list) => list === source.list);
  const listed = subject !== undefined && answers && (await loadSubjects(tx, [subject])).size > 0;
  // A list names no end: a pair is remembered as long as the case it comes from.
  return listed ? new Date(now.getTime() + membership.procedure().secondLineDays * DAY) : undefined;
}

async function rememberPair(
  tx: Tx,
  of: SecondLineCase,
  { verdict }: Verdict,
  { key, source }: Candidate,
  until: Date | undefined,
  now: Date,
): Promise<void> {
  const { document, subjects } = of.personal;
  if (document === undefined || verdict === 'cannot-be-established') return;
  const pair = pairOf(tx, document, key);
  if (verdict === 'same-person') return await deleteCleared(tx, pair);
  const ends: ClearedPair['of'] | undefined =
    source.kind === 'alert'
      ? { alert: source.alert }
      : subjects[key] === undefined
        ? undefined
        : { subject: subjects[key] };
  if (ends && until) await insertCleared(tx, { pair, of: ends, at: now, secondLine: of.id, expiresAt: until });
}

async function recordVerdict(
  tx: Tx,
  asking: Asking,
  of: SecondLineCase,
  { verdict, checklist, taken, notTaken, note }: Verdict,
  { source }: Candidate,
  at: Date,
): Promise<string> {
  const { place, direction } = of.personal;
  const record = await recordEvent(tx, {
    ...attribution(asking),
    at,
    event: 'screening.verdict-given',
    outcome: 'done',
    subject: { kind: 'second-line', ref: of.id },
    facts: {
      candidate: source.kind === 'alert' ? source.reference : `${source.list} ${source.ref}`,
      verdict,
      ...(taken && { taken }),
      direction,
      closed: isLast(of),
    },
    parts: [{ name: 'findings', text: serialiseCanonical({ place, checklist, notTaken, note }) }],
  });
  return record.id;
}
