import { HASH_BYTES } from '@entente/crypto/sha256';
import type { Tile } from '@entente/crypto/tlog/tile';
import { watchedLog } from '../../rules/witnessing/watched-log.ts';
import { readMirrored } from '../../store/witnessing/mirror.ts';
import { type ExchangeParts, standingOf } from '../parts.ts';

/** A tile of another node's log as it is mirrored here: for the node itself, should it have lost its own, and for whoever verifies. */
export async function readMirroredTile(
  parts: ExchangeParts,
  node: string,
  { level, index, width }: Tile,
): Promise<Uint8Array | undefined> {
  const log = watchedLog(standingOf(parts).register, node);
  const [tile] = log ? await readMirrored(parts.db, log.origin, [{ level, index }]) : [];
  return tile && tile.length >= width * HASH_BYTES ? tile.subarray(0, width * HASH_BYTES) : undefined;
}
