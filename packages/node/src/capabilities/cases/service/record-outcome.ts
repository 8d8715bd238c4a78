import { randomUUID } from 'node:crypto';
import type { CaseView } from '@entente/contracts/cases';
import type { NewOutcome } from '@entente/contracts/cases/entries';
import { type Asking, attribution } from '../../access/index.ts';
import { recordEvent } from '../../audit/index.ts';
import { outcomeEntry } from '../rules/new-entry.ts';
import { refuseOutcome } from '../rules/steps.ts';
import { hasOutcome } from '../store/entries.ts';
import { append } from './append.ts';
import type { CasesParts } from './parts.ts';
import { refuseBy } from './refusal.ts';
import { sendToOther } from './send-to-other.ts';
import { takeStep } from './take-step.ts';

/** Records what came of it on this side. The owner's word closes the case at both. */
export async function recordOutcome(
  parts: CasesParts,
  asking: Asking,
  id: string,
  { outcome, text }: NewOutcome,
): Promise<CaseView> {
  const said: NewOutcome = { outcome, ...(text !== undefined && { text: text.toWellFormed() }) };
  return await takeStep(parts, asking, { id, step: 'record-outcome' }, async (tx, of, now) => {
    refuseBy(refuseOutcome(of, { recorded: await hasOutcome(tx, id) }));
    const officer = asking.officer.id;
    const entry = outcomeEntry(randomUUID(), said, { here: true, officer, at: now });
    const body = { thread: id, id: entry.id, ...said };
    const outbox = await sendToOther(tx, parts, of.other, 'cases.outcome-recorded', body);
    const closed = of.side === 'owning';
    const { id: record } = await recordEvent(tx, {
      ...attribution(asking),
      at: now,
      event: 'cases.outcome-recorded',
      outcome: 'done',
      subject: { kind: 'case', ref: id },
      facts: { outcome, closed },
    });
    const changed = await append(tx, of, entry, { record, outbox });
    return { ...changed, officer: of.officer ?? officer, closedAt: closed ? now : null };
  });
}
