import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from './log.ts';

/** When the next round begins: after `afterMs`, 0 for at once; a wake ends the wait unless it is `deaf`, as a back-off is. */
export interface Rest {
  afterMs: number;
  deaf?: boolean;
}

/** Work that goes round for round until it is stopped. */
export interface Rounds {
  /** Begins the next round now; during a round, right after it. A back-off goes on. */
  wake(): void;
  /** Begins the next round now, even if that ends a back-off. */
  hurry(): void;
  /** Aborts the signal of the round under way and resolves when it has ended. */
  stop(): Promise<void>;
}

/** How long a round that threw is left alone: the database may be away for a while. */
const AFTER_FAULT_MS = 1000;

/** Starts rounds. One that throws is told once to the log, and tried again. */
export function startRounds(name: string, round: (signal: AbortSignal) => Promise<Rest>, log: Log): Rounds {
  const stopped = new AbortController();
  let woken = false;
  let endRest = (_evenDeaf: boolean) => {};
  let failing = false;

  const attempt = async (): Promise<Rest> => {
    try {
      const rest = await round(stopped.signal);
      failing = false;
      return rest;
    } catch (error) {
      if (!stopped.signal.aborted && !failing) log.error({ err: error, work: name }, 'a round failed; trying again');
      failing = true;
      return { afterMs: AFTER_FAULT_MS, deaf: true };
    }
  };

  const rest = async ({ afterMs, deaf }: Rest) => {
    if (woken && !deaf) return;
    const ended = new AbortController();
    endRest = (evenDeaf) => {
      if (evenDeaf || !deaf) ended.abort();
    };
    const signal = AbortSignal.any([ended.signal, stopped.signal]);
    await pause(afterMs, undefined, { signal, ref: false }).catch(() => {});
    endRest = () => {};
  };

  const run = async () => {
    while (!stopped.signal.aborted) {
      woken = false;
      await rest(await attempt());
    }
  };

  const running = run();
  return {
    wake: () => {
      woken = true;
      endRest(false);
    },
    hurry: () => endRest(true),
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
}
