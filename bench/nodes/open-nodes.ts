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
import type { Answers, Failed, Order } from './orders.ts';

/** Whose node it is: a member's by its state, or a body's by its id and the state it has its seat in. */
export interface Holder {
  state: string;
  body?: string;
}

/** A node process that takes orders, one after the other. */
export interface NodeProcess {
  id: string;
  ask<Of extends Order>(order: Of): Promise<Answers[Of['order']]>;
}

/** Nodes of one organisation, each a process with a PostgreSQL of its own on durable settings. */
export async function openNodes(holders: readonly Holder[]): Promise<{ nodes: NodeProcess[]; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-nodes-'));
  // Under root the server's own account must pass through.
  chmodSync(folder, 0o711);
  const ports = await freePorts(holders.length);
  const laidOut: LaidOut[] = [];
  for (const [at, holder] of holders.entries()) laidOut.push(await layOut(folder, holder, ports[at]!));
  await foundOrganisation(
    'sco',
    laidOut.map(({ founder }) => founder),
    { clock: systemClock, effectiveAt: new Date(Date.now() - 3_600_000) },
  );
  const started = await Promise.all(laidOut.map(({ founder, env }) => startProcess(founder.id, env)));
  return {
    nodes: started.map(({ node }) => node),
    close: async () => {
      await Promise.all(started.map(({ child }) => stopProcess(child)));
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
async function layOut(folder: string, { state, body }: Holder, port: number): Promise<LaidOut> {
  const id = body ?? state.toLowerCase();
  const dataDir = join(folder, id);
  const own = { ENTENTE_STATE: state, ...(body !== undefined && { ENTENTE_BODY: body }), ENTENTE_DATA_DIR: dataDir };
  const config = readConfig(own);
  const database = await openDatabase(config, createLog('error'), 'a benchmark');
  const { user, password, host, port: socket, database: name } = database.pool.options;
  return {
    database,
    founder: {
      db: database.db,
      id,
      holder: body === undefined ? 'member' : 'body',
      of: body ?? state,
      address: `127.0.0.1:${port}`,
      nodeKeyFile: config.nodeKeyFile,
    },
    env: {
      ...own,
      ENTENTE_PEER_PORT: String(port),
      ENTENTE_DATABASE_URL: `postgresql://${user}:${password}@${encodeURIComponent(host!)}:${socket}/${name}`,
    },
  };
}

async function startProcess(
  id: string,
  env: Record<string, string>,
): Promise<{ child: ChildProcess; node: NodeProcess }> {
  const child = fork(new URL('node-process.ts', import.meta.url), { env: { PATH: process.env.PATH, ...env } });
  await answerOf(child);
  // A process answers in the order it was asked; whoever asks meanwhile waits for his turn.
  let turn: Promise<unknown> = Promise.resolve();
  const node: NodeProcess = {
    id,
    ask: <Of extends Order>(order: Of) => {
      const answered = turn.then(() => {
        child.send(order);
        return answerOf(child) as Promise<Answers[Of['order']]>;
      });
      turn = answered.catch(() => {});
      return answered;
    },
  };
  return { child, node };
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the node process ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (answer: object | Failed) => {
      child.off('exit', ended);
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
