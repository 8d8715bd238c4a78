import { execFile } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { RotationReport } from '@entente/node/capabilities/access/index';
import type { Config } from '@entente/node/platform/config';
import { type Figures, figuresOf } from '../screening/figures.ts';
import { ask, type Loaded } from './load.ts';

const ENTENTE = fileURLToPath(new URL('../../packages/cli/src/entente.ts', import.meta.url));

/** Rotates the keys of every row by the operator's command, while the index of this process is asked without a pause. */
export async function measureRotation(
  config: Config,
  { watch, queries }: Loaded,
): Promise<{ perSecond: number; check: Figures }> {
  const env = { PATH: process.env.PATH, ENTENTE_DATA_DIR: config.dataDir };
  const times: number[] = [];
  let rotating = true;
  const rotation = promisify(execFile)(process.execPath, [ENTENTE, 'keys', 'rotate', '--json'], { env }).finally(() => {
    rotating = false;
  });
  for (let at = 0; rotating; at++) {
    times.push(ask(watch, queries[at % queries.length]!.query));
    await setImmediate();
  }
  const { rewrapped, tookMs } = JSON.parse((await rotation).stdout) as RotationReport;
  return { perSecond: (rewrapped * 1000) / tookMs, check: figuresOf(times) };
}
