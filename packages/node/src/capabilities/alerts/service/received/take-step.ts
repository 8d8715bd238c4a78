import type { NamedAlert, WithdrawnAlert } from '@entente/contracts/alerts/circulated';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ReceivedEnvelope, Verdict } from '../../../exchange/index.ts';
import type { StoredAlert } from '../../model.ts';
import { refuseSender } from '../../rules/received.ts';
import { lockReference } from '../../store/alerts.ts';
import { type Done, writeChange } from '../alerts/change-alert.ts';
import { eraseAlert } from '../alerts/erase.ts';
import type { AlertParts } from '../alerts/parts.ts';
import { bySender, refuseEnvelope, senderOf } from './sender.ts';

/** Takes an alert out of force here, at its owner's word. */
export async function takeWithdrawn(
  parts: AlertParts,
  tx: Tx,
  envelope: ReceivedEnvelope<WithdrawnAlert>,
): Promise<Verdict> {
  return await takeStep(parts, tx, envelope, async (alert) => {
    if (alert.status !== 'in-force' && alert.status !== 'suspended') return undefined;
    const { why } = envelope.body;
    const status = why === 'expired' ? 'expired' : 'withdrawn';
    return {
      event: 'alerts.withdrawn-by-owner',
      facts: { why },
      change: { status },
      step: { step: 'withdrawn-by-owner', version: alert.current },
      feed: 'removed',
    };
  });
}

/** Stops an alert from answering while its owner settles a dispute. */
export async function takeSuspended(
  parts: AlertParts,
  tx: Tx,
  envelope: ReceivedEnvelope<NamedAlert>,
): Promise<Verdict> {
  return await takeStep(parts, tx, envelope, async (alert) =>
    alert.status === 'in-force'
      ? {
          event: 'alerts.suspended-by-owner',
          change: { status: 'suspended' },
          step: { step: 'suspended-by-owner', version: alert.current },
          feed: 'removed',
        }
      : undefined,
  );
}

/** Lets it answer again; one that sleeps goes on sleeping. */
export async function takeRestored(
  parts: AlertParts,
  tx: Tx,
  envelope: ReceivedEnvelope<NamedAlert>,
): Promise<Verdict> {
  return await takeStep(parts, tx, envelope, async (alert) =>
    alert.status === 'suspended'
      ? {
          event: 'alerts.restored-by-owner',
          change: { status: 'in-force' },
          step: { step: 'restored-by-owner', version: alert.current },
          feed: 'changed',
        }
      : undefined,
  );
}

/** Erases what is personal of an alert, at its owner's word; the reference stays, so that it is never taken in again. */
export async function takeDeleted(parts: AlertParts, tx: Tx, envelope: ReceivedEnvelope<NamedAlert>): Promise<Verdict> {
  return await takeStep(parts, tx, envelope, async (alert) => {
    if (alert.status === 'deleted') return undefined;
    await eraseAlert(tx, parts, alert);
    return {
      event: 'alerts.deleted',
      change: { status: 'deleted', flagAction: null },
      step: { step: 'deleted', version: null },
      feed: 'removed',
    };
  });
}

/** One that is not held, or is held as a later word of its owner's left it, stays as it is, and the envelope is accepted. */
async function takeStep(
  parts: AlertParts,
  tx: Tx,
  envelope: ReceivedEnvelope<NamedAlert>,
  decide: (alert: StoredAlert) => Promise<Done | undefined>,
): Promise<Verdict> {
  const { reference, revision } = envelope.body;
  const alert = await lockReference(tx, reference);
  const stranger = refuseSender({ reference }, { sender: senderOf(parts, envelope.from), held: alert && { alert } });
  if (stranger) return refuseEnvelope([stranger]);
  if (!alert || (alert.ownerRevision ?? 0) > revision) return { accepted: true };
  const done = await decide(alert);
  if (!done) return { accepted: true };
  const change = { ...done.change, ownerRevision: revision };
  await writeChange(tx, bySender(envelope), { alert }, { ...done, change }, parts.clock.now());
  return { accepted: true };
}
