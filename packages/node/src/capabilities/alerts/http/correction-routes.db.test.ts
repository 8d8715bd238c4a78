import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ListEntryView, NewCorrection } from '@entente/contracts/alerts/corrections';
import type { Candidate, CheckAnswer } from '@entente/contracts/screening';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Browser, purposeHeaders, type TestNode, testNode } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { dumpSchema } from '@entente/testkit/schema-dump';
import { makeCheck } from '@entente/testkit/screening/desk';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createLog } from '../../../platform/log.ts';
import { operatorAttribution } from '../../access/index.ts';
import { stateBasis } from '../service/bases.ts';
import { startImport } from '../service/import-list.ts';

const FOR_LISTS = purposeHeaders('list-maintenance', 'un-sanctions-law');
const soon = { timeout: 10_000, interval: 50 };
const operator = operatorAttribution('test');

let folder: string;
let database: TestDatabase;
let node: TestNode;
let desk: Browser;
let author: Browser;
let reviewer: Browser;

/** Invented people in the Security Council's format. */
interface Listed {
  ref: string;
  name: string;
  birth?: string;
}
const OTHERS: Listed[] = Array.from({ length: 30 }, (_, at) => ({ ref: `77${at}`, name: `Nikto${at}qz Nigdekin` }));
const writeList = (people: Listed[]) =>
  `<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2026-11-01T00:00:00Z"><INDIVIDUALS>${[...people, ...OTHERS]
    .map(
      ({ ref, name, birth }) =>
        `<INDIVIDUAL><DATAID>${ref}</DATAID><FIRST_NAME>${name}</FIRST_NAME><UN_LIST_TYPE>Invented</UN_LIST_TYPE><REFERENCE_NUMBER>INi.${ref}</REFERENCE_NUMBER>${
          birth
            ? `<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>${birth}</DATE></INDIVIDUAL_DATE_OF_BIRTH>`
            : ''
        }</INDIVIDUAL>`,
    )
    .join('')}</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>`;

async function importList(people: Listed[]): Promise<void> {
  const path = join(folder, 'list.xml');
  await writeFile(path, writeList(people));
  const request = {
    format: 'un-sc',
    list: 'invented',
    paths: [path],
    attribution: operator,
    confirmRemovals: true,
  } as const;
  const { done } = await startImport({ db: database.db, clock: node.clock, log: createLog('silent') }, request);
  expect(await done).toMatchObject({ state: 'done' });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-corrections-'));
  database = await testDatabase();
  node = await testNode(database);
  const { db } = database;
  const basis = { legalBasis: 'Invented act on lists, article 1', action: 'inform' as const };
  await stateBasis({ db, clock: node.clock }, 'invented', basis, operator);
  for (const work of node.background) await work.start();
  desk = await node.signIn(officerWith('border-officer'));
  author = await node.signIn(officerWith('contact-point-officer'));
  reviewer = await node.signIn(officerWith('reviewer'));
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.close();
  await database.close();
  await rm(folder, { recursive: true });
});

const ask = (browser: Browser, method: 'GET' | 'POST', path: string, payload?: object) =>
  browser.ask({ method, url: `/api/alerts${path}`, headers: FOR_LISTS, ...(payload && { payload }) });
async function must(browser: Browser, method: 'GET' | 'POST', path: string, payload?: object): Promise<ListEntryView> {
  const answer = await ask(browser, method, path, payload);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ListEntryView>();
}
const entry = (ref: string) => must(author, 'GET', `/lists/invented/entries/${ref}`);
const propose = (ref: string, given: Omit<NewCorrection, 'reason'>) =>
  must(author, 'POST', `/lists/invented/entries/${ref}/corrections`, { ...given, reason: 'His passport has it so' });
async function correct(ref: string, given: Omit<NewCorrection, 'reason'>): Promise<string> {
  const { id } = (await propose(ref, given)).corrections[0]!;
  await must(reviewer, 'POST', `/corrections/${id}/decision`, { decision: 'confirm' });
  return id;
}
const met = async (name: string, ref: string): Promise<Candidate | undefined> => {
  const answer: CheckAnswer = await makeCheck(desk, { by: 'identity', identity: { names: [name] } });
  return answer.candidates.find(({ key }) => key === `list/invented/${ref}`);
};
const isMet = (name: string, ref: string) => vi.waitFor(async () => expect(await met(name, ref)).toBeDefined(), soon);
const isNotMet = (name: string, ref: string) =>
  vi.waitFor(async () => expect(await met(name, ref)).toBeUndefined(), soon);
const eventsOf = async (event: string) =>
  (
    await sql<{ content: string }>`SELECT content FROM audit.record WHERE event = ${event} ORDER BY id`.execute(
      database.db,
    )
  ).rows.map(({ content }) => (JSON.parse(String(content)) as { facts: Record<string, unknown> }).facts);

describe('a name that a list got wrong', () => {
  test('is corrected beside the entry once a second officer confirms it, and the desk says by whom', async () => {
    await importList([{ ref: '1', name: 'Djani Kuanish Oglou' }]);
    await isMet('Djani Kuanish Oglou', '1');
    expect(await met('Шыңғысбаев Жәнібек', '1')).toBeUndefined();
    const proposed = await propose('1', {
      kind: 'additional-name',
      value: 'Шыңғысбаев  Жәнібек ',
      instead: 'Djani Kuanish Oglou',
    });
    expect(proposed.corrections).toMatchObject([{ state: 'proposed', value: 'Шыңғысбаев Жәнібек', decided: null }]);
    const { id } = proposed.corrections[0]!;
    expect((await ask(author, 'POST', `/corrections/${id}/decision`, { decision: 'confirm' })).statusCode).toBe(403);
    const listed = await ask(reviewer, 'GET', '/corrections');
    expect(listed.json<{ id: string }[]>().map((one) => one.id)).toEqual([id]);
    await must(reviewer, 'POST', `/corrections/${id}/decision`, { decision: 'confirm' });
    await isMet('Zhanibek Shyngysbayev', '1');
    const candidate = (await met('Zhanibek Shyngysbayev', '1'))!;
    expect(candidate.name).toBe('Djani Kuanish Oglou');
    expect(candidate.source).toMatchObject({
      corrections: [{ kind: 'additional-name', value: 'Шыңғысбаев Жәнібек', by: { en: expect.any(String) } }],
    });
    expect((await entry('1')).identities[0]!.names.map(({ full }) => full)).toEqual(['Djani Kuanish Oglou']);
    expect(await eventsOf('alerts.correction-confirmed')).toEqual([
      { list: 'invented', ref: '1', kind: 'additional-name' },
    ]);
  });

  test('is no longer met by where it is held to be wrong, and a wrong birth year contradicts nobody', async () => {
    await importList([{ ref: '2', name: 'Qorkutov Abylay', birth: '1959-11-02' }]);
    await isMet('Qorkutov Abylay', '2');
    await correct('2', { kind: 'additional-name', value: 'Tulegenov Askar' });
    await correct('2', { kind: 'wrong-name', value: 'Qorkutov Abylay' });
    await isNotMet('Qorkutov Abylay', '2');
    await isMet('Askar Tulegenov', '2');
    await correct('2', { kind: 'wrong-birth-date', value: '1959-11-02' });
    await correct('2', { kind: 'additional-birth-date', value: '1960-11-02' });
    await vi.waitFor(async () => {
      const identity = { names: ['Askar Tulegenov'], birthDate: '1960-11-02' };
      const answer = await makeCheck(desk, { by: 'identity', identity });
      expect(answer.candidates[0]?.evidence).toContainEqual(
        expect.objectContaining({ kind: 'birth-date', verdict: 'matches', listed: ['1960-11-02'] }),
      );
    }, soon);
  });

  test('stays corrected when the list comes again as it was, and is heard once the list itself changes the name', async () => {
    const people = [
      { ref: '3', name: 'Yusupzoda Rustm' },
      { ref: '4', name: 'Vostokov Petr' },
    ];
    await importList(people);
    await isMet('Yusupzoda Rustm', '3');
    const id = await correct('3', { kind: 'additional-name', value: 'Рустам Юсупзода', instead: 'Yusupzoda Rustm' });
    await isMet('Rustam Yusupzoda', '3');
    await importList(people);
    expect((await entry('3')).corrections.find((one) => one.id === id)?.state).toBe('in-force');
    await importList([{ ref: '3', name: 'Rustam Yusupzoda', birth: '1980-01-01' }, people[1]!]);
    expect((await entry('3')).corrections.find((one) => one.id === id)?.state).toBe('lapsed');
    expect(await eventsOf('alerts.correction-lapsed')).toContainEqual({
      list: 'invented',
      ref: '3',
      kind: 'additional-name',
      because: 'changed by the list',
    });
    await vi.waitFor(async () => {
      expect((await met('Rustam Yusupzoda', '3'))?.source).not.toHaveProperty('corrections');
    }, soon);
  });

  test('goes with the entry: what was said of somebody no longer listed is erased', async () => {
    await importList([{ ref: '5', name: 'Sobolev Maxim' }]);
    await correct('5', { kind: 'additional-name', value: 'Максим Соболевский' });
    await isMet('Maksim Sobolevskiy', '5');
    await importList([]);
    await isNotMet('Maksim Sobolevskiy', '5');
    const { rows } = await sql`SELECT state, personal FROM alerts.correction WHERE ref = '5'`.execute(database.db);
    expect(rows).toEqual([{ state: 'lapsed', personal: null }]);
    expect((await ask(author, 'GET', '/lists/invented/entries/5')).statusCode).toBe(404);
  });

  test('is met again once the correction is taken back, or was never confirmed', async () => {
    await importList([{ ref: '6', name: 'Belov Anton' }]);
    const id = await correct('6', { kind: 'additional-name', value: 'Беляков Антон' });
    await isMet('Anton Belyakov', '6');
    const after = await must(author, 'POST', `/corrections/${id}/withdrawal`);
    expect(after.corrections[0]).toMatchObject({ id, state: 'withdrawn' });
    await isNotMet('Anton Belyakov', '6');
    expect((await ask(author, 'POST', `/corrections/${id}/withdrawal`)).statusCode).toBe(404);
    const [proposed] = (await propose('6', { kind: 'additional-name', value: 'Беляков Антон' })).corrections;
    const declined = await must(reviewer, 'POST', `/corrections/${proposed!.id}/decision`, { decision: 'decline' });
    expect(declined.corrections[0]).toMatchObject({ state: 'declined' });
  });

  test('is sealed, every look at an entry is on record, and a correction of nothing that stands there is refused', async () => {
    await importList([{ ref: '7', name: 'Gromov Ilya' }]);
    const refused = await ask(author, 'POST', '/lists/invented/entries/7/corrections', {
      kind: 'wrong-name',
      value: 'Somebody Else',
      reason: 'No such name stands there',
    });
    expect([refused.statusCode, refused.json<{ errors: { rule: string }[] }>().errors[0]!.rule]).toEqual([
      422,
      'not-on-entry',
    ]);
    await propose('7', { kind: 'additional-name', value: 'Громыкин Илья' });
    const before = (await eventsOf('alerts.entry-read')).length;
    await entry('7');
    expect((await eventsOf('alerts.entry-read')).slice(before)).toEqual([{ ref: '7' }]);
    const dump = `${await dumpSchema(database, 'alerts')}\n${await dumpSchema(database, 'audit')}`;
    expect(dump).not.toContain('Громыкин');
    expect(dump).not.toContain('His passport has it so');
  });
});
