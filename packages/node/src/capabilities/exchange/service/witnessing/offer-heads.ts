import type { HeadsAnswer } from '@entente/contracts/exchange/witnesses';
import { watchedLog } from '../../rules/witnessing/watched-log.ts';
import { readSplitViews } from '../../store/witnessing/split-views.ts';
import { readWatched } from '../../store/witnessing/watched-logs.ts';
import { type ExchangeParts, standingOf } from '../parts.ts';
import { cosignedOwnHeads, newestOwnHead } from './own-heads.ts';

/**
 * The newest head seen of each node's log: this node's own with its cosignatures, the others' as they were shown here. Both notes of
 * a split view go along, so that whoever holds one of them sees the other.
 */
export async function offerHeads(parts: ExchangeParts): Promise<HeadsAnswer> {
  const { register, self } = standingOf(parts);
  const [cosigned] = await cosignedOwnHeads(parts.db, 1);
  const own = cosigned ?? (await newestOwnHead(parts.db));
  const watched = await readWatched(parts.db);
  const splits = await readSplitViews(parts.db);
  const others = [...register.nodes.keys()].flatMap((node) => {
    const origin = watchedLog(register, node)!.origin;
    const split = node === self ? undefined : splits.get(origin);
    const head = node === self ? own : watched.get(origin)?.head;
    const notes = new Set([...(head ? [head.note] : []), ...(split ? [split.held, split.shown] : [])]);
    return [...notes].map((note) => ({ node, note }));
  });
  return { heads: others };
}
