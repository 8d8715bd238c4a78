import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@entente/node/platform/log';
import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { growLog, witnessAll } from '@entente/testkit/constellation/grow-log';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from '../../command.ts';
import { main } from '../../main.ts';

let constellation: Constellation;
const folder = mkdtempSync(join(tmpdir(), 'entente-cli-verify-'));
beforeAll(async () => {
  constellation = await openConstellation({
    states: ['KZ', 'IN', 'PK'],
    env: { ENTENTE_WITNESS_SECONDS: '3600' },
    log: () => createLog('silent'),
  });
  await growLog(constellation.of('IN'), 5);
  await witnessAll(constellation.nodes);
});
afterAll(async () => {
  await constellation.close();
  rmSync(folder, { recursive: true });
});

/** Runs `entente audit verify …` beside Kazakhstan's node. */
async function verify(...args: string[]) {
  const { database, founder } = constellation.of('KZ');
  const said = { out: '', err: '' };
  const code = await main(['audit', 'verify', ...args], {
    stdin: process.stdin,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    env: {
      ENTENTE_DATABASE_URL: database.url,
      ENTENTE_KEY_FILE: database.keyFile,
      ENTENTE_DATA_DIR: folder,
      ENTENTE_NODE_KEY_FILE: founder.nodeKeyFile,
    },
    signal: new AbortController().signal,
  });
  return { code, ...said };
}

describe("another member's log", () => {
  test('is verified from the hashes it publishes, with who has cosigned it', async () => {
    const { code, out } = await verify('--peer', 'in');
    expect(out).toMatch(/The log in\.localhost\/log verifies: \d+ records, from the tiles it publishes\./);
    expect(out).toContain('cosigned by kz, pk, and stands');
    expect(code).toBe(EXIT.ok);
    expect(JSON.parse((await verify('--peer', 'in', '--json')).out)).toMatchObject({ verifies: true, node: 'in' });
  });

  test('is verified from the mirror while its node is away, and asked of nobody who is no other node', async () => {
    await constellation.of('IN').stop();
    const away = await verify('--peer', 'in');
    expect(away.code).toBe(EXIT.failed);
    expect(away.err).toContain('--mirror');
    expect((await verify('--peer', 'in', '--mirror')).out).toContain('from the tiles mirrored here');
    expect((await verify('--peer', 'kz')).code).toBe(EXIT.no);
    await constellation.of('IN').start();
  });
});
