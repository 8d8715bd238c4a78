import type { RunningMembers } from '../nodes/run-members.ts';
import { describeFault, type FaultKind } from '../schedule/fault.ts';
import { type Enough, inflict } from '../schedule/inflict.ts';
import { planFaults } from '../schedule/plan-faults.ts';
import { type AlertWork, issueAlerts } from './issue-alerts.ts';
import { type NotesKept, sendNotes } from './send-notes.ts';

export interface Working {
  seed: number;
  /** When enough has gone wrong. */
  enough: Enough;
  log(line: string): void;
}

/** What was done at all nodes, and what went wrong meanwhile. */
export interface Done {
  faults: Partial<Record<FaultKind, number>>;
  notes: NotesKept[];
  alerts: AlertWork[];
}

/** Notes are written and alerts issued at every node while things go wrong; ends when all of that is over. */
export async function workUnderFaults(
  { nodes, leftOut }: RunningMembers,
  { seed, enough, log }: Working,
): Promise<Done> {
  const over = new AbortController();
  const faults: Done['faults'] = {};
  const working = nodes.map((node, at) => {
    const others = nodes.filter((other) => other !== node);
    const how = { seed: seed + 100_000 * at, signal: over.signal };
    return Promise.all([sendNotes(node, others, how), issueAlerts(node, others, how)]);
  });
  const planned = planFaults({ seed, nodes: nodes.map(({ id }) => id), without: leftOut.map(({ kind }) => kind) });
  try {
    await inflict(planned, nodes, enough, (fault) => {
      log(describeFault(fault));
      faults[fault.kind] = (faults[fault.kind] ?? 0) + 1;
    });
  } finally {
    over.abort();
    await Promise.allSettled(working);
  }
  const done = await Promise.all(working);
  return { faults, notes: done.flatMap(([notes]) => notes), alerts: done.map(([, alerts]) => alerts) };
}
