import type { FlaggedAlert, UnflaggedAlert } from '@entente/contracts/alerts/circulated';
import type { AuditEvent } from '@entente/contracts/audit-events';
import type { Tx } from '../../../../platform/database/database.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { ReceivedEnvelope, Verdict } from '../../../exchange/index.ts';
import type { StoredAlert, Told } from '../../model.ts';
import { lockReference } from '../../store/alerts.ts';
import { noteFlag, readTold } from '../../store/circulation.ts';
import type { AlertParts } from '../alerts/parts.ts';
import { bySender, refuseEnvelope } from '../received/sender.ts';

/** A holder takes no action on its territory. It is shown to the owner's officers, and changes nothing elsewhere. */
export async function takeFlagged(
  parts: AlertParts,
  tx: Tx,
  envelope: ReceivedEnvelope<FlaggedAlert>,
): Promise<Verdict> {
  const { why, action } = envelope.body;
  const flag = { at: parts.clock.now(), why, action };
  return await takeFlag(tx, envelope, flag, (alert) =>
    record(parts, tx, envelope, alert, 'alerts.flagged-by-holder', { why }),
  );
}

/** A holder does what is asked again. */
export async function takeUnflagged(
  parts: AlertParts,
  tx: Tx,
  envelope: ReceivedEnvelope<UnflaggedAlert>,
): Promise<Verdict> {
  return await takeFlag(tx, envelope, null, (alert) =>
    record(parts, tx, envelope, alert, 'alerts.unflagged-by-holder', {}),
  );
}

async function takeFlag(
  tx: Tx,
  { from, body }: ReceivedEnvelope<UnflaggedAlert>,
  flag: Told['flag'],
  recorded: (alert: StoredAlert) => Promise<void>,
): Promise<Verdict> {
  const alert = await lockReference(tx, body.reference);
  const isTold = alert !== undefined && (await readTold(tx, alert.id)).has(from);
  if (!isTold) return refuseEnvelope([{ rule: 'not-told', pointer: '/reference' }]);
  await noteFlag(tx, alert.id, from, flag);
  await recorded(alert);
  return { accepted: true };
}

async function record(
  { clock }: AlertParts,
  tx: Tx,
  envelope: ReceivedEnvelope<UnflaggedAlert>,
  { reference, category }: StoredAlert,
  event: AuditEvent,
  facts: Record<string, string>,
): Promise<void> {
  await recordEvent(tx, {
    ...bySender(envelope),
    at: clock.now(),
    event,
    outcome: 'done',
    subject: { kind: 'alert', ref: reference },
    facts: { category, by: envelope.from, ...facts },
  });
}
