import type { AlertView, Step } from '@entente/contracts/alerts/alert';
import type { AuditEvent } from '@entente/contracts/audit-events';
import type { Tx } from '../../../../platform/database/database.ts';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { type Attribution, type AuditEntry, recordEvent } from '../../../audit/index.ts';
import type { StepWords, StoredAlert } from '../../model.ts';
import { ALERTS_PROBLEMS } from '../../problems.ts';
import { type Move, refuseMove } from '../../rules/lifecycle.ts';
import { type AlertChange, lockAlert, updateAlert } from '../../store/alerts.ts';
import { appendAlertChange } from '../../store/feed.ts';
import { insertStep } from '../../store/steps.ts';
import { circulate } from '../circulation/circulate.ts';
import type { AlertParts } from './parts.ts';
import { requireReadable } from './readable.ts';
import { recordingRefusals, refuseBy } from './refusal.ts';
import { readWhole, type WholeAlert } from './standing.ts';
import { viewAlert } from './view-alert.ts';

/** What a move does to an alert, as its own part of the work decides. */
export interface Done {
  event: AuditEvent;
  facts?: Record<string, string | number | boolean>;
  change: AlertChange;
  /** A step of the history; a save on the way is none. */
  step?: { step: Step['step']; version: number | null; words?: StepWords };
  /** What the index is to be told. */
  feed?: 'added' | 'changed' | 'removed';
}

/**
 * One change of an alert by an officer: its row is locked, his revision must be the newest, the lifecycle must allow
 * the move now; then change, history, audit record and the index's feed stand together or not at all.
 */
export async function changeAlert(
  parts: AlertParts,
  asking: Asking,
  asked: { id: string; revision: number; move: Move },
  work: (tx: Tx, whole: WholeAlert, now: Date) => Promise<Done>,
): Promise<AlertView> {
  const { id, revision, move } = asked;
  return await recordingRefusals(parts, asking, { move, alert: id }, () =>
    parts.db.transaction().execute(async (tx) => {
      await parts.exchange.requireHistory(tx);
      const alert = await lockAlert(tx, id);
      if (!alert) throw new Problem(ALERTS_PROBLEMS['unknown-alert']);
      requireReadable(parts, asking, 'alerts.read', alert);
      const whole = await readWhole(tx, alert);
      if (alert.revision !== revision) {
        throw new Problem(ALERTS_PROBLEMS['edited-meanwhile'], { current: await viewAlert(tx, parts, asking, whole) });
      }
      const now = parts.clock.now();
      refuseBy([refuseMove(move, whole.standing, { now, officer: asking.officer.id })]);
      await writeChange(tx, attribution(asking), whole, await work(tx, whole, now), now);
      const changed = await readWhole(tx, (await lockAlert(tx, id))!);
      await circulate(tx, parts, changed.alert);
      return await viewAlert(tx, parts, asking, changed);
    }),
  );
}

/** Writes a change that was decided, with its history, its record and what the index is to be told. */
export async function writeChange(
  tx: Tx,
  by: Attribution,
  { alert }: Pick<WholeAlert, 'alert'>,
  done: Done,
  now: Date,
): Promise<void> {
  const { change, step, feed } = done;
  await updateAlert(tx, alert.id, change, now);
  const record = await recordEvent(tx, recordOf(by, alert, done, now));
  if (step) {
    await insertStep(tx, {
      alert: alert.id,
      at: now,
      step: step.step,
      by: by.actor.id,
      version: step.version,
      record: record.id,
      category: change.category ?? alert.category,
      personal: step.words ?? null,
    });
  }
  if (feed) await appendAlertChange(tx, alert.id, feed);
}

/** The record of a change: whose doing, what, and of which alert. */
export function recordOf(
  by: Attribution,
  { reference, category }: Pick<StoredAlert, 'reference' | 'category'>,
  { event, facts, change }: Pick<Done, 'event' | 'facts' | 'change'>,
  now: Date,
): AuditEntry {
  return {
    ...by,
    at: now,
    event,
    outcome: 'done',
    subject: { kind: 'alert', ref: reference },
    facts: { category: change.category ?? category, ...facts },
  };
}
