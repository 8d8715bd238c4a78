import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comeToRest, type Findings, inspect } from './inspect.ts';
import { openMembers, type RunningMembers } from './nodes/run-members.ts';
import { copyAside } from './probes/older-copy.ts';
import type { FaultKind } from './schedule/fault.ts';
import { type Done, type Working, workUnderFaults } from './work/work-under-faults.ts';

export interface RunOptions extends Working {
  states: readonly string[];
  /** How long it may take until what is under way has come to rest. */
  settleMs: number;
  /** The first node is restored from a copy of its folder that is older than what it has sent since. */
  restore: boolean;
  /** Leaves the data folders for whoever looks into them; logs are left of every run with findings. */
  keep: boolean;
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

/** Things that go wrong between the copy and the restore. */
const FAULTS_AFTER_COPY = 3;

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
  const { seed, states, settleMs, restore, keep, log } = options;
  const members = await openMembers(folder, states);
  try {
    const done = [await workUnderFaults(members, options)];
    if (restore) done.push(await workAndRestore(members, options));
    log('things go wrong no longer; what is under way comes to rest');
    const promised = {
      notes: done.flatMap(({ notes }) => notes),
      alerts: done.flatMap(({ alerts }) => alerts.flatMap(({ kept }) => kept)),
    };
    return { seed, folder, ...summarise(members, done), ...(await inspect(members, promised, settleMs)) };
  } finally {
    await members.close(keep);
  }
}

async function workAndRestore(members: RunningMembers, options: RunOptions): Promise<Done> {
  const [node] = members.nodes;
  options.log(`the folder of ${node!.id} is copied`);
  const copy = await copyAside(node!);
  const enough = { ...options.enough, count: FAULTS_AFTER_COPY };
  const done = await workUnderFaults(members, { ...options, enough, seed: options.seed + 1 });
  // What never left the node is lost with it; everything else has to be there again.
  for (const missing of await comeToRest(members, options.settleMs)) options.log(missing);
  options.log(`${node!.id} is restored from the copy`);
  await copy.putBack();
  return done;
}

function summarise({ nodes, leftOut }: RunningMembers, done: readonly Done[]) {
  const faults: Partial<Record<FaultKind, number>> = {};
  const unserved: Record<string, number> = {};
  let served = 0;
  for (const { faults: some, alerts } of done) {
    addTo(faults, Object.entries(some));
    for (const work of alerts) {
      addTo(unserved, work.unserved);
      served += work.served;
    }
  }
  return {
    faults,
    leftOut: leftOut.map(({ kind, why }) => `${kind}: ${why}`),
    failedStarts: nodes.reduce((sum, node) => sum + node.failedStarts(), 0),
    officers: { served, unserved },
  };
}

function addTo(sums: Record<string, number>, counts: Iterable<[string, number]>): void {
  for (const [what, count] of counts) sums[what] = (sums[what] ?? 0) + count;
}
