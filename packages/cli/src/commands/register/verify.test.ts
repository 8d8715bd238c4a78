import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from '../../command.ts';
import { main } from '../../main.ts';

const VECTORS = fileURLToPath(new URL('../../../../../vectors/acts/', import.meta.url));
const REGISTER = join(VECTORS, 'sco.register');

let folder: string;
let pin: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-register-verify-'));
  pin = JSON.parse(await readFile(join(VECTORS, 'acts.json'), 'utf8')).pin;
});
afterAll(() => rm(folder, { recursive: true }));

async function verify(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(['register', 'verify', ...args], {
    stdin: process.stdin,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    // No configuration of a node at all: it needs none.
    env: {},
    signal: new AbortController().signal,
  });
  return { code, out: out.join(''), err: err.join('') };
}

describe('entente register verify', () => {
  test('says what a register makes true, without a node', async () => {
    const { code, out } = await verify(REGISTER, '--pin', pin);
    expect(code).toBe(EXIT.ok);
    expect(out).toContain('  BY  active since 2026-04-01T00:00:00.000Z');
    expect(out).toContain('  PK  active since 2026-05-01T00:00:00.000Z');
    expect(out).toContain('  kz-2  member KZ, at kz-2.example:9700');
    expect(out).toContain('  rats  body rats-ec, at rats-new.example:9700');
    expect(out).toMatch(/ {6}signing {2}[0-9a-f]{16} {2}REVOKED 2026-02-10T00:00:00\.000Z/);
    expect(out).toContain('  charter-2002  in force from 2003-09-19T00:00:00.000Z on');
  });

  test('refuses what is far too large before it reads it', async () => {
    const large = join(folder, 'large');
    const handle = await open(large, 'w');
    await handle.truncate(65 * 1024 * 1024);
    await handle.close();
    const { code, err } = await verify(large, '--pin', pin);
    expect(code).toBe(EXIT.no);
    expect(err).toContain('nothing of its kind is that large');
  });

  test('asks for a file and a pin, and says what it cannot read', async () => {
    expect(await verify('--pin', pin)).toMatchObject({ code: EXIT.usage });
    expect(await verify(REGISTER)).toMatchObject({ code: EXIT.usage, err: expect.stringContaining('--pin') });
    expect(await verify(folder, '--pin', pin)).toMatchObject({
      code: EXIT.failed,
      err: expect.stringContaining('EISDIR'),
    });
  });
});
