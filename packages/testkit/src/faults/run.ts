import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Findings, inspect } from './inspect.ts';
import { openMembers, type RunningMembers } from './nodes/run-members.ts';
import { describeFault, type FaultKind } from './schedule/fault.ts';
import { type Enough, inflict } from './schedule/inflict.ts';
import { planFaults } from './schedule/plan-faults.ts';
import { issueAlerts } from './work/issue-alerts.ts';
import { sendNotes } from './work/send-notes.ts';

export interface RunOptions {
  seed: number;
  states: readonly string[];
  /** When enough has gone wrong; what is under way then comes to rest. */
  enough: Enough;
  /** How long that may take. */
  settleMs: number;
  /** Leaves the data folders for whoever looks into them; logs are left of every run with findings. */
  keep: boolean;
  log(line: string): void;
}

/** What a run came to. */
export interface RunReport extends Findings {
  seed: number;
  faults: Partial<Record<FaultKind, number>>;
  leftOut: string[];
  /** Starts that came to nothing without anybody's having killed the node. */
  failedStarts: number;
  officers: { served: number; unserved: Record<string, number> };
  /** Where the logs of a run with findings lie. */
  folder: string;
}

/** Runs nodes as processes while work is done and things go wrong, lets all come to rest, and looks for what must never be. */
export async function runWithFaults(options: RunOptions): Promise<RunReport> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-faults-'));
  let report: RunReport | undefined;
  try {
    report = await runIn(folder, options);
    return report;
  } finally {
    if (report?.broken.length === 0 && !options.keep) rmSync(folder, { recursive: true, force: true });
  }
}

async function runIn(folder: string, options: RunOptions): Promise<RunReport> {
  const { seed, states, settleMs, keep, log } = options;
  const members = await openMembers(folder, states);
  try {
    const done = await work(members, options);
    log('things go wrong no longer; what is under way comes to rest');
    return { seed, folder, ...done.summary, ...(await inspect(members, done, settleMs)) };
  } finally {
    await members.close(keep);
  }
}

async function work(members: RunningMembers, { seed, enough, log }: RunOptions) {
  const { nodes, leftOut } = members;
  const planned = planFaults({ seed, nodes: nodes.map(({ id }) => id), without: leftOut.map(({ kind }) => kind) });
  const over = new AbortController();
  const faults: Partial<Record<FaultKind, number>> = {};
  const working = { signal: over.signal };
  const notes = Promise.all(
    nodes.map((node, at) => sendNotes(node, without(nodes, node), { ...working, seed: seed + at })),
  );
  const alerts = Promise.all(
    nodes.map((node, at) => issueAlerts(node, without(nodes, node), { ...working, seed: seed + 100_000 * (at + 1) })),
  );
  try {
    await inflict(planned, nodes, enough, (fault) => {
      log(describeFault(fault));
      faults[fault.kind] = (faults[fault.kind] ?? 0) + 1;
    });
  } finally {
    over.abort();
    await Promise.allSettled([notes, alerts]);
  }
  const work = await alerts;
  return {
    notes: (await notes).flat(),
    alerts: work.flatMap(({ kept }) => kept),
    summary: {
      faults,
      leftOut: leftOut.map(({ kind, why }) => `${kind}: ${why}`),
      failedStarts: nodes.reduce((sum, node) => sum + node.failedStarts(), 0),
      officers: { served: work.reduce((sum, { served }) => sum + served, 0), unserved: sumUp(work) },
    },
  };
}

function without<Node>(nodes: readonly Node[], node: Node): Node[] {
  return nodes.filter((other) => other !== node);
}

function sumUp(work: readonly { unserved: ReadonlyMap<string, number> }[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { unserved } of work) for (const [said, count] of unserved) sums[said] = (sums[said] ?? 0) + count;
  return sums;
}
