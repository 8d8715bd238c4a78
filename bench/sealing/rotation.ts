import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { RotationReport } from '@entente/node/capabilities/access/index';
import { HttpOfficer } from '@entente/testkit/demonstration/http-officer';
import { officerWith } from '@entente/testkit/officers';
import { inventPerson } from '@entente/testkit/people/person';
import { writeTd3 } from '@entente/testkit/people/zone';
import type { BenchOptions, Row } from '../row.ts';
import { figuresOf } from '../screening/figures.ts';
import type { LoadedNode } from './node-with-subjects.ts';

const ENTENTE = fileURLToPath(new URL('../../packages/cli/src/entente.ts', import.meta.url));
/** Travellers of this seed are on no list. */
const SEED = 63_000;

/** Rotates the keys of every record by the operator's command, beside the node, while an officer checks one traveller after another. */
export async function measureRotation(node: LoadedNode, checks: number, log: BenchOptions['log']): Promise<Row[]> {
  const desk = await HttpOfficer.signIn(node.reach, officerWith('border-officer'));
  let traveller = 0;
  const check = async () => {
    const body = { by: 'mrz', text: zoneOf(traveller++) };
    const began = performance.now();
    await desk.must('POST', '/api/screening/checks', body, 'border-check');
    return performance.now() - began;
  };
  const quiet: number[] = [];
  for (let at = 0; at < checks; at++) quiet.push(await check());
  log(`${checks} checks, nothing else going on: ${JSON.stringify(figuresOf(quiet))}`);
  const meanwhile: number[] = [];
  let rotating = true;
  const rotation = rotate(node).finally(() => {
    rotating = false;
  });
  while (rotating) meanwhile.push(await check());
  const { rewrapped, left, tookMs } = await rotation;
  if (left > 0) throw new Error(`${left} records were left under the old key`);
  log(`${rewrapped} records wrapped anew in ${tookMs} ms, ${meanwhile.length} checks meanwhile`);
  const before = figuresOf(quiet);
  const during = figuresOf(meanwhile);
  const row = (metric: string, value: number, unit: string, better: Row['better'], peers: Row['peers'] = {}): Row => ({
    metric,
    value,
    unit,
    better,
    budget: null,
    peers,
  });
  return [
    row('rotated_per_second', Math.round((rewrapped * 1000) / tookMs), 'records/s', 'higher'),
    row('check_while_rotating_p50_ms', during.p50, 'ms', 'lower', { 'without rotation': before.p50 }),
    row('check_while_rotating_p99_ms', during.p99, 'ms', 'lower', { 'without rotation': before.p99 }),
  ];
}

async function rotate({ config }: LoadedNode): Promise<RotationReport> {
  const env = { PATH: process.env.PATH, ENTENTE_DATA_DIR: config.dataDir };
  const { stdout } = await promisify(execFile)(process.execPath, [ENTENTE, 'keys', 'rotate', '--json'], { env });
  return JSON.parse(stdout) as RotationReport;
}

function zoneOf(number: number): string {
  const { forms, sex } = inventPerson(SEED, number);
  return writeTd3({
    issuer: 'KAZ',
    nationality: 'KAZ',
    family: forms.family.latin,
    given: forms.given.latin,
    number: `B${String(10_000_000 + number)}`,
    birthDate: `19${60 + (number % 40)}-0${1 + (number % 9)}-1${number % 10}`,
    sex,
    expiryDate: '2032-10-01',
  });
}
