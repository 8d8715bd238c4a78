import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const VECTORS = join(ROOT, 'vectors/audit');

let folder: string;
let key: string;
beforeAll(async () => {
  // Away from the project, so that nothing of it can be imported by accident.
  folder = await mkdtemp(join(tmpdir(), 'entente-verify-'));
  await copyFile(join(ROOT, 'entente-verify.mjs'), join(folder, 'entente-verify.mjs'));
  key = JSON.parse(await readFile(join(VECTORS, 'log.json'), 'utf8')).verifierKey;
});
afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Runs the bundled file as a stranger would, with whatever `node` the machine has. */
function verify(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile('node', ['entente-verify.mjs', ...args], { cwd: folder }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

async function given(name: string, content: string | Buffer): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

describe('entente-verify.mjs', () => {
  test('confirms a proof, a log, and a selection, and says whose key it went by', async () => {
    const proof = await verify('proof', join(VECTORS, 'proof.json'), '--key', key);
    expect(proof).toMatchObject({ code: 0, err: '' });
    expect(proof.out).toContain('The proof holds: this is record 5 of the log example.org/log');
    expect(proof.out).toContain(`Checked with the key given: ${key}`);
    for (const name of ['log.jsonl', 'log-with-parts.jsonl', 'selection.jsonl']) {
      const log = await verify('log', join(VECTORS, name));
      expect(log).toMatchObject({ code: 0, err: '' });
      expect(log.out).toContain('compare it, or give it with --key');
    }
    const json = await verify(
      'log',
      join(VECTORS, 'log.jsonl'),
      '--json',
      '--checkpoint',
      join(VECTORS, 'checkpoint-4.txt'),
    );
    expect(JSON.parse(json.out)).toMatchObject({ verifies: true, size: 10, faults: [] });
  });

  test('says no, and where, to what was changed', async () => {
    const log = await readFile(join(VECTORS, 'log.jsonl'), 'utf8');
    const changed = await verify('log', await given('changed.jsonl', log.replace('check-4', 'check-9')));
    expect(changed).toMatchObject({ code: 1, err: '' });
    expect(changed.out).toContain('does NOT verify');
    const rewritten = await verify(
      'log',
      join(VECTORS, 'log.jsonl'),
      '--checkpoint',
      join(VECTORS, 'checkpoint-4-other.txt'),
    );
    expect(rewritten).toMatchObject({ code: 1 });
    expect(rewritten.out).toContain('did not grow from the earlier checkpoint');
    const stranger = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect(await verify('proof', join(VECTORS, 'proof.json'), '--key', stranger)).toMatchObject({ code: 1 });
  });

  test('confirms a register under its pin, says to where it is valid, and refuses any other', async () => {
    const register = join(ROOT, 'vectors/acts/sco.register');
    const { pin } = JSON.parse(await readFile(join(ROOT, 'vectors/acts/acts.json'), 'utf8'));
    const whole = await verify('register', register, '--pin', pin);
    expect(whole).toMatchObject({ code: 0, err: '' });
    expect(whole.out).toContain(
      'The register of sco verifies from the pinned founding act to act 8: it is valid to there.',
    );
    expect(whole.out).toContain('Whether a later act exists, no file can show');
    expect(whole.out).toContain('kz  member KZ, at kz-new.example:9700');
    const json = await verify('register', register, '--pin', pin.toUpperCase(), '--json');
    expect(JSON.parse(json.out)).toMatchObject({ verifies: true, pin, head: { number: 8 } });

    const text = await readFile(register, 'utf8');
    const cut = await given('cut.register', text.split('\n').slice(0, 4).join('\n'));
    expect((await verify('register', cut, '--pin', pin)).out).toContain('to act 3: it is valid to there');
    const changed = await given('changed.register', text.replace('kz-new.example', 'kz-not.example'));
    expect(await verify('register', changed, '--pin', pin)).toMatchObject({ code: 1, err: '' });
    const other = await verify('register', register, '--pin', '0'.repeat(64));
    expect(other).toMatchObject({
      code: 1,
      out: 'It does NOT verify: the founding act is not the pinned one [broken-chain]\n',
    });
    const unpinned = await verify('register', register);
    expect(unpinned).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--pin is needed') });
  });

  test('says of evidence who sent what to whom and when, and shows the content only when asked', async () => {
    const at = (name: string) => join(ROOT, 'vectors/evidence', name);
    const { pin } = JSON.parse(await readFile(at('evidence.json'), 'utf8'));
    const standing = await verify(
      'evidence',
      at('standing.json'),
      '--register',
      at('sco-later.register'),
      '--pin',
      pin,
    );
    expect(standing).toMatchObject({ code: 0, err: '' });
    expect(standing.out).toContain(
      'The evidence verifies: KZ (node kz) sent cases.hit-reported to IN (node in), which received it 2026-02-01T08:00:01.000Z.',
    );
    expect(standing.out).toContain('IN (node in) accepted it 2026-02-01T08:00:02.000Z');
    expect(standing.out).toContain('standing: cosigned by kz, pk');
    expect(standing.out).not.toContain('Жанибек');
    expect((await verify('evidence', at('standing.json'), '--pin', pin, '--show-body')).out).toContain('Жанибек');
    expect((await verify('evidence', at('pending.json'), '--pin', pin)).out).toContain('PENDING: cosigned by pk');
    const erased = await verify('evidence', at('erased.json'), '--pin', pin, '--show-body');
    expect(erased.out).toContain('content   ERASED');
    const json = await verify('evidence', at('refused.json'), '--pin', pin, '--json');
    expect(JSON.parse(json.out)).toMatchObject({ verifies: true, erased: false, decided: { status: 'refused' } });
    expect(json.out).not.toContain('Жанибек');
  });

  test('refuses evidence that was changed, or that another register judges', async () => {
    const at = (name: string) => join(ROOT, 'vectors/evidence', name);
    const { pin } = JSON.parse(await readFile(at('evidence.json'), 'utf8'));
    const text = await readFile(at('standing.json'), 'utf8');
    const changed = await given('changed.evidence', text.replace('"seq":7', '"seq":8'));
    const wrong = join(ROOT, 'vectors/acts/sco.register');
    for (const [code, ...args] of [
      ['mismatched-evidence', changed, '--pin', pin],
      ['broken-chain', at('standing.json'), '--pin', '0'.repeat(64)],
      ['broken-chain', at('standing.json'), '--pin', pin, '--register', wrong],
      ['unknown-key', at('pending.json'), '--pin', pin, '--register', at('sco-later.register')],
    ] as string[][]) {
      const outcome = await verify('evidence', ...args);
      expect(outcome).toMatchObject({ code: 1, err: '', out: expect.stringContaining(`[${code}]`) });
    }
    expect(await verify('evidence', at('standing.json'))).toMatchObject({ code: 2, out: '' });
  });

  test('refuses hostile files in a sentence, without a stack', async () => {
    const log = await readFile(join(VECTORS, 'log.jsonl'));
    const hostile: Record<string, string | Buffer> = {
      empty: '',
      binary: Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0xff]),
      'cut.jsonl': log.subarray(0, log.length - 40),
      brackets: `${'['.repeat(2_000_000)}\n`,
      'endless-line': 'a'.repeat(17 * 1024 * 1024),
      'other.json': '{"format":"entente-log/2"}\n',
      'huge-index': log.toString().replace('"index":3', '"index":1e308'),
      twice: log.toString().replace('"index":3', '"index":3,"index":3'),
    };
    for (const [name, content] of Object.entries(hostile)) {
      const file = await given(name, content);
      for (const word of ['log', 'proof', 'register', 'evidence']) {
        const outcome = await verify(
          word,
          file,
          ...(word === 'register' || word === 'evidence' ? ['--pin', '0'.repeat(64)] : []),
        );
        expect(outcome, `${word} ${name}`).toMatchObject({ code: 1, err: '' });
        expect(outcome.out, `${word} ${name}`).toMatch(/^It does NOT verify: .* \[[a-z-]+\]\n$/);
      }
    }
  });

  test('shows what would steer the terminal as codes', async () => {
    const log = await readFile(join(VECTORS, 'log-with-parts.jsonl'), 'utf8');
    const { out, code } = await verify(
      'log',
      await given('escape', log.replaceAll('"traveller"', '"\\u001b[2J\u202e"')),
    );
    expect(code).toBe(1);
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('\u202e');
  });

  test('ends with 2 and says how it is used when it cannot be tried', async () => {
    for (const args of [
      [],
      ['log'],
      ['constructor', 'x'],
      ['log', 'a', 'b'],
      ['log', 'x', '--nonsense'],
      ['log', 'x', '--key', 'y'],
    ]) {
      expect(await verify(...args), args.join(' ')).toMatchObject({ code: 2, out: '' });
    }
    const missing = await verify('log', join(folder, 'nowhere'));
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.err).toMatch(/^Cannot read the file: ENOENT/);
    expect(await verify('proof', folder)).toMatchObject({ code: 2 });
  });
});
