import { setTimeout as pause } from 'node:timers/promises';

/** Wakes closer together than this are one: under load each commit would wake everybody. */
const TOGETHER_MS = 5;

/** News within the process that there may be work: of a commit here, or of a notice from another process. */
export interface Wakes {
  wake(): void;
  /** Calls `listener` at each wake, until what it returns is called. */
  onWake(listener: () => void): () => void;
  /** Resolves at the next wake, when the time is over, or when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export function createWakes(): Wakes {
  const listeners = new Set<() => void>();
  const onWake = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  let wokenAt = Number.NEGATIVE_INFINITY;
  let due: NodeJS.Timeout | undefined;
  const wakeAll = () => {
    due = undefined;
    wokenAt = performance.now();
    for (const listener of [...listeners]) listener();
  };
  return {
    wake: () => {
      if (due !== undefined) return;
      const waited = performance.now() - wokenAt;
      if (waited >= TOGETHER_MS) wakeAll();
      else due = setTimeout(wakeAll, TOGETHER_MS - waited);
    },
    onWake,
    wait: async (ms, signal) => {
      const woken = new AbortController();
      const ignore = onWake(() => woken.abort());
      await pause(ms, undefined, { signal: AbortSignal.any([woken.signal, signal]) }).catch(() => {});
      ignore();
    },
  };
}
