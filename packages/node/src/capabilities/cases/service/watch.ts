import type { AuditEvent } from '@entente/contracts/audit-events';
import type { Tx } from '../../../platform/database/database.ts';
import { type Attribution, recordEvent, recordEvents } from '../../audit/index.ts';
import { alarmMoments } from '../rules/alarm.ts';
import { markEscalated, markSounding } from '../store/duty.ts';
import { listFilesToErase } from '../store/files.ts';
import { deleteFollowUps } from '../store/follow-ups.ts';
import { eraseInquiries, recallTold } from './inquiries/end-inquiries.ts';
import type { CasesParts } from './parts.ts';

const BY_THE_NODE: Attribution = { actor: { kind: 'node', id: 'node' } };
const DAY = 86_400_000;

/** What a round did, in numbers that name nobody. */
export interface Watched {
  sounding: number;
  escalated: number;
  erased: number;
  /** Of inquiries: what was told and taken back. */
  recalled: number;
}

type WatchParts = Pick<CasesParts, 'db' | 'clock' | 'membership'> & {
  exchange: Pick<CasesParts['exchange'], 'send' | 'eraseAbout'> & {
    files: Pick<CasesParts['exchange']['files'], 'erase'>;
  };
};

/** Lets urgent hits that nobody acknowledged sound, then go to those above, each once; takes back what was told of alerts that have ended, and erases what has come to its term. */
export async function watchCases({ db, clock, membership, exchange }: WatchParts): Promise<Watched> {
  const now = clock.now();
  const { followUp } = membership.procedure();
  const { soundsSince, escalatesSince } = alarmMoments(now, followUp);
  return await db.transaction().execute(async (tx) => {
    const sounding = await markSounding(tx, soundsSince, now);
    await recordEach(tx, 'cases.alarm-raised', sounding, now, followUp.soundAfterMinutes);
    const escalated = await markEscalated(tx, escalatesSince, now);
    await recordEach(tx, 'cases.escalated', escalated, now, followUp.escalateAfterMinutes);
    const ended = new Date(now.getTime() - followUp.caseDays * DAY);
    await exchange.files.erase(tx, await listFilesToErase(tx, { ended, waitedSince: new Date(now.getTime() - DAY) }));
    const erased = await deleteFollowUps(tx, ended);
    if (erased > 0) {
      const facts = { cases: erased };
      await recordEvent(tx, { ...BY_THE_NODE, at: now, event: 'cases.erased', outcome: 'done', facts });
    }
    const recalled = await recallTold(tx, { exchange }, now);
    const inquiries = await eraseInquiries(tx, { exchange }, now);
    return { sounding: sounding.length, escalated: escalated.length, erased: erased + inquiries, recalled };
  });
}

async function recordEach(
  tx: Tx,
  event: AuditEvent,
  ids: readonly string[],
  at: Date,
  afterMinutes: number,
): Promise<void> {
  if (ids.length === 0) return;
  const entries = ids.map((id) => ({
    ...BY_THE_NODE,
    at,
    event,
    outcome: 'done' as const,
    subject: { kind: 'case', ref: id },
    facts: { afterMinutes },
  }));
  await recordEvents(tx, entries);
}
