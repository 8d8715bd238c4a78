import type { HitReported } from '@entente/contracts/cases/envelopes';
import type { Tx } from '../../../platform/database/database.ts';
import { findAlertByReference } from '../../alerts/index.ts';
import { recordEvent } from '../../audit/index.ts';
import type { ReceivedEnvelope, Verdict } from '../../exchange/index.ts';
import type { FollowUp } from '../model/case.ts';
import { hitEntry } from '../rules/new-entry.ts';
import { stateOfNode } from '../rules/other-side.ts';
import { untouched } from '../rules/untouched.ts';
import { append } from '../service/append.ts';
import type { CasesParts } from '../service/parts.ts';
import { findFollowUp, insertFollowUp, updateFollowUp } from '../store/follow-ups.ts';
import { ACCEPTED, refuse } from './refusals.ts';

/** A hit on an alert of this state's own opens its case here. A hit known from the same node is taken once. */
export async function receiveHit(
  parts: CasesParts,
  tx: Tx,
  { from, body, receivedAt: at }: ReceivedEnvelope<HitReported>,
): Promise<Verdict> {
  const known = await findFollowUp(tx, body.thread);
  if (known) return known.other?.node === from && known.side === 'owning' ? ACCEPTED : refuse('cases.unknown-thread');
  const other = stateOfNode(parts.membership.standing(), from);
  const alert = await findAlertByReference(tx, body.alert.reference);
  if (!other || alert?.owner !== parts.ownState) return refuse('cases.unknown-alert');
  const { met, documents, compared, taken, words = '', urgent } = body;
  const opened: FollowUp = {
    ...untouched(at),
    id: body.thread,
    side: 'owning',
    other,
    alert: { reference: body.alert.reference, owner: alert.owner, category: alert.category },
    urgent,
    personal: { ...(met && { met }), documents, compared, ...(taken !== undefined && { taken }) },
  };
  await insertFollowUp(tx, opened);
  const { id: record } = await recordEvent(tx, {
    actor: { kind: 'node', id: from },
    at,
    event: 'cases.opened',
    outcome: 'done',
    subject: { kind: 'case', ref: opened.id },
    facts: { alert: body.alert.reference, urgent, from },
  });
  const entry = hitEntry(opened.id, { urgent, text: words }, { here: false, officer: null, at });
  await updateFollowUp(tx, await append(tx, opened, entry, { record, outbox: null }));
  return ACCEPTED;
}
