import { randomUUID } from 'node:crypto';
import type { CaseView } from '@entente/contracts/cases';
import { type Asking, attribution } from '../../access/index.ts';
import { recordEvent } from '../../audit/index.ts';
import { acknowledgementEntry } from '../rules/new-entry.ts';
import { refuseAcknowledgement } from '../rules/steps.ts';
import { append } from './append.ts';
import type { CasesParts } from './parts.ts';
import { refuseBy } from './refusal.ts';
import { sendToOther } from './send-to-other.ts';
import { takeStep } from './take-step.ts';

/** Takes a hit up: it is silent from then on, the officer's own, and the reporting side knows. */
export async function acknowledge(parts: CasesParts, asking: Asking, id: string): Promise<CaseView> {
  return await takeStep(parts, asking, { id, step: 'acknowledge' }, async (tx, of, now) => {
    refuseBy(refuseAcknowledgement(of));
    const officer = asking.officer.id;
    const entry = acknowledgementEntry(randomUUID(), { here: true, officer, at: now });
    const outbox = await sendToOther(tx, parts, of.other, 'cases.acknowledged', { thread: id, id: entry.id });
    const { id: record } = await recordEvent(tx, {
      ...attribution(asking),
      at: now,
      event: 'cases.acknowledged',
      outcome: 'done',
      subject: { kind: 'case', ref: id },
      facts: { afterSeconds: Math.max(0, Math.round((now.getTime() - of.openedAt.getTime()) / 1000)) },
    });
    return { ...(await append(tx, of, entry, { record, outbox })), acknowledgedAt: now, officer };
  });
}
