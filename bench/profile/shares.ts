import type { Profiler } from 'node:inspector';

/** A part of the work: its name, and the files and functions whose own time it is made of; the first that fits counts. */
export type Part = [name: string, where: RegExp];

/** From one moment to another, in microseconds of the machine's monotonic clock, which a profile's samples are told by too. */
export type Span = [from: number, to: number];

/** Now, by the clock that profiles are told by. */
export function now(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

/**
 * Which share of the processor's time within some spans each part took, in percent; what fits nowhere is `else`. A thread that waits takes
 * none.
 */
export function sharesOf(
  profile: Profiler.Profile,
  parts: readonly Part[],
  spans: readonly Span[],
): Map<string, number> {
  const partOf = new Map(profile.nodes.map(({ id, callFrame }) => [id, partAt(callFrame, parts)]));
  const times = new Map<string, number>([...parts.map(([name]) => [name, 0] as const), ['else', 0]]);
  const inSpans = within(spans);
  let at = profile.startTime;
  let whole = 0;
  for (const [index, node] of (profile.samples ?? []).entries()) {
    const took = profile.timeDeltas![index]!;
    at += took;
    const part = partOf.get(node);
    if (part === undefined || !inSpans(at)) continue;
    whole += took;
    times.set(part, times.get(part)! + took);
  }
  return new Map(Array.from(times, ([part, time]) => [part, whole === 0 ? 0 : (100 * time) / whole]));
}

/** Undefined of a thread that waits. */
function partAt(
  { url, functionName }: Profiler.Profile['nodes'][number]['callFrame'],
  parts: readonly Part[],
): string | undefined {
  if (functionName === '(idle)' || functionName === '(root)') return undefined;
  const where = `${url} ${functionName}`;
  return parts.find(([, pattern]) => pattern.test(where))?.[0] ?? 'else';
}

/** Whether moments, asked for in their order, lie in one of the spans. */
function within(spans: readonly Span[]): (moment: number) => boolean {
  const sorted = [...spans].sort(([a], [b]) => a - b);
  let next = 0;
  return (moment) => {
    while (next < sorted.length && sorted[next]![1] < moment) next += 1;
    return next < sorted.length && sorted[next]![0] <= moment;
  };
}
