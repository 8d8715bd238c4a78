import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportView, ListView } from '@entente/contracts/alerts';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Browser, purposeHeaders, type TestNode, testNode } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let database: TestDatabase;
let node: TestNode;
let contact: Browser;
let administrator: Browser;
let border: Browser;
const FOR_LISTS = purposeHeaders('list-maintenance', 'un-sanctions-law');

beforeAll(async () => {
  database = await testDatabase();
  node = await testNode(database);
  for (const work of node.background) await work.start();
  contact = await node.signIn(officerWith('contact-point-officer'));
  administrator = await node.signIn(officerWith('administrator'));
  border = await node.signIn(officerWith('border-officer'));
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.close();
  await database.close();
});

function list(...people: [ref: number, name: string][]): string {
  const records = people.map(
    ([ref, name]) => `<INDIVIDUAL><DATAID>${ref}</DATAID><FIRST_NAME>${name}</FIRST_NAME></INDIVIDUAL>`,
  );
  return `<CONSOLIDATED_LIST><INDIVIDUALS>${records.join('')}</INDIVIDUALS></CONSOLIDATED_LIST>`;
}

function form(files: Record<string, string>): { payload: Buffer; headers: Record<string, string> } {
  const boundary = 'invented-boundary';
  const parts = Object.entries(files).map(
    ([name, text]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/xml\r\n\r\n${text}\r\n`,
  );
  return {
    payload: Buffer.from(`${parts.join('')}--${boundary}--\r\n`),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...FOR_LISTS },
  };
}

async function send(browser: Browser, query: string, files: Record<string, string>) {
  return await browser.ask({ method: 'POST', url: `/api/alerts/imports?${query}`, ...form(files) });
}

const get = (browser: Browser, url: string) => browser.ask({ url, headers: FOR_LISTS });

async function ended(id: string): Promise<ImportView> {
  for (;;) {
    const view = (await get(contact, `/api/alerts/imports/${id}`)).json<ImportView>();
    if (view.endedAt) return view;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function importList(query: string, files: Record<string, string>): Promise<ImportView> {
  const answer = await send(contact, query, files);
  expect(answer.statusCode).toBe(202);
  return await ended(answer.json<ImportView>().id);
}

describe('importing over the interface', () => {
  test('a contact-point officer sends a list, sees it through, and pages through its report', async () => {
    const done = await importList('format=un-sc&list=invented', {
      'invented.xml': list([1, 'Aisulu'], [2, 'Bolat'], [3, 'Chen']),
    });
    expect(done).toMatchObject({
      list: 'invented',
      state: 'done',
      by: officerWith('contact-point-officer').displayName,
      counts: { read: 3, added: 3, refused: 0 },
      files: [{ name: 'invented.xml' }],
    });
    const first = (await get(contact, `/api/alerts/imports/${done.id}/changes?limit=2`)).json();
    expect(first).toMatchObject({ total: 3, next: '2', changes: [{ name: 'Aisulu' }, { name: 'Bolat' }] });
    const second = (await get(contact, `/api/alerts/imports/${done.id}/changes?limit=2&cursor=${first.next}`)).json();
    expect(second).toMatchObject({ total: 3, next: null, changes: [{ ref: '3', name: 'Chen', change: 'added' }] });
    const removed = (await get(contact, `/api/alerts/imports/${done.id}/changes?change=removed`)).json();
    expect(removed).toEqual({ changes: [], next: null, total: 0 });
    expect((await get(contact, '/api/alerts/imports?list=invented')).json()[0].id).toBe(done.id);
  });

  test('its course can be followed to its end as events', async () => {
    const { id } = await importList('format=un-sc&list=invented', {
      'a.xml': list([1, 'Aisulu'], [2, 'Bolat'], [3, 'Chen']),
    });
    const stream = await get(contact, `/api/alerts/imports/${id}/events`);
    expect(stream.headers['content-type']).toContain('text/event-stream');
    const [event, data] = stream.body.trim().split('\n');
    expect(event).toBe('event: progress');
    expect(JSON.parse(data!.replace('data: ', ''))).toMatchObject({ id, state: 'done', counts: { unchanged: 3 } });
  });

  test('what could not be read is reported with its place', async () => {
    const text = list([1, 'Aisulu'], [2, 'Bolat'], [3, 'Chen'], [4, ' ']);
    const { id, counts } = await importList('format=un-sc&list=invented', { 'b.xml': text });
    expect(counts).toMatchObject({ read: 4, unchanged: 3, refused: 1 });
    expect((await get(contact, `/api/alerts/imports/${id}/problems`)).json()).toEqual({
      problems: [
        {
          file: 'b.xml',
          place: 'INDIVIDUALS/INDIVIDUAL[4], line 1',
          ref: '4',
          code: 'no-name',
          values: {},
          reason: 'the record has no name',
        },
      ],
      next: null,
      total: 1,
    });
  });

  test('reading the report, which names listed people, is on record', async () => {
    const { id } = await importList('format=un-sc&list=invented', {
      'a.xml': list([1, 'Aisulu'], [2, 'Bolat'], [9, 'Dana']),
    });
    await get(contact, `/api/alerts/imports/${id}/changes`);
    const { rows } = await sql<{ content: string }>`
      SELECT content FROM audit.record WHERE event = 'alerts.import-report-read' ORDER BY id DESC LIMIT 1`.execute(
      database.db,
    );
    expect(JSON.parse(rows[0]!.content)).toMatchObject({
      actor: { kind: 'officer', id: officerWith('contact-point-officer').id },
      purpose: 'list-maintenance',
      subject: { kind: 'import', ref: id },
      facts: { part: 'changes', rows: 2 },
    });
    await importList('format=un-sc&list=invented', { 'a.xml': list([1, 'Aisulu'], [2, 'Bolat'], [3, 'Chen']) });
  });

  test("OFAC's set comes as several files of one form, told apart by their names", async () => {
    const row = (name: string) => `1,"${name}","individual","INVENTED",${Array(8).fill('-0- ').join(',')}\r\n`;
    const done = await importList('format=ofac-sdn', {
      'ALT.CSV': '1,1,"aka","INVENTED, Sulu",-0- \r\n',
      'add.csv': '1,1,-0- ,"Aktau","Kazakhstan",-0- \r\n',
      'sdn.csv': row('INVENTED, Aisulu'),
    });
    expect(done).toMatchObject({ list: 'ofac-sdn', state: 'done', counts: { read: 1, added: 1 } });
    expect(done.files.map(({ name }) => name).sort()).toEqual(['ALT.CSV', 'add.csv', 'sdn.csv']);
  });

  test('the spool is empty when the import has ended, whatever came of it', async () => {
    await importList('format=un-sc&list=invented', { 'c.xml': 'no list at all' });
    await expect.poll(() => readdir(join(node.dataDir, 'incoming'))).toEqual([]);
  });

  test.each([
    ['format=un-sc', {}, 400, 'no-list-file'],
    ['format=eu-fsf&list=invented', { 'a.xml': 'x' }, 400, 'wrong-list'],
    ['format=pdf', { 'a.xml': 'x' }, 400, 'invalid-request'],
    ['format=ofac-sdn', { 'sdn.csv': '1,"x"' }, 422, 'list-wrong-format'],
    ['format=un-sc', { 'a.xml': '' }, 202, undefined],
  ])('?%s with %j is answered %i %s', async (query, files, status, code) => {
    const answer = await send(contact, query, files as Record<string, string>);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    if (status === 202) expect(await ended(answer.json().id)).toMatchObject({ failure: { code: 'list-empty' } });
  });

  test('a body that is no form, or a form that is cut, is refused and leaves nothing behind', async () => {
    const { payload, headers } = form({ 'a.xml': list([1, 'Aisulu']) });
    const plain = await contact.ask({
      method: 'POST',
      url: '/api/alerts/imports?format=un-sc',
      payload: {},
      headers: FOR_LISTS,
    });
    expect(plain.json().code).toBe('unsupported-media-type');
    const cut = await contact.ask({
      method: 'POST',
      url: '/api/alerts/imports?format=un-sc',
      payload: payload.subarray(0, 150),
      headers,
    });
    expect(cut.json()).toMatchObject({ status: 400, code: 'malformed-body' });
    expect(await readdir(join(node.dataDir, 'incoming'))).toEqual([]);
  });

  test('an import that has ended cannot be aborted, and one that never was is not found', async () => {
    const { id } = await importList('format=un-sc&list=invented', {
      'a.xml': list([1, 'Aisulu'], [2, 'Bolat'], [3, 'Chen']),
    });
    const late = await contact.ask({ method: 'DELETE', url: `/api/alerts/imports/${id}`, headers: FOR_LISTS });
    expect(late.json()).toMatchObject({ status: 409, code: 'import-ended' });
    const never = await get(contact, `/api/alerts/imports/${crypto.randomUUID()}`);
    expect(never.json()).toMatchObject({ status: 404, code: 'unknown-import' });
  });
});

describe('a basis', () => {
  const basis = { legalBasis: 'Act on targeted financial sanctions (invented)', action: 'freeze' };
  const state = (browser: Browser, payload: object) =>
    browser.ask({ method: 'PUT', url: '/api/alerts/lists/us-csl/basis', payload });

  test('is stated and withdrawn by an administrator, and both are on record', async () => {
    const stated = await state(administrator, basis);
    expect(stated.json<ListView>().basis).toMatchObject({
      ...basis,
      statedBy: officerWith('administrator').displayName,
    });
    const withdrawn = await administrator.ask({ method: 'DELETE', url: '/api/alerts/lists/us-csl/basis' });
    expect(withdrawn.json<ListView>().basis).toBeNull();
    const { rows } = await sql<{ event: string }>`
      SELECT event FROM audit.record WHERE event LIKE 'alerts.basis-%' ORDER BY id`.execute(database.db);
    expect(rows.map((row) => row.event)).toEqual(['alerts.basis-stated', 'alerts.basis-withdrawn']);
  });

  test('never leads to an arrest, and names the act it rests on', async () => {
    expect((await state(administrator, { ...basis, action: 'arrest' })).statusCode).toBe(400);
    expect((await state(administrator, { ...basis, legalBasis: 'a law' })).statusCode).toBe(400);
    await expect(
      sql`UPDATE alerts.list SET legal_basis = 'Act on something', action = 'arrest', stated_by = 'x', stated_at = now()`.execute(
        database.db,
      ),
    ).rejects.toThrow('list_action_check');
  });

  test('is no matter for a border officer or a contact-point officer', async () => {
    expect((await state(border, basis)).statusCode).toBe(403);
    expect((await state(contact, basis)).statusCode).toBe(403);
  });
});

test('a border officer sees the lists, but neither imports one nor reads the reports', async () => {
  expect((await border.ask({ url: '/api/alerts/lists' })).json<ListView[]>()).toHaveLength(8);
  expect((await send(border, 'format=un-sc', { 'a.xml': 'x' })).statusCode).toBe(403);
  expect((await get(border, '/api/alerts/imports')).statusCode).toBe(403);
});
