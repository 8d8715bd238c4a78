import { randomUUID } from 'node:crypto';
import type { CaseView } from '@entente/contracts/cases';
import type { NewMessage } from '@entente/contracts/cases/entries';
import { type Asking, attribution } from '../../access/index.ts';
import { recordEvent } from '../../audit/index.ts';
import { dueAt } from '../rules/clocks.ts';
import { messageEntry } from '../rules/new-entry.ts';
import { refuseMessage } from '../rules/steps.ts';
import { findEntry } from '../store/entries.ts';
import { append } from './append.ts';
import type { CasesParts } from './parts.ts';
import { refuseBy } from './refusal.ts';
import { sendToOther } from './send-to-other.ts';
import { takeStep } from './take-step.ts';

/** Writes a message, or asks for or gives supplementary information; the other side gets it in an envelope. */
export async function writeMessage(
  parts: CasesParts,
  asking: Asking,
  id: string,
  written: NewMessage,
): Promise<CaseView> {
  // JSON escapes can spell lone surrogates; canonical JSON refuses them.
  const message = { ...written, text: written.text.toWellFormed() };
  const { kind, form, urgent = false, answers } = message;
  return await takeStep(parts, asking, { id, step: 'write-message' }, async (tx, of, now) => {
    refuseBy(refuseMessage(of, message, answers === undefined ? undefined : await findEntry(tx, id, answers)));
    const entry = randomUUID();
    const outbox = await sendToOther(tx, parts, of.other, 'cases.message-sent', { thread: id, id: entry, ...message });
    const { id: record } = await recordEvent(tx, {
      ...attribution(asking),
      at: now,
      event: 'cases.message-written',
      outcome: 'done',
      subject: { kind: 'case', ref: id },
      facts: { entry, kind, ...(form && { form }), urgent },
    });
    const officer = asking.officer.id;
    const due = dueAt(message, now, parts.membership.procedure().followUp);
    const written = messageEntry(entry, message, { here: true, officer, at: now }, due);
    return { ...(await append(tx, of, written, { record, outbox })), officer: of.officer ?? officer };
  });
}
