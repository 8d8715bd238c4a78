import type { Candidate } from '@entente/contracts/screening';
import type { SecondLineView, Verdict } from '@entente/contracts/screening/second-line';
import { serialiseCanonical } from '@entente/crypto/canonical';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { SecondLineCase } from '../../model/case.ts';
import { isLast, keepVerdict, refuseCandidate, withVerdict } from '../../rules/case.ts';
import { concernsMinor } from '../../rules/minors.ts';
import { isProtected } from '../../rules/protection.ts';
import { chosenReport, concernOf, keepChoice, refuseChoice } from '../../rules/report.ts';
import { refuseVerdict } from '../../rules/verdict.ts';
import { type ClearedPair, deleteCleared, insertCleared } from '../../store/cleared.ts';
import { countVerdict } from '../../store/figures.ts';
import { pairOf } from '../cleared.ts';
import type { ScreeningParts } from '../parts.ts';
import { refuseBy } from '../refusal.ts';
import { changeCase } from './change-case.ts';
import { followUp } from './follow-up.ts';
import { standsUntil } from './stands-until.ts';

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
    const ended = until === undefined;
    const minor = isMinor(of, candidate, now);
    const concern = concernOf(verdict, candidate, { ended, ownState: parts.ownState });
    const spared = isProtected(of.personal, verdict);
    refuseBy([
      ...refuseVerdict(verdict, { candidate, ended, minor, actions: parts.wording.actions }),
      ...refuseChoice(verdict.report, { concern, isProtected: spared }),
    ]);
    const chosen = concern === 'owner' ? chosenReport(verdict.report, spared) : undefined;
    const by = asking.officer.id;
    const report = chosen && keepChoice(chosen, spared, { at: now, by });
    const record = await recordVerdict(tx, asking, of, verdict, candidate, now);
    const given = keepVerdict(verdict, { at: now, by, record, report });
    await followUp(tx, parts, asking, { of, candidate, given, concern });
    await countVerdict(tx, now.toISOString().slice(0, 10), verdict.verdict);
    await rememberPair(tx, of, verdict, candidate, until, now);
    return withVerdict(of, given, now);
  });
}

function isMinor({ personal }: SecondLineCase, { kind, evidence }: Candidate, now: Date): boolean {
  return kind === 'person' && concernsMinor(personal.readAs.birthDate, evidence, now.toISOString().slice(0, 10));
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
  { verdict, checklist, taken, notTaken, note, claimsProtection, report }: Verdict,
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
    // What is chosen and claimed stands in the sealed part alone: no fact tells a silent hit from another.
    parts: [
      {
        name: 'findings',
        text: serialiseCanonical({ place, checklist, notTaken, note, claimsProtection, report }),
      },
    ],
  });
  return record.id;
}
