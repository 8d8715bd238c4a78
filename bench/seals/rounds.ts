/** Something to measure, whether it answers at once or later. */
export type Work = () => unknown;

/**
 * How often a second each piece of work is done, alone on one core. They take turns in short rounds and the median round
 * counts, so that whatever else the machine does falls on all of them.
 */
export async function rates<Name extends string>(
  work: Record<Name, Work>,
  rounds: number,
  roundMs: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(work) as Name[];
  const seen = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) seen.get(name)?.push(await rate(work[name], roundMs));
  }
  return Object.fromEntries(names.map((name) => [name, Math.round(median(seen.get(name)!))])) as Record<Name, number>;
}

async function rate(work: Work, roundMs: number): Promise<number> {
  // The first call of a round pays for cold caches.
  await work();
  const began = performance.now();
  let done = 0;
  let elapsed = 0;
  while (elapsed < roundMs) {
    const answer = work();
    if (answer instanceof Promise) await answer;
    done++;
    elapsed = performance.now() - began;
  }
  return done / (elapsed / 1000);
}

function median(values: number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1]!;
}
