import type { AlertView, Deletion, Dispute, DisputeResolution, Withdrawal } from '@entente/contracts/alerts/alert';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Asking } from '../../../access/index.ts';
import { decideOutcome } from '../../rules/lifecycle.ts';
import { setVersionState } from '../../store/versions.ts';
import { changeAlert } from './change-alert.ts';
import { eraseAlert } from './erase.ts';
import type { AlertParts } from './parts.ts';
import type { WholeAlert } from './standing.ts';

/** Takes an alert out of force at once: leaving somebody alone needs no second officer. */
export async function withdraw(
  parts: AlertParts,
  asking: Asking,
  { id, revision, why, reasons }: Withdrawal & { id: string },
): Promise<AlertView> {
  return await changeAlert(parts, asking, { id, revision, move: 'withdraw' }, async (tx, whole) => {
    await abandonPending(tx, whole);
    return {
      event: 'alerts.withdrawn',
      facts: { why },
      change: { status: decideOutcome('withdraw', whole.standing).status, pending: null, disputedAt: null },
      step: { step: 'withdrawn', version: whole.alert.current, words: { reasons } },
      feed: 'removed',
    };
  });
}

/** Erases an alert that has ended, here and at every holder; each says so in a signed receipt. */
export async function deleteAlert(
  parts: AlertParts,
  asking: Asking,
  { id, revision, reasons }: Deletion & { id: string },
): Promise<AlertView> {
  return await changeAlert(parts, asking, { id, revision, move: 'delete' }, async (tx, { alert }) => {
    await eraseAlert(tx, parts, alert);
    return {
      event: 'alerts.deleted',
      change: { status: 'deleted' },
      step: { step: 'deleted', version: null, words: { reasons } },
      feed: 'removed',
    };
  });
}

/** Notes that the holder or another state calls the record wrong; unresolved, it ceases to answer after a term. */
export async function dispute(
  parts: AlertParts,
  asking: Asking,
  { id, revision, by, grounds }: Dispute & { id: string },
): Promise<AlertView> {
  return await changeAlert(parts, asking, { id, revision, move: 'dispute' }, async (_, { alert }, now) => ({
    event: 'alerts.disputed',
    change: { disputedAt: now },
    step: { step: 'disputed', version: alert.current, words: { by, reasons: grounds } },
  }));
}

/** Ends a dispute: upheld, the record is withdrawn; rejected, it answers again. */
export async function resolveDispute(
  parts: AlertParts,
  asking: Asking,
  { id, revision, outcome, reasons }: DisputeResolution & { id: string },
): Promise<AlertView> {
  return await changeAlert(parts, asking, { id, revision, move: 'resolve' }, async (tx, whole) => {
    const { status } = decideOutcome({ resolve: outcome }, whole.standing);
    if (outcome === 'upheld') await abandonPending(tx, whole);
    return {
      event: 'alerts.dispute-resolved',
      facts: { outcome },
      change: { status, disputedAt: null, ...(outcome === 'upheld' && { pending: null }) },
      step: {
        step: outcome === 'upheld' ? 'withdrawn' : 'dispute-resolved',
        version: whole.alert.current,
        words: { reasons },
      },
      feed: outcome === 'upheld' ? 'removed' : 'changed',
    };
  });
}

/** What was being written beside an alert that ends is given up with it. */
export async function abandonPending(tx: Tx, { alert, pending }: WholeAlert): Promise<void> {
  if (pending) await setVersionState(tx, alert.id, pending.number, 'abandoned');
}
