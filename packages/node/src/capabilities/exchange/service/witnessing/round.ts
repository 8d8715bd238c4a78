import type { OpeningState } from '../../model/opening.ts';
import { afterAsking } from '../../rules/witnessing/witness-state.ts';
import { readOpenings } from '../../store/opening/openings.ts';
import { readWitnesses, writeWitnessState } from '../../store/witnessing/witnesses.ts';
import { type ExchangeParts, standingOf } from '../parts.ts';
import type { PeerLink } from '../peer-link.ts';
import { askForCosignature, type OwnHead } from './ask-peer.ts';
import { compareHeads } from './compare-heads.ts';
import { newestOwnHead } from './own-heads.ts';
import { tellWitness } from './tell.ts';
import { type WitnessLink, witnessLink } from './witness-link.ts';

/** How long one peer may take in a round; the others are asked meanwhile. */
const PATIENCE_MS = 30_000;

/**
 * One round: every peer is asked to cosign the newest head of this node's log, the same for all, and for the heads it has seen. A
 * peer that is slow or away keeps nobody waiting but the end of the round.
 */
export async function witnessRound(
  parts: ExchangeParts,
  linkTo: (node: string) => PeerLink,
  stop: AbortSignal,
): Promise<void> {
  if (!parts.membership.standing()) return;
  const { register, self } = standingOf(parts);
  const target = await newestOwnHead(parts.db);
  const openings = await readOpenings(parts.db);
  const nodes = [...register.nodes.keys()].filter((node) => node !== self && mayBeAsked(openings.get(node)?.state));
  await Promise.all(
    nodes.map(async (node) => {
      const link = witnessLink(linkTo(node));
      const signal = AbortSignal.any([stop, AbortSignal.timeout(PATIENCE_MS)]);
      if (target) await askAndNote(parts, { node, link }, target, signal);
      await compareHeads(parts, { node, link }, (other) => witnessLink(linkTo(other)), signal);
    }),
  );
}

/** One that has not told what it saw is not asked to cosign: it may have cosigned what this node has forgotten. */
function mayBeAsked(state: OpeningState | undefined): boolean {
  return state === 'catching-up' || state === 'open';
}

async function askAndNote(
  parts: ExchangeParts,
  peer: { node: string; link: WitnessLink },
  target: OwnHead,
  signal: AbortSignal,
): Promise<void> {
  const before = (await readWitnesses(parts.db)).get(peer.node);
  const came = await askForCosignature(parts, peer, target, signal);
  const { state, news } = afterAsking(before, came, parts.clock.now());
  await parts.db.transaction().execute(async (tx) => {
    await writeWitnessState(tx, peer.node, state);
    if (news !== null) await tellWitness(parts, tx, peer.node, { news, state });
  });
}
