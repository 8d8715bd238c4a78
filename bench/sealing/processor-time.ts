import { setImmediate } from 'node:timers/promises';

/**
 * Microseconds of processor time that one item of each piece of work takes. Unlike the clock it does not run while others have
 * the processor. They take turns in short rounds and the median round counts.
 */
export async function processorMicros<Name extends string>(
  work: Record<Name, () => unknown>,
  items: number,
  rounds: number,
  roundMs: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(work) as Name[];
  const seen = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) seen.get(name)?.push((await roundOf(work[name], roundMs)) / items);
  }
  return Object.fromEntries(names.map((name) => [name, median(seen.get(name)!)])) as Record<Name, number>;
}

/** Processor time of this process so far, in microseconds. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** The middle one, to a tenth. */
export function median(values: number[]): number {
  return Math.round(values.toSorted((left, right) => left - right)[values.length >> 1]! * 10) / 10;
}

async function roundOf(work: () => unknown, roundMs: number): Promise<number> {
  // The first call of a round pays for cold caches.
  work();
  const began = processorTime();
  let done = 0;
  let elapsed = 0;
  while (elapsed < roundMs * 1000) {
    work();
    done++;
    // As in the node, others get their turn after each group.
    await setImmediate();
    elapsed = processorTime() - began;
  }
  return elapsed / done;
}
