/** Bytes kept at most, and for how long at most: what is taken up later is read from the database. */
const MOST_BYTES = 32 * 2 ** 20;
const MOST_MS = 60_000;

/** Things this process has just written and will soon need again, so that they are not read and opened a second time. */
export interface Kept<Value> {
  keep(key: string, value: Value, bytes: number): void;
  /** The thing kept under a key, which is let go. */
  take(key: string): Value | undefined;
}

/** @param now milliseconds that only go up */
export function createKept<Value>(mostBytes = MOST_BYTES, now = () => performance.now()): Kept<Value> {
  const kept = new Map<string, { value: Value; bytes: number; at: number }>();
  let total = 0;
  const remove = (key: string) => {
    total -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  /** What a transaction wrote that was rolled back is never taken. */
  const removeOld = () => {
    for (const [key, { at }] of kept) {
      if (now() - at < MOST_MS) return;
      remove(key);
    }
  };
  return {
    keep: (key, value, bytes) => {
      remove(key);
      if (total + bytes > mostBytes) removeOld();
      // What came first is needed first: it stays.
      if (total + bytes > mostBytes) return;
      total += bytes;
      kept.set(key, { value, bytes, at: now() });
    },
    take: (key) => {
      const found = kept.get(key);
      remove(key);
      return found?.value;
    },
  };
}
