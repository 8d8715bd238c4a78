import { randomUUID } from 'node:crypto';
import type { CaseView } from '@entente/contracts/cases';
import type { NewMessage } from '@entente/contracts/cases/entries';
import { type Asking, attribution } from '../../access/index.ts';
import { recordEvent } from '../../audit/index.ts';
import { dueAt } from '../rules/clocks.ts';
import { refuseFiles } from '../rules/files.ts';
import { messageEntry } from '../rules/new-entry.ts';
import { refuseMessage } from '../rules/steps.ts';
import { findEntry } from '../store/entries.ts';
import { assignFiles, lockWaiting } from '../store/files.ts';
import { append } from './append.ts';
import type { CasesParts } from './parts.ts';
import { refuseBy } from './refusal.ts';
import { sendToOther } from './send-to-other.ts';
import { takeStep } from './take-step.ts';

/**
 * Writes a message, or asks for or gives supplementary information, with files that were uploaded before; the other side gets it in an
 * envelope, and the files after it.
 */
export async function writeMessage(
  parts: CasesParts,
  asking: Asking,
  id: string,
  written: NewMessage,
): Promise<CaseView> {
  // JSON escapes can spell lone surrogates; canonical JSON refuses them.
  const { files = [], ...words } = written;
  const message = { ...words, text: words.text.toWellFormed() };
  const { kind, form, urgent = false, answers } = message;
  return await takeStep(parts, asking, { id, step: 'write-message' }, async (tx, of, now) => {
    refuseBy(refuseMessage(of, message, answers === undefined ? undefined : await findEntry(tx, id, answers)));
    refuseBy(refuseFiles(files, await lockWaiting(tx, { followUp: id, officer: asking.officer.id })));
    const entry = randomUUID();
    const body = { thread: id, id: entry, ...message };
    const outbox = await sendToOther(tx, parts, of.other, 'cases.message-sent', body, { files });
    const { id: record } = await recordEvent(tx, {
      ...attribution(asking),
      at: now,
      event: 'cases.message-written',
      outcome: 'done',
      subject: { kind: 'case', ref: id },
      facts: { entry, kind, ...(form && { form }), urgent, files: files.length },
    });
    const officer = asking.officer.id;
    const due = dueAt(message, now, parts.membership.procedure().followUp);
    const written = messageEntry(entry, message, { here: true, officer, at: now }, due);
    await assignFiles(tx, id, entry, files);
    return { ...(await append(tx, of, written, { record, outbox })), officer: of.officer ?? officer };
  });
}
