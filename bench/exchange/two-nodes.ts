import { type ChildProcess, fork } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@entente/node/platform/clock';
import { readConfig } from '@entente/node/platform/config';
import { type OpenDatabase, openDatabase } from '@entente/node/platform/database/database';
import { createLog } from '@entente/node/platform/log';
import { freePorts } from '@entente/testkit/constellation/ports';
import { type Founder, foundOrganisation } from '@entente/testkit/organisation';
import type { Answer, Order } from './orders.ts';

/** A node process that takes orders. */
export interface NodeProcess {
  id: string;
  ask<Of extends Answer>(order: Order): Promise<Of>;
}

/** Two members' nodes, each a process with a PostgreSQL of its own on durable settings. */
export interface TwoNodes {
  kz: NodeProcess;
  india: NodeProcess;
  close(): Promise<void>;
}

export async function openTwoNodes(): Promise<TwoNodes> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-exchange-'));
  // Under root the server's own account must pass through.
  chmodSync(folder, 0o711);
  const ports = await freePorts(2);
  const laidOut = await Promise.all(['KZ', 'IN'].map((state, at) => layOut(folder, state, ports[at]!)));
  await foundOrganisation(
    'sco',
    laidOut.map(({ founder }) => founder),
    { clock: systemClock, effectiveAt: new Date(Date.now() - 3_600_000) },
  );
  const [kz, india] = await Promise.all(laidOut.map(({ founder, env }) => startProcess(founder.id, env)));
  return {
    kz: kz!.node,
    india: india!.node,
    close: async () => {
      await Promise.all([kz!, india!].map(({ child }) => stopProcess(child)));
      await Promise.all(laidOut.map(({ database }) => database.close()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface LaidOut {
  founder: Founder;
  database: OpenDatabase;
  env: Record<string, string>;
}

/** The database is opened here, as its supervisor, and reached by the node process like any other server. */
async function layOut(folder: string, state: string, port: number): Promise<LaidOut> {
  const dataDir = join(folder, state);
  const config = readConfig({ ENTENTE_DATA_DIR: dataDir, ENTENTE_STATE: state });
  const database = await openDatabase(config, createLog('error'), 'a benchmark');
  const { user, password, host, port: socket, database: name } = database.pool.options;
  const id = state.toLowerCase();
  return {
    database,
    founder: {
      db: database.db,
      id,
      holder: 'member',
      of: state,
      address: `127.0.0.1:${port}`,
      nodeKeyFile: config.nodeKeyFile,
    },
    env: {
      ENTENTE_STATE: state,
      ENTENTE_DATA_DIR: dataDir,
      ENTENTE_PEER_PORT: String(port),
      ENTENTE_DATABASE_URL: `postgresql://${user}:${password}@${encodeURIComponent(host!)}:${socket}/${name}`,
    },
  };
}

async function startProcess(
  id: string,
  env: Record<string, string>,
): Promise<{ child: ChildProcess; node: NodeProcess }> {
  const flags = process.env.BENCH_FLAGS?.split(' ') ?? [];
  const child = fork(new URL('node-process.ts', import.meta.url), {
    env: { PATH: process.env.PATH, ...env },
    execArgv: flags.map((flag) => flag.replaceAll('ID', id)),
  });
  await answerOf(child);
  return {
    child,
    node: {
      id,
      ask: async <Of extends Answer>(order: Order) => {
        child.send(order);
        return (await answerOf(child)) as Of;
      },
    },
  };
}

function answerOf(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the node process ended with ${code}`)));
    child.once('message', (answer: Answer) => {
      child.removeAllListeners('exit');
      if ('failed' in answer) reject(new Error(answer.failed));
      else resolve(answer);
    });
  });
}

function stopProcess(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.disconnect();
  });
}
