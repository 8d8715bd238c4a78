import type { Circulation } from '@entente/contracts/alerts/alert';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { Sent } from '../../../exchange/index.ts';
import type { Told } from '../../model.ts';
import { ALERTS_PROBLEMS } from '../../problems.ts';
import { findAlert } from '../../store/alerts.ts';
import { readTold } from '../../store/circulation.ts';
import type { AlertParts } from '../alerts/parts.ts';
import { requireReadable } from '../alerts/readable.ts';

/** How an alert of this state's own stands at each node that was told of it. The look is on record; it shows nobody. */
export async function viewCirculation(parts: AlertParts, asking: Asking, id: string): Promise<Circulation> {
  return await parts.db.transaction().execute(async (tx) => {
    const alert = await findAlert(tx, id);
    if (!alert) throw new Problem(ALERTS_PROBLEMS['unknown-alert']);
    requireReadable(parts, asking, 'alerts.read', alert);
    await recordEvent(tx, {
      ...attribution(asking),
      at: parts.clock.now(),
      event: 'alerts.circulation-viewed',
      outcome: 'done',
      subject: { kind: 'alert', ref: alert.reference },
      facts: { category: alert.category },
    });
    const told = [...(await readTold(tx, alert.id)).values()];
    const sent = await parts.exchange.viewSent(
      tx,
      told.map(({ outbox }) => outbox),
    );
    return told.map((one) => ({ ...holderOf(parts, one.node), ...viewTold(one, sent.get(one.outbox)) }));
  });
}

/** A node that the register has no longer goes by its id. */
function holderOf({ membership }: AlertParts, node: string): Pick<Circulation[number], 'holder' | 'of'> {
  const record = membership.standing()?.register.nodes.get(node)?.record;
  return { holder: record?.holder ?? 'member', of: record?.of ?? node };
}

function viewTold({ node, told, version, at, flag }: Told, sent: Sent | undefined) {
  const state = sent?.state ?? 'waiting';
  return {
    node,
    told,
    version,
    at: at.toISOString(),
    state,
    refusal: sent?.refusal ?? null,
    deleted: told === 'deleted' && state === 'accepted',
    flag: flag && { ...flag, at: flag.at.toISOString() },
  };
}
