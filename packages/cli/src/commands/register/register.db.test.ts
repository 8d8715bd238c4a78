import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from '../../command.ts';
import { main } from '../../main.ts';

interface Run {
  code: number;
  out: string;
  err: string;
}

/** An operator at his node's machine: a database, a data folder, and the command. */
interface Operator {
  database: TestDatabase;
  state: string;
  entente(...args: string[]): Promise<Run>;
}

let folder: string;
let kz: Operator;
let cn: Operator;
let rats: Operator;
let pin: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-cli-register-'));
  [kz, cn, rats] = (await Promise.all(['KZ', 'CN', 'UZ'].map(openOperator))) as [Operator, Operator, Operator];
});
afterAll(async () => {
  for (const { database } of [kz, cn, rats]) await database.close();
  await rm(folder, { recursive: true });
});

async function openOperator(state: string): Promise<Operator> {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(folder, `${state}-`));
  const env = {
    ENTENTE_STATE: state,
    ENTENTE_DATABASE_URL: database.url,
    ENTENTE_KEY_FILE: join(dataDir, 'records.keys'),
    ENTENTE_DATA_DIR: dataDir,
  };
  await copyFile(database.keyFile, env.ENTENTE_KEY_FILE);
  const entente = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await main(args, {
      stdin: process.stdin,
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
      env,
      signal: new AbortController().signal,
    });
    return { code, out: out.join(''), err: err.join('') };
  };
  return { database, state, entente };
}

const file = (name: string) => join(folder, name);
const register = async (operator: Operator, verb: string, ...args: string[]) =>
  await operator.entente('register', verb, ...args);
const json = <Value>({ out }: Run) => JSON.parse(out) as Value;

interface Shown {
  head: { number: number; hash: string };
  members: { state: string; status: string }[];
  nodes: { id: string; address: string; keys: { use: string; id: string; status: string }[] }[];
  treaties: { id: string }[];
}
const show = async (operator: Operator) => json<Shown>(await register(operator, 'show', '--json'));

async function eventsOf({ database }: Operator): Promise<string[]> {
  const { rows } = await database.pool.query<{ event: string }>(
    "SELECT event FROM audit.record WHERE event LIKE 'membership.%' ORDER BY id",
  );
  return rows.map(({ event }) => event);
}

describe('an organisation founded by files', () => {
  test('begins with each node’s record, made on its own machine', async () => {
    const first = await register(kz, 'declare', '--node', 'kz', '--of', 'KZ', '--address', 'kz.example:9700');
    expect(first).toMatchObject({ code: EXIT.ok, err: expect.stringContaining('Compare by voice') });
    expect(json<object>(first)).toMatchObject({ id: 'kz', holder: 'member', of: 'KZ', address: 'kz.example:9700' });
    const again = await register(kz, 'declare', '--node', 'kz', '--of', 'KZ', '--address', 'kz.example:9700');
    expect(again.out).toBe(first.out);
    await writeFile(file('kz.json'), first.out);
    const others = [
      await register(
        cn,
        'declare',
        '--node',
        'cn',
        '--of',
        'CN',
        '--address',
        'cn.example:9700',
        '--out',
        file('cn.json'),
      ),
      await register(
        rats,
        'declare',
        '--node',
        'rats',
        '--body',
        'rats-ec',
        '--address',
        'rats.example:9700',
        '--out',
        file('rats.json'),
      ),
    ];
    for (const run of others) expect(run).toMatchObject({ code: EXIT.ok, err: '' });
    expect(others[1]!.out).toContain('rats  body rats-ec, at rats.example:9700');
    expect(await eventsOf(kz)).toEqual(['membership.node-keys-made']);
  });

  test.each([
    [['--node', 'kz', '--of', 'CN', '--address', 'kz.example:9700'], 'this is the node of KZ'],
    [['--node', 'kz', '--body', 'no-such-body', '--address', 'kz.example:9700'], 'the profile has no permanent body'],
    [['--node', 'K Z', '--of', 'KZ', '--address', 'kz.example:9700'], 'malformed-'],
    [['--node', 'kz', '--of', 'KZ', '--address', 'kz.example'], 'malformed-act'],
    [['--node', 'kz', '--address', 'kz.example:9700'], '--of STATE or --body ID'],
    [['--of', 'KZ'], '--node and --address'],
    [['--node', 'kz', '--of', 'KZ', '--address', 'kz.example:9700', '--renew', 'all'], '--renew is one of'],
  ])('says what is wrong with a declaration: %s', async (args, told) => {
    const run = await register(kz, 'declare', ...args);
    expect(run.code).not.toBe(EXIT.ok);
    expect(run.err).toContain(told);
    expect(await eventsOf(kz)).toEqual(['membership.node-keys-made']);
  });

  test('is written down as a statement that nobody has consented to', async () => {
    const records = [file('kz.json'), file('cn.json'), file('rats.json')];
    const run = await register(
      kz,
      'found',
      '--organisation',
      'sco',
      '--records',
      ...records,
      '--out',
      file('founding.json'),
      '--effective-at',
      '2026-01-01',
    );
    expect(run).toMatchObject({ code: EXIT.ok, err: '' });
    expect(run.out).toContain('Founds sco, in force from 2026-01-01T00:00:00.000Z on, of the members KZ, CN');
    expect(run.out).toContain('charter-2002 from 2003-09-19T00:00:00.000Z on');
    expect(run.out).toContain('missing    KZ, CN');
    const over = await register(
      kz,
      'found',
      '--organisation',
      'sco',
      '--records',
      ...records,
      '--out',
      file('founding.json'),
    );
    expect(over).toMatchObject({ code: EXIT.failed, err: expect.stringContaining('may hold consents') });
  });

  test('is consented to after comparing, on copies of the file', async () => {
    const looked = await register(kz, 'consent', file('founding.json'));
    expect(looked).toMatchObject({ code: EXIT.no, err: expect.stringContaining('Nothing was signed') });
    pin = /^hash +([0-9a-f]{64})$/m.exec(looked.out)![1]!;
    const misled = await register(kz, 'consent', file('founding.json'), '--hash', 'f'.repeat(16));
    expect(misled).toMatchObject({ code: EXIT.no, err: expect.stringContaining('not the act you were told of') });
    expect(await register(kz, 'consent', file('founding.json'), '--hash', 'abc')).toMatchObject({ code: EXIT.usage });
    expect(await eventsOf(kz)).not.toContain('membership.consent-given');

    await copyFile(file('founding.json'), file('founding-cn.json'));
    const first = await register(kz, 'consent', file('founding.json'), '--hash', pin.slice(0, 16));
    expect(first).toMatchObject({ code: EXIT.ok, err: '' });
    expect(first.out).toContain('Still missing: CN');
    const second = await register(cn, 'consent', file('founding-cn.json'), file('founding.json'), '--yes', '--json');
    expect(json<object>(second)).toMatchObject({ hash: pin, consents: ['CN', 'KZ'], missing: [] });
    const body = await register(rats, 'consent', file('founding.json'), '--yes');
    expect(body).toMatchObject({ code: EXIT.no, err: expect.stringContaining('[no-voice]') });
  });

  test('is joined by each node under the pin, and by no other', async () => {
    const complete = file('founding-cn.json');
    const wrong = await register(kz, 'join', complete, '--pin', 'f'.repeat(64), '--node', 'kz');
    expect(wrong).toMatchObject({ code: EXIT.no, err: expect.stringContaining('[broken-chain]') });
    const foreign = await register(kz, 'join', complete, '--pin', pin, '--node', 'cn');
    expect(foreign).toMatchObject({ code: EXIT.no, err: expect.stringContaining('[foreign-keys]') });
    const lacking = await register(kz, 'join', file('founding.json'), '--pin', pin, '--node', 'kz');
    expect(lacking).toMatchObject({ code: EXIT.no, err: expect.stringContaining('without the consent of CN') });
    expect(await register(kz, 'show')).toMatchObject({
      code: EXIT.no,
      err: expect.stringContaining('no organisation'),
    });

    for (const [operator, node] of [
      [kz, 'kz'],
      [cn, 'cn'],
      [rats, 'rats'],
    ] as const) {
      const run = await register(operator, 'join', complete, '--pin', pin.toUpperCase(), '--node', node);
      expect(run).toMatchObject({ code: EXIT.ok, err: '' });
      expect(await show(operator)).toMatchObject({ pin, self: node, head: { number: 1, hash: pin } });
    }
    const shown = await register(kz, 'show');
    expect(shown.out).toContain('The register of sco, as the node kz has it.');
    expect(shown.out).toContain('  CN  active since 2026-01-01T00:00:00.000Z');
    expect(shown.out).toMatch(/sealing {2}[0-9a-f]{16} {2}since 2026/);
    expect((await show(kz)).treaties.map(({ id }) => id)).toEqual(['charter-2002']);
    expect(await eventsOf(rats)).toEqual(['membership.node-keys-made', 'membership.joined', 'membership.act-adopted']);
  });
});

describe('a register file', () => {
  test('verifies offline under its pin, says to where, and that it may not be the latest', async () => {
    expect(await register(kz, 'export', '--out', file('sco.register'))).toMatchObject({ code: EXIT.ok, out: '' });
    expect((await register(cn, 'export')).out).toBe(await readFile(file('sco.register'), 'utf8'));
    const run = await register(kz, 'verify', file('sco.register'), '--pin', pin);
    expect(run).toMatchObject({ code: EXIT.ok, err: '' });
    expect(run.out).toContain('verifies from the pinned founding act to act 1: it is valid to there');
    expect(run.out).toContain('Whether a later act exists, no file can show');
    expect(run.out).toContain(`head  act 1, ${pin}, decided `);
    const machine = await register(kz, 'verify', file('sco.register'), '--pin', pin, '--json');
    expect(json<object>(machine)).toMatchObject({ verifies: true, pin, organisation: 'sco', head: { number: 1 } });
  });

  test('of another pin, changed, cut or none at all is refused with the fault by name', async () => {
    const text = await readFile(file('sco.register'), 'utf8');
    const cases: Record<string, [text: string | Buffer, code: string]> = {
      changed: [text.replace('kz.example:9700', 'kz.example:9701'), 'broken-chain'],
      cut: [text.slice(0, -40), 'not-json'],
      empty: ['', 'not-json'],
      'without-acts': [`${text.split('\n')[0]}\n`, 'malformed-register'],
      'of-another-format': [text.replace('entente-register/1', 'entente-register/2'), 'malformed-register'],
      'without-a-consent': [text.replace(/("consents":\[)\{[^}]*\},/, '$1'), 'missing-consent'],
      pretty: [text.replaceAll('{"', '{ "'), 'not-json'],
    };
    for (const [name, [content, code]] of Object.entries(cases)) {
      await writeFile(file(name), content);
      const run = await register(kz, 'verify', file(name), '--pin', pin);
      expect(run, name).toMatchObject({ code: EXIT.no, err: '' });
      expect(run.out, name).toMatch(/^It does NOT verify: /);
      if (name !== 'pretty') expect(run.out, name).toContain(`[${code}]`);
    }
    const other = await register(kz, 'verify', file('sco.register'), '--pin', 'e'.repeat(64), '--json');
    expect(other.code).toBe(EXIT.no);
    expect(json<object>(other)).toMatchObject({ verifies: false, code: 'broken-chain' });
    await writeFile(file('binary'), Buffer.from([0xff, 0xfe, 0x00]));
    expect(await register(kz, 'verify', file('binary'), '--pin', pin)).toMatchObject({ code: EXIT.no });
    expect(await register(kz, 'verify', file('nowhere'), '--pin', pin)).toMatchObject({ code: EXIT.failed });
    expect(await register(kz, 'verify', file('sco.register'), '--pin', 'abc')).toMatchObject({ code: EXIT.usage });
  });
});

describe('a later act by files', () => {
  const propose = async (name: string, ...args: string[]) =>
    await register(kz, 'propose', ...args, '--effective-at', '2026-02-01', '--out', file(name));

  test('is proposed, consented to and adopted at each node', async () => {
    const proposed = await propose(
      'treaty.json',
      '--kind',
      'treaty',
      '--treaty',
      'invented-2026',
      '--in-force-from',
      '2026-02-01',
    );
    expect(proposed).toMatchObject({ code: EXIT.ok, err: expect.stringContaining('has passed') });
    expect(proposed.out).toContain('States that invented-2026 is in force from 2026-02-01T00:00:00.000Z on.');
    await register(kz, 'consent', file('treaty.json'), '--yes');
    const early = await register(kz, 'adopt', file('treaty.json'));
    expect(early).toMatchObject({ code: EXIT.no, err: expect.stringContaining('without the consent of CN') });
    expect((await show(kz)).head.number).toBe(1);
    const last = await register(cn, 'consent', file('treaty.json'), '--yes');
    expect(last.out).toContain('each node runs entente register adopt');
    for (const operator of [kz, cn, rats]) {
      const run = await register(operator, 'adopt', file('treaty.json'));
      expect(run).toMatchObject({ code: EXIT.ok, err: '' });
      expect(run.out).toContain('Adopted one act: the register of sco is at act 2');
      expect((await show(operator)).treaties.map(({ id }) => id)).toContain('invented-2026');
    }
    const again = await register(kz, 'adopt', file('treaty.json'), '--json');
    expect(json<object>(again)).toMatchObject({ adopted: 0, head: { number: 2 } });
  });

  test('that gives a node new keys retires the old ones from its moment on', async () => {
    const before = (await show(kz)).nodes[0]!.keys;
    const renewed = ['--renew', 'signing', '--renew', 'sealing', '--renew', 'tls', '--address', 'kz2.example:9700'];
    expect(await register(kz, 'declare', ...renewed, '--out', file('kz2.json'))).toMatchObject({ code: EXIT.ok });
    const proposed = await propose(
      'keys.json',
      '--kind',
      'node',
      '--record',
      file('kz2.json'),
      '--revoke',
      before[0]!.id,
    );
    expect(proposed.out).toContain('a majority of the active members, the one concerned among them');
    expect(proposed.out).toContain('kz2.example:9700, until then kz.example:9700');
    expect(proposed.out).toContain(`REVOKED  ${before[0]!.id}`);
    expect(proposed.out).toMatch(/sealing {2}[0-9a-f]{16} comes into force/);
    await copyFile(file('keys.json'), file('keys-cn.json'));
    await register(kz, 'consent', file('keys.json'), '--yes');
    await register(cn, 'consent', file('keys-cn.json'), '--yes');
    for (const operator of [kz, cn, rats]) {
      expect(await register(operator, 'adopt', file('keys.json'), file('keys-cn.json'))).toMatchObject({
        code: EXIT.ok,
      });
    }
    const { nodes } = await show(cn);
    expect(nodes[0]!.address).toBe('kz2.example:9700');
    expect(nodes[0]!.keys.map(({ use, status }) => `${use} ${status}`).sort()).toEqual([
      'sealing in-force',
      'sealing retired',
      'signing in-force',
      'signing revoked',
      'tls in-force',
      'tls retired',
    ]);
  });

  test('is consented to with the new key once the register says so', async () => {
    const reason = ['--reason', 'Invented for the test\u202e.'];
    const proposed = await propose('suspension.json', '--kind', 'suspension', '--state', 'CN', ...reason);
    expect(proposed.out).toContain('Suspends CN from 2026-02-01T00:00:00.000Z on.');
    expect(proposed.out).toContain('Reason: Invented for the test\\u{202e}.');
    expect(await register(kz, 'consent', file('suspension.json'), '--yes')).toMatchObject({ code: EXIT.ok });
    for (const operator of [kz, cn]) await register(operator, 'adopt', file('suspension.json'));
    expect((await show(cn)).members).toMatchObject([
      { state: 'KZ', status: 'active' },
      { state: 'CN', status: 'suspended' },
    ]);
  });

  test('that could not be adopted is not even written', async () => {
    for (const [args, told] of [
      [['--kind', 'accession', '--state', 'KZ', '--records', file('cn.json')], 'KZ is a member already'],
      [['--kind', 'reinstatement', '--state', 'KZ', '--reason', 'none'], 'KZ is active already'],
      [['--kind', 'node', '--record', file('kz.json')], 'does not come back'],
      [['--kind', 'treaty', '--treaty', 'Ünlawful', '--in-force-from', '2026-02-01'], 'malformed-act'],
      [
        ['--kind', 'suspension', '--state', 'KZ', '--reason', 'none', '--procedure', 'consensus'],
        'is not adopted by consensus',
      ],
      [['--kind', 'founding'], '--kind is one of'],
      [['--kind', 'treaty', '--treaty', 'x'], '--in-force-from'],
      [['--kind', 'node', '--record', file('founding.json')], 'malformed-act'],
    ] as [string[], string][]) {
      const run = await propose('never.json', ...args);
      expect(run.code, told).not.toBe(EXIT.ok);
      expect(run.err, told).toContain(told);
      await expect(readFile(file('never.json'))).rejects.toThrow('ENOENT');
    }
  });

  test('that a node has missed comes with another’s register', async () => {
    await register(kz, 'export', '--out', file('sco.register'));
    expect((await show(rats)).head.number).toBe(3);
    const run = await register(rats, 'adopt', file('sco.register'));
    expect(run.out).toContain('Adopted one act: the register of sco is at act 4');
    expect((await show(rats)).head).toEqual((await show(kz)).head);
    const verified = await register(rats, 'verify', file('sco.register'), '--pin', pin);
    expect(verified.out).toContain('CN  suspended since 2026-02-01T00:00:00.000Z');
    expect(verified.out).toMatch(/signing {2}[0-9a-f]{16} {2}REVOKED 2026-02-01/);
  });
});

describe('the node’s own keys', () => {
  test('are wrapped by the new key when keys rotate, and work as before', async () => {
    const rotated = await kz.entente('keys', 'rotate', '--retire', '--json');
    expect(json<object>(rotated)).toMatchObject({ unopened: 0 });
    const shown = await kz.entente('keys', 'show', '--json');
    expect(json<{ tables: { table: string; records: number }[] }[]>(shown)[0]!.tables).toContainEqual(
      expect.objectContaining({ table: 'membership.own_key', records: 7 }),
    );
    const proposed = ['--kind', 'reinstatement', '--state', 'CN', '--reason', 'over', '--effective-at', '9999-03-01'];
    expect(await register(kz, 'propose', ...proposed, '--out', file('reinstatement.json'))).toMatchObject({ err: '' });
    const consented = await register(kz, 'consent', file('reinstatement.json'), '--yes', '--json');
    expect(json<object>(consented)).toMatchObject({ consents: ['KZ'], missing: [] });
  });
});
