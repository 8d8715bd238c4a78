import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckAnswer } from '@entente/contracts/screening';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { foundDemonstrationNode } from '@entente/testkit/demonstration';
import { type Browser, purposeHeaders, type TestNode, testNode } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { writeDemonstrationList } from '@entente/testkit/people/demonstration-list';
import {
  CLEAN_TRAVELLER_ZONE,
  DOCUMENT_HIT_ZONE,
  LISTED_BY_DOCUMENT,
  LISTED_BY_ORIGINAL_SCRIPT,
  LISTED_NAMESAKE,
  NAME_HIT_ZONE,
  NAMESAKE_ZONE,
} from '@entente/testkit/people/demonstration-people';
import { dumpSchema } from '@entente/testkit/schema-dump';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../../platform/config.ts';
import { createLog } from '../../../platform/log.ts';
import { operatorAttribution } from '../../access/index.ts';
import { startImport, stateBasis, withdrawBasis } from '../../alerts/index.ts';

let folder: string;
let database: TestDatabase;
let node: TestNode;
let desk: Browser;
let beforeLoading: Awaited<ReturnType<Browser['ask']>>;
const log = createLog('silent');
const operator = operatorAttribution('test');
const soon = { timeout: 10_000, interval: 50 };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-'));
  database = await testDatabase();
  node = await testNode(database);
  const { clock } = node;
  const config = readConfig({});
  const opened = { ...database, lost: new Promise<Error>(() => {}) };
  await foundDemonstrationNode({ config, clock, log, database: opened, sealing: database.sealing });
  desk = await node.signIn(officerWith('border-officer'));
  beforeLoading = await asked({ by: 'text', text: DOCUMENT_HIT_ZONE });
  for (const work of node.background) await work.start();
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.close();
  await database.close();
  await rm(folder, { recursive: true });
});

const asked = (payload: object, browser = desk) =>
  browser.ask({
    method: 'POST',
    url: '/api/screening/checks',
    payload,
    headers: purposeHeaders('border-check', basis()),
  });

function basis(): string {
  return desk.view.purposes.find(({ id }) => id === 'border-check')?.legalBases[0]?.id ?? '';
}

async function check(payload: object): Promise<CheckAnswer> {
  const answer = await asked(payload);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

const scan = (text: string) => check({ by: 'text', text });
const refs = (answer: CheckAnswer) => answer.candidates.map(({ key }) => key);

async function importList(text: string, confirmRemovals = false): Promise<void> {
  const path = join(folder, 'list.xml');
  await writeFile(path, text);
  const request = { format: 'un-sc', list: 'invented', paths: [path], attribution: operator, confirmRemovals } as const;
  const { done } = await startImport({ db: database.db, clock: node.clock, log }, request);
  expect(await done).toMatchObject({ state: 'done' });
}

describe('the desk', () => {
  test('nobody is told "no hit" while the lists are not loaded', () => {
    expect(beforeLoading.statusCode).toBe(503);
    expect(beforeLoading.json()).toMatchObject({ code: 'index-not-ready' });
  });

  test('a traveller on no list passes', async () => {
    const answer = await scan(CLEAN_TRAVELLER_ZONE);
    expect(answer).toMatchObject({ outcome: 'no-hit', candidates: [], readAs: { kind: 'mrz', nationality: 'MNG' } });
    expect(answer.lists.answered).toEqual(['invented', 'un-sc']);
    expect(answer.lists.silent).toContain('ofac-sdn');
  });

  test('a listed passport is met exactly, with what to do and why', async () => {
    const { outcome, candidates } = await scan(DOCUMENT_HIT_ZONE);
    expect(outcome).toBe('hit');
    expect(candidates[0]).toMatchObject({
      key: `list/invented/${LISTED_BY_DOCUMENT.ref}`,
      source: { list: 'invented', legalBasis: expect.stringContaining('invented') },
      band: 'exact-document',
      action: 'inform',
      instructions: { en: expect.stringContaining('Nobody is arrested over a list') },
      caution: 'list-never-detains',
    });
  });

  test('a Latin zone meets the name in its original script, token by token', async () => {
    const { candidates } = await scan(NAME_HIT_ZONE);
    const [first] = candidates;
    expect(first).toMatchObject({ key: `list/invented/${LISTED_BY_ORIGINAL_SCRIPT.ref}`, band: 'strong' });
    const name = first?.evidence.find((evidence) => evidence.kind === 'name');
    expect(name).toMatchObject({ nameKind: 'original-script', listed: LISTED_BY_ORIGINAL_SCRIPT.original });
    expect(name?.kind === 'name' && name.tokens.filter(({ how }) => how === 'script')).toHaveLength(2);
    expect(first?.evidence).toContainEqual(expect.objectContaining({ kind: 'birth-date', verdict: 'matches' }));
  });

  test('a namesake born in another year is shown as possible, with what contradicts', async () => {
    const { candidates } = await scan(NAMESAKE_ZONE);
    expect(candidates[0]).toMatchObject({ band: 'possible' });
    expect(candidates[0]?.evidence).toContainEqual(
      expect.objectContaining({ kind: 'birth-date', verdict: 'contradicts' }),
    );
  });

  test('a namesake a generation younger passes', async () => {
    const identity = { names: [`${LISTED_NAMESAKE.given} ${LISTED_NAMESAKE.family}`], birthDate: '1993-06-21' };
    expect(refs(await check({ by: 'identity', identity }))).not.toContain(`list/invented/${LISTED_NAMESAKE.ref}`);
  });

  test('a check leaves its record in the log, and no row of the database names the traveller', async () => {
    const answer = await scan(NAME_HIT_ZONE);
    const { rows } = await sql<{ row: string }>`
      SELECT content::text AS row FROM audit.record WHERE id = ${answer.record}`.execute(database.db);
    expect(rows).toHaveLength(1);
    const kept = (await dumpSchema(database, 'screening')) + (await dumpSchema(database, 'audit'));
    for (const personal of ['SHYNGYSBAEV', 'ZHANIBEK', '1984-03-17', 'N13370562', 'Шыңғысбаев'])
      expect(kept).not.toContain(personal);
    expect(JSON.parse(rows[0]?.row ?? '')).toMatchObject({
      event: 'screening.checked',
      purpose: 'border-check',
      facts: { answer: 'hit', strong: 1, by: 'text', readAs: 'mrz' },
      subject: { kind: 'check', ref: answer.id },
    });
  });

  test('an input that cannot be read is an answer, and recorded', async () => {
    const answer = await check({ by: 'mrz', text: 'P<UTO' });
    expect(answer).toMatchObject({
      outcome: 'unreadable',
      readAs: null,
      unreadable: expect.stringMatching(/^[a-z-]+$/),
    });
    const { rows } = await sql<{ facts: object }>`
      SELECT content::jsonb -> 'facts' AS facts FROM audit.record WHERE id = ${answer.record}`.execute(database.db);
    expect(rows).toMatchObject([{ facts: { answer: 'unreadable', unreadable: answer.unreadable } }]);
  });

  test('nobody checks without a purpose, and an administrator not at all', async () => {
    const payload = { by: 'text', text: 'Nobody' };
    const without = await desk.ask({ method: 'POST', url: '/api/screening/checks', payload });
    expect(without.statusCode).toBeGreaterThanOrEqual(400);
    const administrator = await node.signIn(officerWith('administrator'));
    expect((await asked(payload, administrator)).statusCode).toBe(403);
  });
});

describe('hostile input', () => {
  test.each([
    ['a name of 10,000 letters', { by: 'text', text: 'А'.repeat(10_000) }],
    ['letters without end, then a mark', { by: 'text', text: `${'A'.repeat(11_000)}!` }],
    ['thousands of words', { by: 'text', text: 'ab '.repeat(3_900) }],
    ['only marks of direction', { by: 'text', text: '\u202e\u200f\u2066\u200b'.repeat(100) }],
    ['a name turned right to left', { by: 'identity', identity: { names: ['\u202eveabsygnyhS kebinahZ\u202c'] } }],
    ['a lone surrogate', { by: 'identity', identity: { names: ['Nobody \ud800'] } }],
    ['a null', { by: 'text', text: 'Nobody\u0000' }],
    ['a zone of one letter', { by: 'mrz', text: 'P'.repeat(88) }],
    ['a zone with a bidi mark', { by: 'text', text: NAME_HIT_ZONE.replace('<<', '<\u202e<') }],
    ['an impossible date', { by: 'identity', identity: { names: ['Nobody'], birthDate: '1990-02-31' } }],
    ['a date in a zone that no calendar has', { by: 'mrz', text: NAME_HIT_ZONE.replace('840317', '849917') }],
    ['combining marks without end', { by: 'text', text: `a${'\u0301'.repeat(5_000)}` }],
    ['mixed scripts in a word', { by: 'text', text: 'Nuрlаn Sаryбаеv' }],
  ])('%s gets an answer', async (_, payload) => {
    const answer = await check(payload);
    expect(['hit', 'no-hit', 'unreadable']).toContain(answer.outcome);
  });

  test.each([
    ['an unknown way to ask', { by: 'face', text: 'x' }],
    ['no text', { by: 'text', text: '' }],
    ['a name over 500 letters as an identity', { by: 'identity', identity: { names: ['x'.repeat(501)] } }],
    ['a text over 12,000', { by: 'text', text: 'x'.repeat(12_001) }],
    ['a mistyped field', { by: 'identity', identity: { names: ['Nobody'], birthdate: '1990' } }],
    ['a number for a text', { by: 'text', text: 5 }],
    ['an unpadded date', { by: 'identity', identity: { names: ['Nobody'], birthDate: '1990-2-3' } }],
  ])('%s is refused with the field named', async (_, payload) => {
    const answer = await asked(payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'invalid-request' });
  });
});

describe('the index follows the alerts', () => {
  test('a list whose basis is withdrawn falls silent, and answers again when it is stated', async () => {
    const { db } = database;
    await withdrawBasis({ db, clock: node.clock }, 'invented', operator);
    await vi.waitFor(async () => {
      const answer = await scan(DOCUMENT_HIT_ZONE);
      expect(answer).toMatchObject({ outcome: 'no-hit' });
      expect(answer.lists.silent).toContain('invented');
    }, soon);
    const stated = { legalBasis: 'Order on the demonstration (invented)', action: 'refuse-visa' } as const;
    await stateBasis({ db, clock: node.clock }, 'invented', stated, operator);
    await vi.waitFor(
      async () =>
        expect((await scan(DOCUMENT_HIT_ZONE)).candidates[0]).toMatchObject({
          source: { legalBasis: stated.legalBasis },
          action: stated.action,
        }),
      soon,
    );
  });

  test('a person taken off the list no longer answers searches, one put on it does', async () => {
    const whole = writeDemonstrationList();
    const record = new RegExp(`<INDIVIDUAL><DATAID>${LISTED_BY_DOCUMENT.ref}<.*?</INDIVIDUAL>\n?`);
    await importList(whole.replace(record, ''));
    await vi.waitFor(
      async () => expect(refs(await scan(DOCUMENT_HIT_ZONE))).not.toContain(`list/invented/${LISTED_BY_DOCUMENT.ref}`),
      soon,
    );
    await importList(whole);
    await vi.waitFor(
      async () => expect(refs(await scan(DOCUMENT_HIT_ZONE))).toContain(`list/invented/${LISTED_BY_DOCUMENT.ref}`),
      soon,
    );
  });

  test('what changed while the connections were cut is caught up with', async () => {
    const whole = writeDemonstrationList();
    const cut = async () => {
      await sql`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(database.db);
    };
    await cut();
    await importList(whole.replace(LISTED_BY_DOCUMENT.passport?.number ?? '', 'ZZ0000001'));
    await cut();
    await vi.waitFor(async () => {
      const answer = await asked({ by: 'document', number: 'ZZ0000001' });
      expect(answer.statusCode).toBe(200);
      expect(refs(answer.json())).toEqual([`list/invented/${LISTED_BY_DOCUMENT.ref}`]);
    }, soon);
  });
});
