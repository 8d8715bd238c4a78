import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './files.ts';

/** What a check answers: nothing when all is well, else lines that say what is wrong. */
export type Check = () => Promise<string[]>;

/** A check that is a program among the dependencies: it fails by its exit code, and its output is the reason. */
export function program(name: string, ...args: string[]): Check {
  return () =>
    new Promise((resolve, reject) => {
      const child = spawn(join(ROOT, 'node_modules/.bin', name), args, { cwd: ROOT });
      const output: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
      child.on('error', reject);
      child.on('exit', (code) => resolve(code === 0 ? [] : Buffer.concat(output).toString().trimEnd().split('\n')));
    });
}
