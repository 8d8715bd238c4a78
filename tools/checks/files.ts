import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder, with a closing slash. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every file git knows or would take in, as paths below the root. */
export function listFiles(): string[] {
  const out = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return out.split('\0').filter((path) => path !== '' && existsSync(`${ROOT}${path}`));
}
