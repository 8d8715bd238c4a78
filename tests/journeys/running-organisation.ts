import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { HttpOfficer } from '../../packages/testkit/src/demonstration/http-officer.ts';
import { NODE } from './running-node.ts';

interface Running {
  id: string;
  pid: number;
  address: string;
  officers: Parameters<typeof HttpOfficer.signIn>[1][];
}

/** The demonstration organisation as a newcomer starts it: each node a process of its own. */
export class RunningOrganisation {
  readonly folder = mkdtempSync(join(tmpdir(), 'entente-organisation-'));
  readonly register = join(this.folder, 'register.jsonl');
  #child: ChildProcess | undefined;
  #nodes: Running[] = [];

  async start(nodes: number, port: number): Promise<void> {
    const words = ['packages/cli/src/entente.ts', 'demonstration', '--json', '--travellers', '0'];
    const env = {
      ...process.env,
      ENTENTE_DATA_DIR: this.folder,
      ENTENTE_PORT: String(port),
      ENTENTE_LOG_LEVEL: 'warn',
    };
    this.#child = spawn(NODE, [...words, '--nodes', String(nodes)], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    for await (const line of createInterface({ input: this.#child.stdout! })) {
      this.#nodes = (JSON.parse(line) as { nodes: Running[] }).nodes;
      return;
    }
    throw new Error('the organisation ended before it was ready');
  }

  /** Signs in at a node at one click, as the first of its officers who holds a role. */
  async officer(id: string, role: string): Promise<HttpOfficer> {
    const { address, officers } = this.#find(id);
    const officer = officers.find(({ roles }) => roles.some((held) => held === role));
    if (!officer) throw new Error(`nobody at ${id} is a ${role}`);
    const { host, port } = new URL(address);
    return await HttpOfficer.signIn({ host, port: Number(port) }, officer);
  }

  /** Where a node's console is. */
  address(id: string): string {
    return this.#find(id).address;
  }

  /** Ends one node as a power cut does. */
  kill(id: string): void {
    process.kill(this.#find(id).pid, 'SIGKILL');
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  #find(id: string): Running {
    const node = this.#nodes.find((candidate) => candidate.id === id);
    if (!node) throw new Error(`there is no node ${id}`);
    return node;
  }
}
