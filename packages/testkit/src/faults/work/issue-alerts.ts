import { setTimeout as pause } from 'node:timers/promises';
import type { AlertView } from '@entente/contracts/alerts/alert';
import type { Audience } from '@entente/contracts/alerts/content';
import { lawfulOf } from '../../constellation/members.ts';
import { runningClock } from '../../constellation/running-clock.ts';
import { type Random, randomFor } from '../../people/random.ts';
import type { NodeUnderFaults } from '../nodes/node-under-faults.ts';
import { amend, erase, issue, read, withdraw } from './alert-steps.ts';
import { type Desk, openDesk } from './officers.ts';

/** What a node has answered of an alert last. */
export interface AlertKept {
  node: string;
  reference: string;
  revision: number;
  status: string;
}

/** What officers were answered: how often they were served, and what was said where they were not. */
export interface AlertWork {
  kept: AlertKept[];
  served: number;
  unserved: Map<string, number>;
}

const CATEGORIES = ['missing', 'wanted-for-arrest', 'witness', 'document-lost-stolen', 'object-sought'];
/** An answer that takes longer is given up on: the node was stopped while it waited. */
const PATIENCE_MS = 60_000;

/** Officers of a node issue, amend, withdraw and erase alerts for as long as the run goes on, each step over the network. */
export async function issueAlerts(
  node: NodeUnderFaults,
  others: readonly NodeUnderFaults[],
  { seed, signal }: { seed: number; signal: AbortSignal },
): Promise<AlertWork> {
  const random = randomFor(seed, 0xa1e7);
  const alerts = new Map<string, AlertView>();
  const unsure = new Set<string>();
  const unserved = new Map<string, number>();
  let served = 0;
  let desk: Desk | undefined;
  for (let step = 0; !signal.aborted; step += 1) {
    const [before] = random.chance(0.6) ? standing(alerts, random) : [];
    try {
      desk ??= await withPatience(openDesk(node));
      const alert = await withPatience(nextStep({ node, others, desk, random, seed: seed + step }, before, unsure));
      alerts.set(alert.id, alert);
      served += 1;
    } catch (error) {
      // What was asked may be done nonetheless; it is looked up before the next step on the alert.
      if (before) unsure.add(before.id);
      const said = wordsOf(error);
      unserved.set(said, (unserved.get(said) ?? 0) + 1);
      await pause(300);
    }
    await pause(random.below(400));
  }
  const kept = [...alerts.values()].map(({ reference, revision, status }) => ({
    node: node.id,
    reference,
    revision,
    status,
  }));
  return { kept, served, unserved };
}

interface Step {
  node: NodeUnderFaults;
  others: readonly NodeUnderFaults[];
  desk: Desk;
  random: Random;
  seed: number;
}

async function nextStep(step: Step, before: AlertView | undefined, unsure: Set<string>): Promise<AlertView> {
  const { desk, random } = step;
  if (!before) return await issueNext(step);
  const alert = unsure.has(before.id) ? await read(desk, before.id) : before;
  unsure.delete(before.id);
  if (alert.status === 'withdrawn') return await erase(desk, alert);
  if (alert.status !== 'in-force' || alert.pending) return alert;
  return random.chance(0.6) ? await amend(desk, alert, `Seen again, note ${step.seed}.`) : await withdraw(desk, alert);
}

async function issueNext({ node, others, desk, random, seed }: Step): Promise<AlertView> {
  const content = lawfulOf({ state: node.state, clock: runningClock() }, random.pick(CATEGORIES), seed);
  return await issue(desk, { ...content, audience: inventAudience(others, random) });
}

function inventAudience(others: readonly NodeUnderFaults[], random: Random): Audience {
  if (random.chance(0.7)) return { kind: 'all-members' };
  return { kind: 'members', states: [random.pick(others).state] };
}

/** One of the alerts that are not erased and that nobody writes in. */
function standing(alerts: ReadonlyMap<string, AlertView>, random: Random): AlertView[] {
  const open = [...alerts.values()].filter(({ status, pending }) => status !== 'deleted' && !pending);
  return open.length > 0 ? [random.pick(open)] : [];
}

async function withPatience<Value>(asked: Promise<Value>): Promise<Value> {
  const ended = new AbortController();
  const late = pause(PATIENCE_MS, undefined, { signal: ended.signal, ref: false }).then(() => {
    throw new Error('no answer');
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    ended.abort();
    late.catch(() => {});
  }
}

/** Why an officer was not served, without what changes from one time to the next. */
function wordsOf(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  const answered = /answered (\d+): .*?"code":"([a-z-]+)"/.exec(message);
  const rule = /"rule":"([a-z-]+)"/.exec(message)?.[1] ?? '';
  return answered ? `${answered[1]} ${answered[2]} ${rule}`.trim() : (code ?? message.slice(0, 80));
}
