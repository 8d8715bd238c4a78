/* `npm run soak -- [--seed N] [--minutes M | --faults F] [--nodes N] [--restore] [--json] [--keep]`: nodes as processes, while things go wrong. */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runWithFaults } from './run.ts';

const USAGE =
  'Usage: npm run soak -- [--seed N] [--minutes M | --faults F] [--nodes 2 to 5] [--restore] [--json] [--keep]';
const STATES = ['KZ', 'IN', 'CN', 'PK', 'KG'];
const SETTLE_MS = 300_000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string', default: '10' },
    faults: { type: 'string' },
    nodes: { type: 'string', default: '3' },
    restore: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? randomInt(2 ** 31));
const faults = values.faults === undefined ? Number.POSITIVE_INFINITY : Number(values.faults);
const minutes = values.faults === undefined ? Number(values.minutes) : Number.POSITIVE_INFINITY;
const count = Number(values.nodes);
if (
  !(
    Number.isInteger(seed) &&
    minutes > 0 &&
    faults > 0 &&
    Number.isInteger(count) &&
    count >= 2 &&
    count <= STATES.length
  )
) {
  console.error(USAGE);
  process.exit(2);
}

const say = (line: string) => process.stderr.write(`${line}\n`);
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

say(`seed ${seed}: ${count} nodes, ${faults === Number.POSITIVE_INFINITY ? `${minutes} min` : `${faults} faults`}`);
const start = performance.now();
const since = () => `${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`;
const report = await runWithFaults({
  seed,
  states: STATES.slice(0, count),
  enough: { count: faults, forMs: minutes * 60_000, signal: stop.signal },
  settleMs: SETTLE_MS,
  restore: values.restore,
  keep: values.keep,
  log: (line) => say(`${since()}  ${line}`),
});
say(`${since()}  looked at: ${JSON.stringify(report.counts)}`);
for (const broken of report.broken) say(`BROKEN  ${broken}`);
if (report.broken.length > 0) say(`logs in ${report.folder}`);
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
else say(JSON.stringify(report, undefined, 2));
process.exitCode = report.broken.length === 0 ? 0 : 1;
