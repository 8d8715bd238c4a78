import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, type Log } from '@entente/node/platform/log';
import { type TestDatabase, testDatabase } from '../database.ts';
import { type TestClock, type TestNode, testNode } from '../node.ts';
import { type Founded, type Founder, foundOrganisation } from '../organisation.ts';
import { freePorts } from './ports.ts';
import { runningClock } from './running-clock.ts';
import { untilSettled } from './settle.ts';

/** A member's node among others, with a database, a folder and a clock of its own. */
export interface ConstellationNode {
  /** Its id in the register: the state's code in small letters. */
  id: string;
  state: string;
  database: TestDatabase;
  clock: TestClock;
  /** What it says of itself, for acts a test makes. */
  founder: Founder;
  /** The node as it is composed now; another one after a restart. */
  node: TestNode;
  isRunning(): boolean;
  /** Ends the node's work, as Ctrl-C would. */
  stop(): Promise<void>;
  /** Composes the node anew on what is stored, and starts it. */
  start(): Promise<void>;
}

/** Several nodes of one organisation in this process, over real TLS on this machine. */
export interface Constellation {
  nodes: ConstellationNode[];
  founded: Founded;
  /** The node of a state. */
  of(state: string): ConstellationNode;
  /** Waits until nothing is under way between the running nodes. */
  settle(withinMs?: number): Promise<void>;
  close(): Promise<void>;
}

export interface ConstellationOptions {
  /** Codes of the founding members; each has one node. */
  states: readonly string[];
  /** Codes of states whose nodes are laid out and not started: they join later (`admit`). */
  later?: readonly string[];
  /** Called with each node whenever it is composed, before its work starts: for rooms a test registers itself. */
  prepare?(node: ConstellationNode): void | Promise<void>;
  /** Made for each node; errors alone go to standard error otherwise. */
  log?(id: string): Log;
  /** Settings of every node, beside those that make it one of these. */
  env?: Record<string, string>;
  /** Started unless false. */
  start?: boolean;
}

/** Founds an organisation of these states and starts their nodes. Takes a second or two; `close` it in `afterAll`. */
export async function openConstellation(options: ConstellationOptions): Promise<Constellation> {
  const { states, later = [], start = true } = options;
  const ports = await freePorts(states.length + later.length);
  const nodes = await Promise.all([...states, ...later].map((state, at) => layOut(state, ports[at]!, options)));
  const founding = nodes.slice(0, states.length);
  const founded = await foundOrganisation(
    'sco',
    founding.map(({ founder }) => founder),
    { clock: runningClock(), effectiveAt: new Date(Date.now() - 3_600_000) },
  );
  if (start) await Promise.all(founding.map((node) => node.start()));
  else await Promise.all(founding.map(({ node }) => node.membership.refresh()));
  return {
    nodes,
    founded,
    of: (state) => {
      const node = nodes.find((candidate) => candidate.state === state);
      if (!node) throw new Error(`There is no node of ${state}`);
      return node;
    },
    settle: async (withinMs = 20_000) => {
      const running = nodes.filter((node) => node.isRunning());
      await untilSettled(
        running.map(({ id, database }) => ({ id, db: database.db })),
        withinMs,
      );
    },
    close: async () => {
      await Promise.all(nodes.map((node) => node.close()));
    },
  };
}

interface LaidOut extends ConstellationNode {
  close(): Promise<void>;
}

/** A node's database and folder, and the node composed on them once, so that its log is there; not started. */
async function layOut(
  state: string,
  port: number,
  { prepare, log, env: more }: ConstellationOptions,
): Promise<LaidOut> {
  const id = state.toLowerCase();
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'entente-constellation-'));
  const clock = runningClock();
  const nodeLog = log?.(id) ?? createLog('error');
  const env = { ENTENTE_STATE: state, ENTENTE_PORT: '0', ENTENTE_PEER_PORT: String(port), ...more };
  const compose = () => testNode(database, { clock, dataDir, log: nodeLog, env });
  let running = false;
  const laidOut: LaidOut = {
    id,
    state,
    database,
    clock,
    founder: {
      db: database.db,
      id,
      holder: 'member',
      of: state,
      address: `127.0.0.1:${port}`,
      nodeKeyFile: join(dataDir, 'node.key'),
    },
    node: await compose(),
    isRunning: () => running,
    start: async () => {
      laidOut.node = await compose();
      await prepare?.(laidOut);
      for (const work of laidOut.node.background) await work.start();
      running = true;
    },
    stop: async () => {
      if (!running) return;
      running = false;
      await laidOut.node.close();
      for (const work of laidOut.node.background.toReversed()) await work.stop();
    },
    close: async () => {
      await laidOut.stop();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return laidOut;
}
