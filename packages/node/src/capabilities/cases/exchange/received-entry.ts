import type { AuditEvent } from '@entente/contracts/audit-events';
import type { Acknowledged, MessageSent, OutcomeRecorded } from '@entente/contracts/cases/envelopes';
import type { Tx } from '../../../platform/database/database.ts';
import { recordEvent } from '../../audit/index.ts';
import type { ReceivedEnvelope, Verdict } from '../../exchange/index.ts';
import type { FollowUp } from '../model/case.ts';
import type { NewEntry } from '../model/entry.ts';
import { dueAt } from '../rules/clocks.ts';
import { acknowledgementEntry, messageEntry, outcomeEntry } from '../rules/new-entry.ts';
import { append } from '../service/append.ts';
import { keepReceived } from '../service/files/keep-received.ts';
import type { CasesParts } from '../service/parts.ts';
import { findEntry } from '../store/entries.ts';
import { lockFollowUp, updateFollowUp } from '../store/follow-ups.ts';
import { ACCEPTED, refuse } from './refusals.ts';

const THERE = { here: false, officer: null } as const;

/** A message of the other side; it is taken even where this side has closed the case, since nothing sent is lost. */
export async function receiveMessage(
  parts: CasesParts,
  tx: Tx,
  envelope: ReceivedEnvelope<MessageSent>,
): Promise<Verdict> {
  const { body, receivedAt: at } = envelope;
  const { id, kind, urgent = false, answers } = body;
  const files = envelope.attachments.map(({ file }) => file);
  const facts = { kind, urgent, files: files.length };
  let isNew = false;
  const verdict = await receiveEntry(tx, envelope, 'cases.message-received', facts, async (of) => {
    isNew = true;
    const asked = answers === undefined ? undefined : await findEntry(tx, of.id, answers);
    // An answer to what this side never asked is kept as what was given, and stops no clock.
    const answered = asked?.here && asked.kind === kind && asked.form === 'asked' ? asked.id : null;
    const due = of.closedAt ? null : dueAt(body, at, parts.membership.procedure().followUp);
    return { entry: messageEntry(id, { ...body, answers: answered }, { ...THERE, at }, due), changed: of };
  });
  if ('refused' in verdict || files.length === 0) return verdict;
  if (isNew) await keepReceived(parts, tx, { followUp: body.thread, entry: id, at }, files);
  // Whoever says the same twice need not send its files twice.
  else await parts.exchange.files.skip(tx, files);
  return verdict;
}

/** The owner has taken the hit up. */
export async function receiveAcknowledgement(tx: Tx, envelope: ReceivedEnvelope<Acknowledged>): Promise<Verdict> {
  const { body, receivedAt: at } = envelope;
  return await receiveEntry(tx, envelope, 'cases.acknowledgement-received', {}, async (of) =>
    of.side === 'reporting'
      ? {
          entry: acknowledgementEntry(body.id, { ...THERE, at }),
          changed: { ...of, acknowledgedAt: of.acknowledgedAt ?? at },
        }
      : refuse('cases.not-the-owner'),
  );
}

/** What came of it at the other side; the owner's word closes the case here too. */
export async function receiveOutcome(tx: Tx, envelope: ReceivedEnvelope<OutcomeRecorded>): Promise<Verdict> {
  const { body, receivedAt: at } = envelope;
  return await receiveEntry(tx, envelope, 'cases.outcome-received', { outcome: body.outcome }, async (of) => ({
    entry: outcomeEntry(body.id, body, { ...THERE, at }),
    changed: of.side === 'reporting' ? { ...of, closedAt: of.closedAt ?? at } : of,
  }));
}

type Taken = { entry: NewEntry; changed: FollowUp };

/**
 * Puts what came under its id into the thread, once. A thread that is not this sender's is as unknown to him as one that is
 * not there.
 */
async function receiveEntry(
  tx: Tx,
  { from, receivedAt: at, body }: ReceivedEnvelope<{ thread: string; id: string }>,
  event: AuditEvent,
  facts: Record<string, string | boolean | number>,
  work: (of: FollowUp) => Promise<Taken | Verdict>,
): Promise<Verdict> {
  const of = await lockFollowUp(tx, body.thread);
  if (of?.other?.node !== from) return refuse('cases.unknown-thread');
  if (await findEntry(tx, of.id, body.id)) return ACCEPTED;
  const taken = await work(of);
  if (!('entry' in taken)) return taken;
  const { id: record } = await recordEvent(tx, {
    actor: { kind: 'node', id: from },
    at,
    event,
    outcome: 'done',
    subject: { kind: 'case', ref: of.id },
    facts: { entry: body.id, ...facts },
  });
  await updateFollowUp(tx, await append(tx, taken.changed, taken.entry, { record, outbox: null }));
  return ACCEPTED;
}
