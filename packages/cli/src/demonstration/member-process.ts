import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Member } from '@entente/testkit/demonstration/members';
import type { Io } from '../command.ts';
import { type Correspondent, correspond } from './correspondence.ts';
import type { Asked, Misdeed, Standing, Told } from './incidents.ts';

const ENTENTE = fileURLToPath(new URL('../entente.ts', import.meta.url));
/** Beyond this a node that was asked to stop is ended. */
const STOP_MS = 20_000;

/** What a member's node says of itself once it answers. */
export interface Announced {
  address: string;
  officers: { displayName: string; roles: string[] }[];
}

/** A node of the demonstration as a process of its own. */
export interface MemberProcess {
  member: Member;
  pid: number | undefined;
  /** Settles when the node answers; fails when it ends before. */
  ready: Promise<Announced>;
  /** Settles when the process has ended, with its exit code. */
  ended: Promise<number>;
  /** Whether it was asked to stop. */
  isStopping(): boolean;
  /** Asks the node for what only it can do. */
  ask: Correspondent<Misdeed, Standing>['ask'];
  stop(): Promise<void>;
}

/** How a member's node is started. */
export interface Starting {
  environment: Record<string, string>;
  args: string[];
  /** Answers what the guide at that node asks for. */
  answer(asked: Asked): Promise<Told>;
}

/** Starts a member's node in a process of its own; its log goes to this one's. */
export function startMember(member: Member, { environment, args, answer }: Starting, io: Io): MemberProcess {
  const words = ['demonstration', '--nodes', '1', '--directed', '--json', ...args];
  const child = spawn(process.execPath, [ENTENTE, ...words], {
    env: { ...io.env, ...environment },
    // Should the first process be killed outright, the others see the channel close and stop.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    // A terminal's Ctrl-C reaches the first process alone, which stops the others.
    detached: true,
  });
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
  const ready = Promise.race([
    firstLine(child),
    ended.then((code) => {
      throw new Error(`the node ${member.id} ended with code ${code} before it answered; its log above says why`);
    }),
  ]);
  // Whoever waits for it hears of a failure; nobody waiting is no fault.
  ready.catch(() => {});
  let stopping = false;
  const { ask } = correspond<Misdeed, Standing>(child, answer);
  return {
    member,
    pid: child.pid,
    ready,
    ended,
    isStopping: () => stopping,
    ask,
    stop: async () => {
      stopping = true;
      await stop(child, ended);
    },
  };
}

async function firstLine(child: ChildProcess): Promise<Announced> {
  for await (const line of createInterface({ input: child.stdout! })) return JSON.parse(line) as Announced;
  return await new Promise(() => {});
}

async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (child.connected) child.send('stop');
  else child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(late);
}
