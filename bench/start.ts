import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BenchOptions, Row } from './row.ts';

const PROGRAM = fileURLToPath(import.meta.resolve('../packages/cli/src/entente.ts'));

/**
 * Starts a whole node as an operator would, from the first moment of the process until /readyz says yes: once in an
 * empty folder, which makes the database and its key, and once again in the same folder.
 */
export async function run({ quick, log }: BenchOptions): Promise<Row[]> {
  const empty: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < (quick ? 1 : 7); round++) {
    const folder = mkdtempSync(join(tmpdir(), 'entente-start-'));
    // Under root the server's own account must pass through.
    chmodSync(folder, 0o711);
    try {
      empty.push(await startOnce(folder));
      again.push(await startOnce(folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    log(`round ${round + 1}: empty ${empty.at(-1)!.toFixed(2)} s, again ${again.at(-1)!.toFixed(2)} s`);
  }
  return [row('start_empty_s', empty, 5), row('start_again_s', again, null)];
}

function row(metric: string, seconds: number[], budget: number | null): Row {
  return { metric, value: median(seconds), unit: 's', better: 'lower', budget, peers: {} };
}

/** Seconds until the node is ready; the node is stopped before they are returned. */
async function startOnce(folder: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, 'serve', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, ENTENTE_DATA_DIR: folder, ENTENTE_PORT: '0', ENTENTE_LOG_LEVEL: 'warn' },
  });
  try {
    const [line] = (await Promise.race([once(createInterface(child.stdout!), 'line'), failed(child)])) as [string];
    const { port } = new URL((JSON.parse(line) as { address: string }).address);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
    if (!answer.ok) throw new Error(`the node says it is not ready: ${await answer.text()}`);
    return Math.round(performance.now() - began) / 1000;
  } finally {
    child.kill('SIGINT');
    if (child.exitCode === null) await once(child, 'exit');
  }
}

async function failed(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`the node ended with ${code} before it was ready`);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
