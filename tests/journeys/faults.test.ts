import { spawn } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { NODE } from './running-node.ts';

const SEED = 224;
// Among the first eight of this seed is every kind of fault, and a node that is killed again while it starts.
const FAULTS = 8;

/** What `npm run soak -- --json` says at the end. */
interface Report {
  seed: number;
  counts: Record<string, number>;
  officers: { served: number };
  broken: string[];
}

test('nodes and databases are killed, lines cut and a node restored from an older copy while alerts travel: nothing is lost, nothing comes twice, all agree', async () => {
  // A limit for what hangs: on a machine that does nothing else it takes two minutes.
  test.setTimeout(1_200_000);
  const { code, out, err } = await soak('--seed', String(SEED), '--faults', String(FAULTS), '--restore', '--json');
  expect(code, err).toBe(0);
  const report = JSON.parse(out) as Report;
  expect(report.broken, err).toEqual([]);
  expect(report.seed).toBe(SEED);
  // It would be easy to lose nothing where nothing was sent.
  expect(report.counts.envelopes, err).toBeGreaterThan(100);
  expect(report.counts['of them about alerts'], err).toBeGreaterThan(0);
  expect(report.officers.served, err).toBeGreaterThan(0);
  expect(report.counts['records lost'], err).toBeGreaterThan(0);
});

function soak(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(NODE, ['packages/testkit/src/faults/soak.ts', ...words]);
    let [out, err] = ['', ''];
    child.stdout.on('data', (piece) => {
      out += piece;
    });
    child.stderr.on('data', (piece) => {
      err += piece;
    });
    child.once('error', reject).once('close', (code) => resolve({ code: code ?? 1, out, err }));
  });
}
