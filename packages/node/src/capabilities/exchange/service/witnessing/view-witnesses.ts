import type { HeadView, SplitView, WitnessesView, WitnessView } from '@entente/contracts/exchange/witnesses';
import { activeMembers } from '@entente/crypto/act/register';
import type { Standing } from '../../../membership/index.ts';
import { headStanding } from '../../rules/witnessing/head-standing.ts';
import { watchedLog } from '../../rules/witnessing/watched-log.ts';
import { readSplitViews, type SplitProof } from '../../store/witnessing/split-views.ts';
import { readWatched, type WatchedRow } from '../../store/witnessing/watched-logs.ts';
import { readWitnesses, type WitnessRow } from '../../store/witnessing/witnesses.ts';
import type { ExchangeParts } from '../parts.ts';
import { cosignedOwnHeads, newestOwnHead } from './own-heads.ts';

/** The newest that stands is looked for among so many that have cosignatures. */
const LOOKED_AT = 20;

/** Every other node as a witness and as the keeper of a log, and how far this node's own log is vouched for. */
export async function viewWitnesses({
  db,
  clock,
  membership,
}: Pick<ExchangeParts, 'db' | 'clock' | 'membership'>): Promise<WitnessesView> {
  const standing = membership.standing();
  if (!standing) {
    return { self: null, members: 0, own: { newest: null, standing: null, splitView: null }, peers: [] };
  }
  const { register, self } = standing;
  const now = clock.now().toISOString();
  const vouch = (head: { size: number; note: string; seenAt: Date | null }): HeadView => ({
    size: head.size,
    seenAt: head.seenAt?.toISOString() ?? null,
    ...headStanding(register, head.note, now),
  });
  const newest = await newestOwnHead(db);
  const cosigned = (await cosignedOwnHeads(db, LOOKED_AT)).map((head) => vouch({ ...head, seenAt: head.receivedAt }));
  const own = cosigned.find(({ size }) => size === newest?.size) ?? (newest && vouch({ ...newest, seenAt: null }));
  const [watched, witnesses, splits] = [await readWatched(db), await readWitnesses(db), await readSplitViews(db)];
  const peers = [...register.nodes.keys()].filter((node) => node !== self);
  return {
    self,
    members: activeMembers(register, now).length,
    own: {
      newest: own ?? null,
      standing: cosigned.find((head) => head.standing) ?? null,
      splitView: viewSplit(splits.get(watchedLog(register, self)!.origin)),
    },
    peers: peers.map((node) => {
      const { origin } = watchedLog(register, node)!;
      return viewPeer(standing, node, {
        origin,
        row: watched.get(origin),
        witness: witnesses.get(node),
        split: splits.get(origin),
        vouch,
      });
    }),
  };
}

interface PeerParts {
  origin: string;
  row: WatchedRow | undefined;
  witness: WitnessRow | undefined;
  split: SplitProof | undefined;
  vouch(head: { size: number; note: string; seenAt: Date }): HeadView;
}

function viewPeer({ register }: Standing, node: string, parts: PeerParts): WitnessView {
  const { holder, of } = register.nodes.get(node)!.record;
  const { origin, row, witness, split, vouch } = parts;
  return {
    node,
    holder,
    of,
    witness: {
      state: witness?.state ?? 'awaited',
      since: witness?.since.toISOString() ?? null,
      refusal: witness?.refusal ?? null,
      brokenAt: witness?.brokenAt ?? null,
      size: witness?.known ?? 0,
      cosignedAt: witness?.cosignedAt?.toISOString() ?? null,
    },
    log: {
      origin,
      head: row?.head ? vouch(row.head) : null,
      refused: row?.refused ? { ...row.refused, since: row.refused.since.toISOString() } : null,
      splitView: viewSplit(split),
    },
  };
}

function viewSplit(split: SplitProof | undefined): SplitView | null {
  if (!split) return null;
  const { held, shown, node, foundAt } = split;
  return { held, shown, shownBy: node, foundAt: foundAt.toISOString() };
}
