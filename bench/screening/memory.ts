import { PARTS } from '@entente/matching';
import type { WatchIndex } from '@entente/node/screening';

/** Bytes of shared memory that the indexes take up, room to spare among them. */
export function sharedBytes(index: WatchIndex): number {
  let bytes = 0;
  for (const { memory } of index.parts.values()) for (const part of PARTS) bytes += memory[part].byteLength;
  return bytes;
}
