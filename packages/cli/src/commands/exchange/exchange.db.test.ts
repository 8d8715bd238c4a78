import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createLog } from '@entente/node/platform/log';
import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { sendNotes, takeNotes } from '@entente/testkit/constellation/notes';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from '../../command.ts';
import { main } from '../../main.ts';

let constellation: Constellation;
const folder = mkdtempSync(join(tmpdir(), 'entente-cli-exchange-'));
let refuses = true;
beforeAll(async () => {
  constellation = await openConstellation({
    states: ['KZ', 'IN'],
    prepare: (node) =>
      takeNotes(node, () => (refuses ? { refused: { code: 'tests.refused', detail: 'Refused.' } } : undefined)),
    log: () => createLog('silent'),
  });
});
afterAll(async () => {
  await constellation.close();
  rmSync(folder, { recursive: true });
});

/** Runs `entente exchange …` beside Kazakhstan's node, as its operator would. */
async function exchange(...args: string[]) {
  const { database, founder } = constellation.of('KZ');
  const said = { out: '', err: '' };
  const code = await main(['exchange', ...args], {
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

describe('the operator', () => {
  test('sees the channels, in words and as JSON', async () => {
    await expect
      .poll(async () => (await exchange('peers')).out)
      .toMatch(/in \(member IN\) at 127\.0\.0\.1:\d+: working/);
    const { out } = await exchange('peers', '--json');
    expect(JSON.parse(out)).toMatchObject({ self: 'kz', peers: [{ node: 'in' }] });
  });

  test('sees what is held and sends it again', async () => {
    await sendNotes(constellation.of('KZ'), constellation.of('IN'), ['refused at first']);
    await constellation.settle();
    const { letters } = JSON.parse((await exchange('dead-letters', '--json')).out);
    expect((await exchange('dead-letters')).out).toContain('tests.refused: Refused.');
    refuses = false;
    expect((await exchange('release', letters[0].id)).code).toBe(EXIT.ok);
    await constellation.settle();
    expect((await exchange('dead-letters')).out).toBe('No envelope is held.\n');
    expect(await exchange('release', letters[0].id)).toMatchObject({
      code: EXIT.no,
      err: expect.stringContaining('[unknown-dead-letter]'),
    });
  });

  test('suspends a channel and opens it again, each time saying why', async () => {
    expect((await exchange('suspend', 'in', '--reason', 'invented for the test')).out).toBe(
      'The channel with in is suspended.\n',
    );
    expect((await exchange('peers')).out).toMatch(/suspended by this node since .*: invented for the test/);
    expect((await exchange('resume', 'in', '--reason', 'over')).out).toBe('The channel with in is open again.\n');
    expect((await exchange('resume', 'in', '--reason', 'over')).code).toBe(EXIT.no);
  });

  test('writes evidence of an envelope, which the verifier confirms with nothing but the file and the pin', async () => {
    await sendNotes(constellation.of('KZ'), constellation.of('IN'), ['to be proven']);
    await constellation.settle();
    const { rows } = await sql<{ id: string }>`
      SELECT encode(envelope, 'hex') AS id FROM exchange.outbox ORDER BY seq DESC LIMIT 1`.execute(
      constellation.of('KZ').database.db,
    );
    const out = join(folder, 'note.evidence');
    await expect.poll(async () => (await exchange('evidence', rows[0]!.id, '--out', out)).code).toBe(EXIT.ok);
    const { stdout } = await promisify(execFile)('node', [
      fileURLToPath(new URL('../../../../../entente-verify.mjs', import.meta.url)),
      ...['evidence', out, '--pin', constellation.founded.pin, '--show-body'],
    ]);
    expect(stdout).toContain('The evidence verifies: KZ (node kz) sent tests.noted to IN (node in)');
    expect(stdout).toContain('to be proven');
    expect(await exchange('evidence', '0'.repeat(64), '--out', out)).toMatchObject({
      code: EXIT.no,
      err: expect.stringContaining('[no-such-envelope]'),
    });
  });

  test('is told when the call is off', async () => {
    for (const args of [
      ['peers', 'all'],
      ['release'],
      ['release', 'x'],
      ['suspend', 'in'],
      ['resume', '--reason', 'x'],
      ['evidence', '0'.repeat(64)],
      ['evidence', 'x', '--out', 'y'],
    ]) {
      expect((await exchange(...args)).code, args.join(' ')).toBe(EXIT.usage);
    }
  });
});
