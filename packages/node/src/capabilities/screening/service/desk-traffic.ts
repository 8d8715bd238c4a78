import { setTimeout as pause, setImmediate } from 'node:timers/promises';

/** Checks at the desk, one by one, before which a list waits. */
export interface DeskTraffic {
  /** Does the work of one check of the desk. */
  during<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Resolves when no check of the desk is under way, or when the list has waited long enough for its next person. */
  quiet(): Promise<void>;
}

/** A desk that is never quiet still lets a list go on: 500 people then take two minutes. */
const LONGEST_WAIT_MS = 250;

export function createDeskTraffic(): DeskTraffic {
  let underWay = 0;
  let waiting: (() => void)[] = [];
  const leave = () => {
    underWay -= 1;
    if (underWay > 0) return;
    for (const go of waiting) go();
    waiting = [];
  };
  return {
    async during(work) {
      underWay += 1;
      try {
        return await work();
      } finally {
        leave();
      }
    },
    async quiet() {
      // A request that has come in meanwhile gets to its check first.
      await setImmediate();
      if (underWay === 0) return;
      const ended = new AbortController();
      const quiet = new Promise<void>((resolve) => waiting.push(resolve));
      await Promise.race([quiet, pause(LONGEST_WAIT_MS, undefined, { signal: ended.signal }).catch(() => {})]);
      ended.abort();
    },
  };
}
