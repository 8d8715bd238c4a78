import type { PeersView, PeerView } from '@entente/contracts/exchange';
import { isNodeActive, type RegisteredNode } from '@entente/crypto/act/register';
import type { Standing } from '../../membership/index.ts';
import type { Opening } from '../model/opening.ts';
import { type ChannelRow, readChannels } from '../store/channels.ts';
import { readOpenings } from '../store/opening/openings.ts';
import { readRestores } from '../store/opening/restores.ts';
import { listSuspensions, type Suspension } from '../store/suspensions.ts';
import { isHistoryHeld } from './opening/require-history.ts';
import { type ExchangeParts, headOf } from './parts.ts';

const MOST_RESTORES = 5;

/** Every other node of the register, and how the channel with it fares. */
export async function viewPeers({
  db,
  clock,
  membership,
}: Pick<ExchangeParts, 'db' | 'clock' | 'membership'>): Promise<PeersView> {
  const standing = membership.standing();
  if (!standing) return { self: null, head: null, held: false, restores: [], peers: [] };
  const { register, self } = standing;
  const nodes = [...register.nodes].filter(([node]) => node !== self);
  const channels = await readChannels(
    db,
    nodes.map(([node]) => node),
  );
  const suspensions = await listSuspensions(db);
  const openings = await readOpenings(db);
  const restores = await readRestores(db, MOST_RESTORES);
  const now = clock.now().toISOString();
  return {
    self,
    head: headOf(register),
    held: await isHistoryHeld(db),
    restores: restores.map(({ id: _, at, ...restore }) => ({ ...restore, at: at.toISOString() })),
    peers: nodes.map(([node, registered]) =>
      viewPeer(standing, { node, registered, now }, channels.get(node)!, {
        suspension: suspensions.get(node),
        opening: openings.get(node),
      }),
    ),
  };
}

function viewPeer(
  { register }: Standing,
  { node, registered, now }: { node: string; registered: RegisteredNode; now: string },
  channel: ChannelRow,
  { suspension, opening }: { suspension: Suspension | undefined; opening: Opening | undefined },
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
    opening: {
      state: opening?.state ?? 'waiting',
      since: moment(opening?.since ?? null),
      why: opening?.why ?? null,
    },
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
