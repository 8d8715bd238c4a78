import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LabelledPair } from '../pairs.ts';

/** Pinned, so that figures of two days are figures of one peer. */
const VERSION = '4.17.4';
const FOLDER = join(process.env.ENTENTE_PEERS ?? join(tmpdir(), 'entente-peers'), `nomenklatura-${VERSION}`);
const PYTHON = join(FOLDER, 'bin', 'python');
const SCRIPT = fileURLToPath(new URL('./logic-v2.py', import.meta.url));
const MOST_MINUTES = 15;

/**
 * Installs nomenklatura in an environment of its own, outside the project, unless it is there already. Undefined when it is
 * at hand, else why it is not.
 */
export function missingNomenklatura(): string | undefined {
  if (!existsSync(PYTHON) && !run('python3', ['-m', 'venv', FOLDER]).ok) return 'no python3 with venv on this machine';
  if (run(PYTHON, ['-c', 'import nomenklatura']).ok) return undefined;
  const installed = run(PYTHON, ['-m', 'pip', 'install', '--quiet', `nomenklatura==${VERSION}`]);
  return installed.ok
    ? undefined
    : `nomenklatura ${VERSION} cannot be installed: ${installed.text.trim().split('\n').at(-1)}`;
}

/** A score for each pair. Throws when the peer fails. */
export function scoreByNomenklatura(pairs: LabelledPair[]): number[] {
  const input = pairs.map(({ left, right }) => `${JSON.stringify([left, right])}\n`).join('');
  const { ok, text } = run(PYTHON, [SCRIPT], input);
  const scores = text.trim().split('\n').map(Number);
  if (!ok || scores.length !== pairs.length) throw new Error(`nomenklatura: ${text.slice(-400)}`);
  return scores;
}

function run(command: string, args: string[], input = ''): { ok: boolean; text: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    timeout: MOST_MINUTES * 60_000,
    maxBuffer: 2 ** 28,
  });
  return { ok: status === 0, text: status === 0 ? stdout : (stderr ?? '') };
}
