import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../entente.ts', import.meta.url));

let folder: string;
const started: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-serve-'));
  // Under root the server's own account must pass through.
  chmodSync(folder, 0o711);
});
afterAll(async () => {
  for (const child of started) await stop(child, 'SIGINT');
  rmSync(folder, { recursive: true, force: true });
});

function serve(env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, 'serve', '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ENTENTE_DATA_DIR: folder, ENTENTE_PORT: '0', ENTENTE_LOG_LEVEL: 'silent', ...env },
  });
  started.push(child);
  return child;
}

/** The address on this machine, once the node has said that it is ready. */
async function ready(child: ChildProcess): Promise<string> {
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return `http://127.0.0.1:${new URL(JSON.parse(line.toString()).address).port}`;
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await once(child, 'exit');
  }
  return child.exitCode;
}

/** What a start that fails says, and its exit code. */
async function refusal(env: Record<string, string>): Promise<{ said: string; code: number | null }> {
  const child = serve(env);
  const [said] = await Promise.all([text(child.stderr!), once(child, 'exit')]);
  return { said, code: child.exitCode };
}

const serverRuns = () => existsSync(join(folder, 'database', 'cluster', 'postmaster.pid'));

test('a node says when it is ready, is found again after it was killed, and leaves in order at Ctrl-C', async () => {
  const killed = serve();
  expect((await fetch(`${await ready(killed)}/readyz`)).status).toBe(200);
  await stop(killed, 'SIGKILL');
  expect(serverRuns()).toBe(true);

  const node = serve();
  expect(await (await fetch(`${await ready(node)}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await stop(node, 'SIGINT')).toBe(0);
  expect(serverRuns()).toBe(false);
});

test('a second node on the folder is told who has it, and the first goes on', async () => {
  const node = serve();
  const address = await ready(node);
  const { said, code } = await refusal({});
  expect(code).toBe(3);
  expect(said).toContain(`is in use by process ${node.pid} (entente serve)`);
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  expect(await stop(node, 'SIGTERM')).toBe(0);
});

test('a node that stops does not wait for ever for a request that never arrives whole', async () => {
  const node = serve({ ENTENTE_DRAIN_SECONDS: '1' });
  const socket = connect(Number(new URL(await ready(node)).port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    'POST /api/session HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
  );
  await once(socket, 'connect');
  expect(await stop(node, 'SIGINT')).toBe(0);
  expect(serverRuns()).toBe(false);
});

test('a port that is taken is named, and nothing is left running', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { said, code } = await refusal({ ENTENTE_PORT: String(port) });
  expect(code).toBe(3);
  expect(said).toContain(`Port ${port} of 127.0.0.1 is taken by another program`);
  expect(serverRuns()).toBe(false);
  other.close();
});

test('settings that do not hold together are named before anything is made', async () => {
  const { said, code } = await refusal({ ENTENTE_STATE: 'Kazakhstan', ENTENTE_HOST: 'everywhere' });
  expect(code).toBe(2);
  expect(said).toContain('ENTENTE_STATE=Kazakhstan is not a state');
  expect(said).toContain('ENTENTE_HOST=everywhere is not an address');
});
