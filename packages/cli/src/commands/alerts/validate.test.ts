import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ContentRule } from '@entente/contracts/alerts/rules';
import { loadMembership } from '@entente/node/alerts';
import { PROJECT } from '@entente/node/platform/config';
import { lawfulContent } from '@entente/testkit/alerts/lawful';
import { REFUSED, refusedAlert } from '@entente/testkit/alerts/refused';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../main.ts';

const TODAY = '2026-12-01';
const categories = (await loadMembership(`${PROJECT}/profiles/sco-2018`)).categories();
const WHERE = { now: new Date(`${TODAY}T12:00:00.000Z`), state: { iso3: 'KAZ' } };
const wanted = categories.find(({ id }) => id === 'wanted-for-arrest')!;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function validate(args: string[], stdin: unknown = '') {
  let [out, err] = ['', ''];
  const code = await main(['alerts', 'validate', ...args], {
    stdin: Readable.from([Buffer.from(typeof stdin === 'string' ? stdin : JSON.stringify(stdin))]),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env: {},
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

async function save(name: string, value: unknown): Promise<string> {
  await writeFile(join(folder, name), JSON.stringify(value));
  return join(folder, name);
}

const refused = (rule: ContentRule) => refusedAlert(rule, 5, { ...WHERE, categories }).content;

describe('entente alerts validate', () => {
  test('says of a lawful content that it is lawful', async () => {
    const file = await save('lawful.json', lawfulContent(wanted, 3, WHERE));
    const { code, out } = await validate([file, '--today', TODAY]);
    expect(code).toBe(0);
    expect(out).toBe(`${file} (wanted-for-arrest, person): lawful\n\n1 weighed, 0 refused\n`);
  });

  test('names the rule, the field and the sentence, and the words to answer for', async () => {
    const { code, out } = await validate(['-', '--today', TODAY], [refused('no-ground-of-speech')]);
    expect(code).toBe(1);
    expect(out).toContain('standard input, number 1 (wanted-for-arrest, person): refused');
    expect(out).toContain('no-ground-of-speech at /ground/offence/conduct\n      A publication or speech is no ground');
    expect(out).toContain('the reviewer must answer for: article, newspaper');
  });

  test('speaks Russian and Chinese, with the values of the sentence', async () => {
    const content = refused('warrant-in-future');
    const russian = await validate(['-', '--today', TODAY, '--language', 'ru'], content);
    expect(russian.out).toContain('датировано 2026-12-03; этот день ещё не наступил');
    const chinese = await validate(['-', '--today', TODAY, '--language', 'zh'], content);
    expect(chinese.out).toContain('所载日期为2026-12-03，尚未到来');
  });

  const issued = (Object.keys(REFUSED) as ContentRule[]).filter(
    (rule) => !REFUSED[rule].version && !REFUSED[rule].profile,
  );

  test('refuses the example of every rule of a first issue by that rule', async () => {
    const file = await save('refused.json', issued.map(refused));
    const { code, out } = await validate([file, '--today', TODAY, '--json']);
    expect(code).toBe(1);
    const verdicts = JSON.parse(out) as { refusals: { rule: string }[] }[];
    expect(verdicts.map(({ refusals }) => [...new Set(refusals.map(({ rule }) => rule))])).toEqual(
      issued.map((rule) => [rule]),
    );
  });

  test('weighs an extension against the content in force', async () => {
    const { content, before } = refusedAlert('extension-changes-content', 5, { ...WHERE, categories });
    const [after, inForce] = [await save('after.json', content), await save('before.json', before)];
    const { code, out } = await validate([after, '--kind', 'extension', '--before', inForce, '--today', TODAY]);
    expect(code).toBe(1);
    expect(out).toContain('extension-changes-content at /subject/description');
  });

  test('is of another state where it is told so: its documents are its own', async () => {
    const content = lawfulContent(categories.find(({ id }) => id === 'document-lost-stolen')!, 3, WHERE);
    expect((await validate(['-', '--today', TODAY, '--state', 'KZ'], content)).code).toBe(0);
    const { code, out } = await validate(['-', '--today', TODAY, '--state', 'uz'], content);
    expect(code).toBe(1);
    expect(out).toContain('document-of-another-state at /subject/issuer');
  });

  test('gives an array of verdicts in JSON, with the source of each rule', async () => {
    const { out } = await validate(['-', '--json', '--today', TODAY], refused('legal-basis-missing'));
    expect(JSON.parse(out)).toMatchObject([
      {
        file: '-',
        category: 'missing',
        kind: 'person',
        lawful: false,
        refusals: [{ rule: 'legal-basis-missing', pointer: '/ground/legalBasis', source: 'Entente, safeguards' }],
        suspectTerms: [],
      },
    ]);
  });

  test('tells where a value is no content at all, and goes on with the next', async () => {
    const odd = { ...lawfulContent(wanted, 3, WHERE), subject: { kind: 'vehicle', plate: 7, wheels: 4 } };
    const { code, out } = await validate(['-', '--today', TODAY], [odd, { subject: { kind: 'ghost' } }, null, []]);
    expect(code).toBe(1);
    expect(out).toContain('contract at /subject/plate\n      must be string');
    expect(out).toContain('contract at /subject/wheels\n      is not known here');
    expect(out).toContain('number 2: refused\n  contract at /subject/kind\n      must be one of person,');
    expect(out).toContain('4 weighed, 4 refused');
  });

  test.each([
    [[], 2, 'a FILE is missing'],
    [['-', '--kind', 'renewal'], 2, '--kind is one of issue, amendment, extension'],
    [['-', '--kind', 'amendment'], 2, '--before FILE, the content in force, is needed'],
    [['-', '--before', 'x.json'], 2, 'belongs to an amendment or an extension'],
    [['-', '--state', 'Atlantis'], 2, 'ENTENTE_STATE=ATLANTIS is not a state'],
    [['-', '--state', 'DE'], 2, 'the profile has no state DE'],
    [['-', '--today', 'tomorrow'], 2, '--today is a date like'],
    [['-', '--language', 'de'], 2, '--language is one of en, ru, zh'],
    [['nowhere.json'], 3, 'nowhere.json cannot be read (ENOENT)'],
    [['-'], 3, '- is not JSON'],
  ])('refuses %j', async (args, code, says) => {
    const answer = await validate(args, '{"category":');
    expect(answer).toMatchObject({ code, out: '', err: expect.stringContaining(says) });
  });

  test('explains itself', async () => {
    const { code, out } = await validate(['--help']);
    expect(code).toBe(0);
    for (const option of ['--kind', '--before', '--state', '--today', '--language', '--json'])
      expect(out).toContain(option);
  });
});
