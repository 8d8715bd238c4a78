import { randomUUID } from 'node:crypto';
import type { AlertView } from '@entente/contracts/alerts/alert';
import type { Tx } from '../../../../platform/database/database.ts';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { StoredAlert } from '../../model.ts';
import { cleanPhotograph } from '../../photographs/clean.ts';
import { watermark } from '../../photographs/watermark.ts';
import { ALERTS_PROBLEMS } from '../../problems.ts';
import { findAlert } from '../../store/alerts.ts';
import {
  deletePhotograph,
  insertPhotograph,
  listReviewedPhotographs,
  readPhotograph,
} from '../../store/photographs.ts';
import { changeAlert } from './change-alert.ts';
import type { AlertParts } from './parts.ts';
import { isReadable } from './readable.ts';
import { spendReading } from './reading-budget.ts';

/** Photographs of one alert. */
const MOST = 20;

/** Adds a photograph to the version being written: it passes review with it, and is shown in second line only then. */
export async function addPhotograph(
  parts: AlertParts,
  asking: Asking,
  { id, revision, identity, file }: { id: string; revision: number; identity: number; file: Buffer },
): Promise<AlertView> {
  const { jpeg, width, height } = await cleanPhotograph(file);
  return await changeAlert(parts, asking, { id, revision, move: 'edit' }, async (tx, { pending, photographs }, now) => {
    const { subject } = pending!.content;
    if (subject.kind !== 'person' || identity >= subject.identities.length) {
      throw new Problem(ALERTS_PROBLEMS['photograph-of-nobody']);
    }
    if (photographs >= MOST) throw new Problem(ALERTS_PROBLEMS['too-many-photographs']);
    const photograph = randomUUID();
    const version = pending!.number;
    const added = { id: photograph, alert: id, identity, version, addedAt: now, width, height };
    await insertPhotograph(tx, { ...added, file: null, ownersId: null }, jpeg);
    return {
      event: 'alerts.photograph-added',
      facts: { photograph },
      change: {},
      step: { step: 'photograph-added', version },
    };
  });
}

/** Takes a photograph away while a version is being written. */
export async function removePhotograph(
  parts: AlertParts,
  asking: Asking,
  { id, revision, photograph }: { id: string; revision: number; photograph: string },
): Promise<AlertView> {
  return await changeAlert(parts, asking, { id, revision, move: 'edit' }, async (tx, { pending }) => {
    const removed = await deletePhotograph(tx, id, photograph);
    if (!removed) throw new Problem(ALERTS_PROBLEMS['unknown-photograph']);
    if (removed.file !== null) await parts.exchange.files.erase(tx, [removed.file]);
    return {
      event: 'alerts.photograph-removed',
      facts: { photograph },
      change: {},
      step: { step: 'photograph-removed', version: pending!.number },
      // The second line must not go on offering it.
      feed: 'changed',
    };
  });
}

/** A photograph, watermarked with the record of this very look; it counts towards the hour's budget. */
export async function showPhotograph(
  parts: AlertParts,
  asking: Asking,
  { id, photograph }: { id: string; photograph: string },
): Promise<Buffer> {
  const { jpeg, mark } = await parts.db.transaction().execute(async (tx) => {
    const alert = await findAlert(tx, id);
    if (!alert || !(await isShown(tx, parts, asking, alert, photograph))) {
      throw new Problem(ALERTS_PROBLEMS['unknown-photograph']);
    }
    const found = await readPhotograph(tx, id, photograph);
    if (!found) throw new Problem(ALERTS_PROBLEMS['unknown-photograph']);
    await spendReading(tx, parts, asking, 'alert', 1);
    const at = parts.clock.now();
    const record = await recordEvent(tx, {
      ...attribution(asking),
      at,
      event: 'alerts.photograph-viewed',
      outcome: 'done',
      subject: { kind: 'alert', ref: alert.reference },
      facts: { category: alert.category, photograph },
    });
    return { jpeg: found, mark: `${record.id.slice(-12)} ${at.toISOString().slice(0, 19)}Z`.toUpperCase() };
  });
  return await watermark(jpeg, mark);
}

/**
 * Who keeps alerts sees what he may read; whoever stands at the border sees only what has passed review, of an alert that
 * a case open at his authority compares with a traveller.
 */
async function isShown(
  tx: Tx,
  parts: AlertParts,
  asking: Asking,
  alert: StoredAlert,
  photograph: string,
): Promise<boolean> {
  if (asking.purpose !== 'border-check') return isReadable(parts, asking, 'alerts.view-photograph', alert);
  requireInForce(alert);
  const reviewed = (await listReviewedPhotographs(tx, [alert.id])).get(alert.id) ?? [];
  return reviewed.some(({ id }) => id === photograph) && (await parts.comparing(tx, asking, alert.id));
}

function requireInForce({ status }: StoredAlert): void {
  if (status !== 'in-force') throw new Problem(ALERTS_PROBLEMS['unknown-photograph']);
}
