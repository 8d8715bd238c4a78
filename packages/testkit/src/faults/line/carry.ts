import { setTimeout as pause } from 'node:timers/promises';
import type { Trouble, Way } from './trouble.ts';

/** The line was cut by us. */
export class LineCut extends Error {
  override readonly name = 'LineCut';
}

const SLICE_MS = 50;

/** Passes on what comes, as the trouble of the moment allows. Throws LineCut where a connection shall end. */
export async function* carry(
  pieces: AsyncIterable<Buffer>,
  way: Way,
  troubleNow: () => Trouble | undefined,
): AsyncGenerator<Buffer> {
  let carried = 0;
  for await (const piece of pieces) {
    const trouble = troubleNow();
    const allowed = allowedOf(piece, trouble, way, carried);
    carried += allowed.length;
    if (trouble?.kind === 'delay') await pause(trouble.ms);
    if (trouble?.kind === 'throttle') yield* slowly(allowed, trouble.bytesPerSecond);
    else if (allowed.length > 0) yield allowed;
    if (trouble?.kind === 'cut-after' && trouble.way === way && carried >= trouble.bytes) throw new LineCut();
  }
}

function allowedOf(piece: Buffer, trouble: Trouble | undefined, way: Way, carried: number): Buffer {
  if (trouble?.kind === 'swallow' && trouble.way === way) return piece.subarray(0, 0);
  if (trouble?.kind === 'cut-after' && trouble.way === way) {
    return piece.subarray(0, Math.max(0, trouble.bytes - carried));
  }
  return piece;
}

async function* slowly(piece: Buffer, bytesPerSecond: number): AsyncGenerator<Buffer> {
  const slice = Math.max(1, Math.floor((bytesPerSecond * SLICE_MS) / 1000));
  for (let at = 0; at < piece.length; at += slice) {
    yield piece.subarray(at, at + slice);
    await pause(SLICE_MS);
  }
}
