import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The project's own Node, whichever runs the story. */
export const NODE = 'node_modules/.bin/node';
const ENTENTE = ['packages/cli/src/entente.ts'];

/** A demonstration node of our own, on a folder of its own, for stories that kill it. */
export class RunningNode {
  readonly port: number;
  readonly folder = mkdtempSync(join(tmpdir(), 'entente-operator-'));
  #child: ChildProcess | undefined;

  constructor(port: number) {
    this.port = port;
  }

  get environment(): NodeJS.ProcessEnv {
    return { ...process.env, ENTENTE_DATA_DIR: this.folder, ENTENTE_PORT: String(this.port) };
  }

  /** Starts the node, quiet unless options of the command say otherwise, and waits until it is ready to answer. */
  async start(...options: string[]): Promise<void> {
    const words = [...ENTENTE, 'demonstration', '--nodes', '1', '--travellers', '0', ...options];
    this.#child = spawn(NODE, words, { env: this.environment, stdio: 'ignore' });
    const ended = new Promise<never>((_, reject) => {
      this.#child?.once('exit', (code) => reject(new Error(`the node ended with ${code} before it was ready`)));
    });
    ended.catch(() => undefined);
    await Promise.race([this.#untilReady(), ended]);
  }

  async #untilReady(): Promise<void> {
    for (let tries = 0; tries < 1200; tries += 1) {
      const answer = await ask(this.port, 'GET', '/readyz').catch(() => undefined);
      if (answer?.status === 200) return;
      await pause(100);
    }
    throw new Error('the node did not become ready');
  }

  /** Ends the node as an operator does, or as a power cut does, and waits until it is gone. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  /** Runs `entente …` against this node's folder. */
  entente(...words: string[]): Promise<{ code: number; out: string; err: string }> {
    return new Promise((resolve) => {
      execFile(NODE, [...ENTENTE, ...words], { env: this.environment }, (error, out, err) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, out, err });
      });
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}

/** One request to the demonstration's host on loopback, whatever the machine's resolver makes of `kz.localhost`. */
export function ask(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: {
        host: `kz.localhost:${port}`,
        ...headers,
        ...(body ? { 'content-length': Buffer.byteLength(body) } : {}),
      },
    });
    call.on('error', reject);
    call.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    call.end(body);
  });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
