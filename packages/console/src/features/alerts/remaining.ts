import type { ImportView } from '@entente/contracts/alerts';
import { useRef } from 'react';

/** Below this much watching, a rate says nothing. */
const WATCHED_MS = 1_500;

/** Seconds an import still needs to read, by the pace seen from this page; null while nothing can be said. */
export function useSecondsLeft({ state, bytesRead, bytesTotal }: ImportView): number | null {
  const first = useRef<{ bytes: number; at: number }>(null);
  if (state !== 'reading') {
    first.current = null;
    return null;
  }
  const now = performance.now();
  first.current ??= { bytes: bytesRead, at: now };
  return secondsLeft(first.current, { bytes: bytesRead, at: now }, bytesTotal);
}

export function secondsLeft(
  first: { bytes: number; at: number },
  now: { bytes: number; at: number },
  total: number,
): number | null {
  const watched = now.at - first.at;
  const read = now.bytes - first.bytes;
  if (watched < WATCHED_MS || read <= 0) return null;
  return Math.ceil(((total - now.bytes) * watched) / read / 1000);
}
