import type { PeersView, PeerView } from '@entente/contracts/exchange';
import { isNodeActive, type RegisteredNode } from '@entente/crypto/act/register';
import type { Standing } from '../../membership/index.ts';
import { type ChannelRow, readChannels } from '../store/channels.ts';
import { listSuspensions, type Suspension } from '../store/suspensions.ts';
import { type ExchangeParts, headOf } from './parts.ts';

/** Every other node of the register, and how the channel with it fares. */
export async function viewPeers({
  db,
  clock,
  membership,
}: Pick<ExchangeParts, 'db' | 'clock' | 'membership'>): Promise<PeersView> {
  const standing = membership.standing();
  if (!standing) return { self: null, head: null, peers: [] };
  const { register, self } = standing;
  const nodes = [...register.nodes].filter(([node]) => node !== self);
  const channels = await readChannels(
    db,
    nodes.map(([node]) => node),
  );
  const suspensions = await listSuspensions(db);
  const now = clock.now().toISOString();
  return {
    self,
    head: headOf(register),
    peers: nodes.map(([node, registered]) =>
      viewPeer(standing, { node, registered, now }, channels.get(node)!, suspensions.get(node)),
    ),
  };
}

function viewPeer(
  { register }: Standing,
  { node, registered, now }: { node: string; registered: RegisteredNode; now: string },
  channel: ChannelRow,
  suspension: Suspension | undefined,
): PeerView {
  const { holder, of, address } = registered.record;
  const { waiting, sent, delivered, settled, received, applied, failingSince, failure, held, head } = channel;
  return {
    node,
    holder,
    of,
    address,
    active: isNodeActive(register, node, now),
    reachedAt: moment(channel.reachedAt),
    failing: failingSince && { since: failingSince.toISOString(), why: failure! },
    head,
    out: {
      waiting,
      sent,
      undelivered: sent - delivered,
      unsettled: delivered - settled,
      held,
      lastAt: moment(channel.deliveredAt),
    },
    in: { received, unapplied: received - applied, lastAt: moment(channel.receivedAt) },
    suspended: suspension ? { at: suspension.suspendedAt.toISOString(), reason: suspension.reason } : null,
  };
}

function moment(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
