import type { ListId } from '@entente/contracts/alerts';
import type { CorrectionDecision, ListEntryView, NewCorrection } from '@entente/contracts/alerts/corrections';
import { createIdSource } from '@entente/crypto/uuid7';
import type { Tx } from '../../../../platform/database/database.ts';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { StoredCorrection } from '../../model.ts';
import { ALERTS_PROBLEMS } from '../../problems.ts';
import { type CorrectionRefusal, refuseCorrection } from '../../rules/correction.ts';
import {
  decideCorrection,
  endCorrection,
  insertCorrection,
  lockCorrection,
  readStanding,
} from '../../store/corrections.ts';
import { appendChanges } from '../../store/feed.ts';
import { findSubject } from '../../store/subjects.ts';
import type { AlertParts } from '../alerts/parts.ts';
import { showEntry } from './view-entry.ts';

const createId = createIdSource();

const REFUSALS: Record<CorrectionRefusal, string> = {
  'not-on-entry': 'The entry has no such name or date.',
  'already-on-entry': 'The entry has this name or date already.',
  'nothing-left': 'The entry would be left without a name, and be met by nobody.',
  'no-date': 'There is no such day.',
};

/** Proposes a correction beside an entry. Nothing changes at the desk before a second officer confirms it. */
export async function proposeCorrection(
  { db, clock }: AlertParts,
  asking: Asking,
  { list, ref, ...given }: NewCorrection & { list: ListId; ref: string },
): Promise<ListEntryView> {
  const at = clock.now();
  return await db.transaction().execute(async (tx) => {
    const found = await findSubject(tx, list, ref);
    if (!found) throw new Problem(ALERTS_PROBLEMS['unknown-entry']);
    const correction = tidy(given);
    const standing = (await readStanding(tx, [found.id])).get(found.id);
    const refusal = refuseCorrection(found.subject, correction, standing);
    if (refusal) {
      const errors = [{ pointer: '/value', reason: REFUSALS[refusal], rule: refusal }];
      throw new Problem(ALERTS_PROBLEMS['correction-refused'], { detail: REFUSALS[refusal], errors });
    }
    const { officer } = asking;
    const { kind, value, instead, reason } = correction;
    const personal = { value, ...(instead !== undefined && { instead }), reason, authority: officer.authority.names };
    const stored = { list, ref, subject: found.id, kind, proposedBy: officer.id, authority: officer.authority.id };
    const id = createId(at);
    await insertCorrection(tx, { id, ...stored, proposedAt: at, personal });
    await record(tx, asking, { id, list, ref, kind, personal }, 'alerts.correction-proposed', at);
    return await showEntry(tx, found);
  });
}

/** Spaces around words say nothing; a date has none. */
function tidy({ value, instead, reason, kind }: NewCorrection): NewCorrection {
  const trimmed = value.replace(/\s+/gu, ' ').trim();
  return { kind, value: trimmed, ...(instead !== undefined && { instead }), reason: reason.trim() };
}

/** The second officer, never the first one, confirms or declines. What is confirmed is in force within a second. */
export async function decide(
  { db, clock }: AlertParts,
  asking: Asking,
  { id, decision }: CorrectionDecision & { id: string },
): Promise<ListEntryView> {
  const at = clock.now();
  return await db.transaction().execute(async (tx) => {
    const correction = await lockCorrection(tx, id);
    if (correction?.state !== 'proposed') throw new Problem(ALERTS_PROBLEMS['unknown-correction']);
    if (correction.proposedBy === asking.officer.id) throw new Problem(ALERTS_PROBLEMS['own-correction']);
    const state = decision === 'confirm' ? 'in-force' : 'declined';
    await decideCorrection(tx, id, { state, by: asking.officer.id, at });
    const event = decision === 'confirm' ? 'alerts.correction-confirmed' : 'alerts.correction-declined';
    await record(tx, asking, correction, event, at);
    return await tell(tx, correction, decision === 'confirm');
  });
}

/** Takes a correction back, before or after it was confirmed. */
export async function withdrawCorrection(
  { db, clock }: AlertParts,
  asking: Asking,
  id: string,
): Promise<ListEntryView> {
  const at = clock.now();
  return await db.transaction().execute(async (tx) => {
    const correction = await lockCorrection(tx, id);
    if (!correction || correction.endedAt !== null) throw new Problem(ALERTS_PROBLEMS['unknown-correction']);
    await endCorrection(tx, id, 'withdrawn', at);
    await record(tx, asking, correction, 'alerts.correction-withdrawn', at);
    return await tell(tx, correction, correction.state === 'in-force');
  });
}

/** Tells the index where the entry is to be met otherwise from now on, and shows it as it stands. */
async function tell(tx: Tx, { list, ref, subject }: StoredCorrection, changed: boolean): Promise<ListEntryView> {
  if (changed) await appendChanges(tx, list, [{ subjectId: subject, change: 'changed' }]);
  const found = await findSubject(tx, list, ref);
  if (!found) throw new Problem(ALERTS_PROBLEMS['unknown-entry']);
  return await showEntry(tx, found);
}

type CorrectionEvent =
  | 'alerts.correction-proposed'
  | 'alerts.correction-confirmed'
  | 'alerts.correction-declined'
  | 'alerts.correction-withdrawn';

async function record(
  tx: Tx,
  asking: Asking,
  { id, list, ref, kind, personal }: Pick<StoredCorrection, 'id' | 'list' | 'ref' | 'kind' | 'personal'>,
  event: CorrectionEvent,
  at: Date,
): Promise<void> {
  await recordEvent(tx, {
    ...attribution(asking),
    at,
    event,
    outcome: 'done',
    subject: { kind: 'correction', ref: id },
    facts: { list, ref, kind },
    parts: personal ? [{ name: 'correction', text: JSON.stringify(personal) }] : [],
  });
}
