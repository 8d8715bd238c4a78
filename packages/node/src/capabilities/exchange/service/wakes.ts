import { setTimeout as pause } from 'node:timers/promises';

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
  return {
    wake: () => {
      for (const listener of [...listeners]) listener();
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
