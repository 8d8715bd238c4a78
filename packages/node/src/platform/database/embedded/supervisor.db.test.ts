import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { testSealing } from '@entente/testkit/sealing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../log.ts';
import { createDatabase } from '../database.ts';
import { isDatabaseAway } from '../failures.ts';
import { createPool, patientPool } from '../pool.ts';
import { type EmbeddedServer, openEmbedded, type Reach } from './embedded.ts';
import { identifyProcess } from './process-identity.ts';
import { NODE_TUNING, TEST_TUNING } from './settings.ts';

const PROCESS = fileURLToPath(import.meta.resolve('@entente/testkit/database-process'));
const log = createLog('silent');

let root: string;
let folder: string;
const started: ChildProcess[] = [];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'entente-supervisor-'));
  chmodSync(root, 0o711);
  folder = join(root, 'node');
});
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGINT');
    await once(child, 'exit');
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Said {
  opened?: true;
  server?: number;
  guest?: boolean;
  reach: Reach;
  refused?: string;
}

/** Starts another process on the folder and returns what it says first. */
async function start(mode: 'own' | 'visit'): Promise<{ child: ChildProcess; said: Said }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROCESS, mode, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return { child, said: JSON.parse(line) as Said };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function ask<Row extends object>(reach: Reach, statement: string): Promise<Row[]> {
  const client = new pg.Client(reach);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function whenGone(pid: number): Promise<void> {
  while (identifyProcess(pid)) await pause(10);
}

async function whileOpen(
  work: (server: EmbeddedServer) => Promise<void>,
  at = folder,
  tuning = TEST_TUNING,
): Promise<void> {
  const server = await openEmbedded(at, 'a test', log, tuning);
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}

describe('the database of a node', () => {
  test('is made in an empty folder, and found again on the second start', async () => {
    await whileOpen(async ({ reach }) => {
      await ask(reach, "CREATE TABLE kept AS SELECT 'Astana' AS word");
    });
    await whileOpen(async ({ reach }) => {
      expect(await ask(reach, 'SELECT word FROM kept')).toEqual([{ word: 'Astana' }]);
    });
  });

  test('opens for one of two nodes started at once; the other is told who has it', async () => {
    const both = await Promise.all([start('own'), start('own')]);
    const opened = both.filter(({ said }) => said.opened);
    const refused = both.filter(({ said }) => said.refused);
    expect(opened).toHaveLength(1);
    expect(refused[0]?.said.refused).toContain(`is in use by process ${opened[0]!.child.pid} (a test node)`);
    expect(refused[0]?.said.refused).toContain('ENTENTE_DATA_DIR');
  });

  test('stops with its node, in order', async () => {
    const { child, said } = await start('own');
    await end(child, 'SIGINT');
    expect(child.exitCode).toBe(0);
    expect(identifyProcess(said.server!)).toBeUndefined();
    expect(existsSync(join(folder, 'database', 'cluster', 'postmaster.pid'))).toBe(false);
  });

  test('is out of the reach of Ctrl-C, so that its node can let requests end first', async () => {
    const { child, said } = await start('own');
    const group = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[2];
    if (process.platform === 'linux') expect(group(said.server!)).not.toBe(group(child.pid!));
  });

  test('ends with a node that leaves without stopping it', async () => {
    const { child, said } = await start('own');
    await end(child, 'SIGUSR2');
    await whenGone(said.server!);
  });

  test('outlives a node that was killed, and is stopped and started anew by the next one, with its data', async () => {
    const { child, said } = await start('own');
    await ask(said.reach, "UPDATE kept SET word = 'Almaty'");
    await end(child, 'SIGKILL');
    expect(identifyProcess(said.server!)).toBeDefined();
    await whileOpen(async ({ reach, supervisor }) => {
      expect(supervisor.pid()).not.toBe(said.server);
      expect(identifyProcess(said.server!)).toBeUndefined();
      expect(await ask(reach, 'SELECT word FROM kept')).toEqual([{ word: 'Almaty' }]);
    });
  });

  test('comes back with all it had answered as done when it is killed itself, and requests wait for it', async () => {
    const work = async ({ reach, supervisor }: EmbeddedServer) => {
      const pool = createPool(reach, 4, log);
      const db = createDatabase(patientPool(pool, supervisor.ready), testSealing()).withTables<{
        kept: { word: string };
      }>();
      await db.updateTable('kept').set({ word: 'Aktau' }).execute();
      const killed = supervisor.pid()!;
      process.kill(killed, 'SIGKILL');
      await whenGone(killed);
      const read = () => db.selectFrom('kept').selectAll().execute();
      // A request on a connection that breaks under it is told to come again; whoever comes then waits.
      const answer = await read().catch(async (error) => {
        expect(isDatabaseAway(error)).toBe(true);
        return await read();
      });
      expect(answer).toEqual([{ word: 'Aktau' }]);
      expect(supervisor.pid()).not.toBe(killed);
      await pool.end();
    };
    await whileOpen(work, folder, NODE_TUNING);
  });

  test('starts although its pid file names a number that now belongs to another program', async () => {
    const pidFile = join(folder, 'database', 'cluster', 'postmaster.pid');
    writeFileSync(pidFile, `${process.pid}\n${join(folder, 'database', 'cluster')}\n1\n5432\n\n*\n`);
    await whileOpen(async ({ reach }) => {
      expect(await ask(reach, 'SELECT word FROM kept')).toEqual([{ word: 'Aktau' }]);
    });
  });

  test('is made from the start when its making was cut off', async () => {
    const other = join(root, 'cut-off');
    mkdirSync(join(other, 'database', 'cluster.partial'), { recursive: true });
    writeFileSync(join(other, 'database', 'cluster.partial', 'PG_VERSION'), '18\n');
    await whileOpen(async ({ reach }) => {
      expect(await ask(reach, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    }, other);
  });

  test('works in a folder whose path is too long for a socket', async () => {
    const other = join(root, 'a-long-name'.repeat(10));
    await whileOpen(async ({ reach }) => {
      expect(reach.host.startsWith(root)).toBe(false);
      expect(await ask(reach, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    }, other);
  });

  test('holds what it answered as done through a power cut, orders text alike everywhere, and watches its pages', async () => {
    await whileOpen(
      async ({ reach }) => {
        const [settings] = await ask(
          reach,
          `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
                  current_setting('full_page_writes') AS pages, current_setting('data_checksums') AS checksums,
                  current_setting('listen_addresses') AS network, datlocprovider AS provider, datlocale AS locale
           FROM pg_database WHERE datname = current_database()`,
        );
        expect(settings).toEqual({
          fsync: 'on',
          commit: 'on',
          pages: 'on',
          checksums: 'on',
          network: '',
          provider: 'b',
          locale: 'C.UTF-8',
        });
      },
      folder,
      NODE_TUNING,
    );
  });

  test('gives the node a role that cannot leave its database, and asks for its password', async () => {
    await whileOpen(async ({ reach }) => {
      expect(await ask(reach, 'SELECT rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user')).toEqual([
        { rolsuper: false, rolcreaterole: false },
      ]);
      await expect(ask(reach, "COPY (SELECT 1) TO PROGRAM 'true'")).rejects.toThrow('permission denied');
      await expect(ask({ ...reach, password: 'wrong' }, 'SELECT 1')).rejects.toThrow('password authentication failed');
    });
  });

  test('names no person in its own log when a statement fails', async () => {
    await whileOpen(async ({ reach }) => {
      await ask(reach, 'CREATE TABLE person (name text PRIMARY KEY)');
      const twice = "INSERT INTO person VALUES ('Aigerim Bekova'), ('Aigerim Bekova')";
      await expect(ask(reach, twice)).rejects.toThrow('duplicate key');
    });
    const said = readFileSync(join(folder, 'database', 'server.log'), 'utf8');
    expect(said).toContain('duplicate key');
    expect(said).not.toContain('Aigerim');
  });
});

describe('a command', () => {
  test('starts the server of a folder without a node, and stops it after the last of them', async () => {
    const first = await start('visit');
    const second = await start('visit');
    expect([first.said.guest, second.said.guest]).toEqual([false, true]);
    const firstEnded = end(first.child, 'SIGINT');
    expect(await ask(second.said.reach, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await end(second.child, 'SIGINT');
    await firstEnded;
    await expect(ask(second.said.reach, 'SELECT 1')).rejects.toThrow('ENOENT');
  });

  test("uses the running node's server, and leaves it running", async () => {
    const node = await start('own');
    const visit = await start('visit');
    expect(visit.said.guest).toBe(true);
    await end(visit.child, 'SIGINT');
    expect(await ask(node.said.reach, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('is served beside a node started at the same moment, whichever of them came first', async () => {
    const [node, visit] = await Promise.all([start('own'), start('visit')]);
    expect(visit.said.opened).toBe(true);
    expect(visit.said.guest).toBe(node.said.opened === true);
  });
});

describe.skipIf(process.getuid?.() !== 0)('under root', () => {
  test('the server runs as an ordinary account, and its files are that one’s alone', async () => {
    await whileOpen(async ({ supervisor }) => {
      expect(statSync(`/proc/${supervisor.pid()}`).uid).not.toBe(0);
      const home = statSync(join(folder, 'database'));
      expect(home.uid).not.toBe(0);
      expect(home.mode & 0o077).toBe(0);
    });
  });

  test('a folder the account cannot reach, as in /root, keeps its database elsewhere and finds it again', async () => {
    const locked = join(root, 'locked');
    mkdirSync(locked, { mode: 0o700 });
    const other = join(locked, 'node');
    let home = '';
    try {
      await whileOpen(async ({ reach }) => {
        home = readFileSync(join(other, 'database.location'), 'utf8').trim();
        expect(home).toMatch(/^\/var\/lib\/entente\/[0-9a-f]{16}$/);
        await ask(reach, "CREATE TABLE kept AS SELECT 'Shymkent' AS word");
      }, other);
      await whileOpen(async ({ reach }) => {
        expect(await ask(reach, 'SELECT word FROM kept')).toEqual([{ word: 'Shymkent' }]);
      }, other);
    } finally {
      if (home) rmSync(home, { recursive: true, force: true });
    }
  });
});
