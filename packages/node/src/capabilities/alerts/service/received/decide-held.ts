import type { AcceptanceDecision, AlertView, Flag, Unflagging } from '@entente/contracts/alerts/alert';
import type { FlaggedAlert, UnflaggedAlert } from '@entente/contracts/alerts/circulated';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Asking } from '../../../access/index.ts';
import type { StoredAlert } from '../../model.ts';
import { refuseAlternative } from '../../rules/flag.ts';
import { changeAlert, type Done } from '../alerts/change-alert.ts';
import type { AlertParts } from '../alerts/parts.ts';
import { refuseBy } from '../alerts/refusal.ts';
import { HANDLING } from '../circulation/handling.ts';

/**
 * An officer of this state accepts an alert of another, which answers here from then on, or refuses it: it goes on sleeping,
 * and its owner is told on which ground, never for which reasons.
 */
export async function decideAcceptance(
  parts: AlertParts,
  asking: Asking,
  { id, ...given }: AcceptanceDecision & { id: string },
): Promise<AlertView> {
  return await changeAlert(parts, asking, { id, revision: given.revision, move: given.decision }, (tx, { alert }) =>
    given.decision === 'accept' ? acceptAlert(parts, tx, alert, given) : refuseAlert(parts, tx, alert, given),
  );
}

async function acceptAlert(
  parts: AlertParts,
  tx: Tx,
  { reference, owner, node, acceptance, current: version }: StoredAlert,
  { reasons }: AcceptanceDecision,
): Promise<Done> {
  // It was told of the refusal.
  if (acceptance === 'refused') await tellOwner(parts, tx, node!, 'unflagged', { reference });
  return {
    event: 'alerts.accepted',
    facts: { owner },
    change: { acceptance: 'accepted' },
    step: { step: 'accepted', version, words: { reasons } },
    feed: 'added',
  };
}

async function refuseAlert(
  parts: AlertParts,
  tx: Tx,
  { reference, owner, node, current: version }: StoredAlert,
  { why, reasons }: Extract<AcceptanceDecision, { decision: 'refuse' }>,
): Promise<Done> {
  await tellOwner(parts, tx, node!, 'flagged', { reference, why, action: null });
  return {
    event: 'alerts.acceptance-refused',
    facts: { owner, why },
    change: { acceptance: 'refused' },
    step: { step: 'acceptance-refused', version, words: { reasons } },
  };
}

/** No action on our territory: desk and second line show what is done instead. */
export async function flag(
  parts: AlertParts,
  asking: Asking,
  { id, ...given }: Flag & { id: string },
): Promise<AlertView> {
  const { revision, why, action, reasons } = given;
  return await changeAlert(parts, asking, { id, revision, move: 'flag' }, async (tx, { alert }) => {
    refuseBy([refuseAlternative(action, alert.action, parts.membership.actions())]);
    await tellOwner(parts, tx, alert.node!, 'flagged', { reference: alert.reference, why, action });
    return {
      event: 'alerts.flagged',
      facts: { owner: alert.owner, why, action },
      change: { flagAction: action },
      step: { step: 'flagged', version: alert.current, words: { reasons } },
      feed: 'changed',
    };
  });
}

/** What the owner asks for is done again. */
export async function unflag(
  parts: AlertParts,
  asking: Asking,
  { id, revision, reasons }: Unflagging & { id: string },
): Promise<AlertView> {
  return await changeAlert(parts, asking, { id, revision, move: 'unflag' }, async (tx, { alert }) => {
    await tellOwner(parts, tx, alert.node!, 'unflagged', { reference: alert.reference });
    return {
      event: 'alerts.unflagged',
      facts: { owner: alert.owner },
      change: { flagAction: null },
      step: { step: 'unflagged', version: alert.current, words: { reasons } },
      feed: 'changed',
    };
  });
}

/** In the transaction of the step itself. */
async function tellOwner(
  { exchange }: AlertParts,
  tx: Tx,
  to: string,
  what: 'flagged' | 'unflagged',
  body: FlaggedAlert | UnflaggedAlert,
): Promise<void> {
  await exchange.send(tx, { to, type: `alerts.${what}`, body: { ...body }, handling: HANDLING });
}
