import type { CaseView } from '@entente/contracts/cases';
import type { CaseFile } from '@entente/contracts/cases/files';
import type { Problem } from '@entente/contracts/problem';
import {
  askCases,
  caseOn,
  FOR_CASES,
  mustCases,
  mustUpload,
  pdfOf,
  uploadFile,
} from '@entente/testkit/cases/contact-point';
import { decide, invent, referred, samePerson, seek } from '@entente/testkit/cases/hit-abroad';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { withholdChunks } from '@entente/testkit/constellation/files';
import { type Cast, castOf } from '@entente/testkit/constellation/members';
import type { Browser } from '@entente/testkit/node';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const SOON = { timeout: 40_000 };

let constellation: Constellation;
let kz: ConstellationNode;
let india: ConstellationNode;
let astana: Cast;
let delhi: Cast;
let home: CaseView;
let picture: Buffer;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN'] });
  [kz, india] = [constellation.of('KZ'), constellation.of('IN')];
  [astana, delhi] = [await castOf(kz), await castOf(india)];
  const sought = invent();
  const { reference } = await seek(constellation, india, delhi, sought);
  const view = await referred(astana.border, sought);
  await decide(astana.border, view, samePerson(view, { report: { choice: 'report' } }));
  await constellation.settle();
  home = (await caseOn(delhi.author, reference))!;
  picture = await sharp({ create: { width: 60, height: 50, channels: 3, background: '#c9a58a' } })
    .png()
    .toBuffer();
}, 90_000);
afterAll(() => constellation.close());

const say = (browser: Browser, text: string, files: string[]) =>
  mustCases(browser, 'POST', `/${home.id}/messages`, { kind: 'text', text, files });
const filesOf = async ({ author }: Cast, text: string): Promise<CaseFile[] | undefined> =>
  (await mustCases(author, 'GET', `/${home.id}`)).entries.find((entry) => entry.text === text)?.files;
const fetchFile = (browser: Browser, file: string) =>
  browser.ask({ method: 'GET', url: `/api/cases/${home.id}/files/${file}`, headers: FOR_CASES });
const rulesOf = (body: Problem) => body.errors?.map(({ rule }) => rule);

async function eventsAt({ database }: ConstellationNode, event: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM audit.record WHERE event = ${event}`.execute(database.db);
  return rows[0]!.count;
}

describe('files with a message', () => {
  test('come to the other side, are given out there to be saved, and each is recorded', async () => {
    const chosen = [
      pdfOf('fingerprints'),
      { name: 'отпечаток.png', mediaType: 'image/png', bytes: picture },
      { name: 'notes.txt', mediaType: 'text/plain', bytes: Buffer.from('Сводка\n') },
    ];
    const ids: string[] = [];
    for (const file of chosen) ids.push(await mustUpload(astana.author, home.id, file));
    await say(astana.author, 'three files', ids);
    await constellation.settle();
    expect((await filesOf(astana, 'three files'))?.map(({ state }) => state)).toEqual(['here', 'here', 'here']);
    const there = (await filesOf(delhi, 'three files'))!;
    expect(there.map(({ name, mediaType, state, readable }) => ({ name, mediaType, state, readable }))).toEqual(
      chosen.map(({ name, mediaType }) => ({ name, mediaType, state: 'here', readable: true })),
    );
    const before = await eventsAt(india, 'cases.file-opened');
    for (const [at, { id }] of there.entries()) {
      const answer = await fetchFile(delhi.author, id);
      expect(answer.rawPayload.equals(chosen[at]!.bytes)).toBe(true);
      expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''/);
      expect(answer.headers['content-type']).toBe(at === 2 ? 'text/plain; charset=utf-8' : chosen[at]!.mediaType);
    }
    expect(await eventsAt(india, 'cases.file-opened')).toBe(before + 3);
    expect((await fetchFile(delhi.border, there[0]!.id)).statusCode).toBe(403);
    expect((await delhi.author.ask({ url: `/api/cases/${home.id}/files/${there[0]!.id}` })).statusCode).toBe(400);
  });

  test('are shown as coming while they are on their way, with the message already there', async () => {
    const id = await mustUpload(delhi.author, home.id, pdfOf('a large warrant'));
    const letGo = await withholdChunks(india, id, 0);
    await say(delhi.author, 'the warrant', [id]);
    await expect.poll(() => filesOf(astana, 'the warrant'), SOON).toMatchObject([{ state: 'coming', readable: false }]);
    const [coming] = (await filesOf(astana, 'the warrant'))!;
    expect((await fetchFile(astana.author, coming!.id)).statusCode).toBe(404);
    expect(await filesOf(delhi, 'the warrant')).toMatchObject([{ state: 'coming', readable: true }]);
    await letGo();
    await expect.poll(() => filesOf(astana, 'the warrant'), SOON).toMatchObject([{ state: 'here', readable: true }]);
    await expect.poll(() => filesOf(delhi, 'the warrant'), SOON).toMatchObject([{ state: 'here' }]);
  });

  test('that are not what they say are refused by the receiver, whose sender sees why', async () => {
    const program = Buffer.from('MZ this is a program');
    const wish = { name: 'face.png', mediaType: 'image/png', holder: 'cases' };
    const { id } = await india.node.exchange.files.keep(india.database.db, [program], wish);
    // An altered node has no rule that looks.
    await sql`INSERT INTO cases.file (file, follow_up, at, officer)
      SELECT ${id}, ${home.id}, now(), officer FROM cases.file WHERE officer IS NOT NULL LIMIT 1`.execute(
      india.database.db,
    );
    await say(delhi.author, 'a face', [id]);
    const refused = [{ state: 'refused', why: 'cases.file-content' }];
    await expect.poll(() => filesOf(astana, 'a face'), SOON).toMatchObject(refused);
    await expect.poll(() => filesOf(delhi, 'a face'), SOON).toMatchObject(refused);
    const { rows } = await sql`
      SELECT FROM exchange.file_chunk JOIN exchange.file ON file.id = file_chunk.file WHERE file.state = 'refused'`.execute(
      kz.database.db,
    );
    expect(rows).toEqual([]);
  });

  test('that come twice under one message are taken once', async () => {
    const id = await mustUpload(astana.author, home.id, pdfOf('twice'));
    await say(astana.author, 'once', [id]);
    await constellation.settle();
    const { rows } = await sql<{ id: string }>`SELECT id FROM cases.entry ORDER BY at DESC LIMIT 1`.execute(
      kz.database.db,
    );
    const body = { thread: home.id, id: rows[0]!.id, kind: 'text', text: 'once' };
    await kz.database.db
      .transaction()
      .execute((tx) =>
        kz.node.exchange.send(tx, { to: 'in', type: 'cases.message-sent', body, handling: 'restricted', files: [id] }),
      );
    await constellation.settle();
    expect(await filesOf(delhi, 'once')).toHaveLength(1);
  });
});

describe('an upload', () => {
  test.each([
    ['of another type', 'file-type', { name: 'a.html', mediaType: 'text/html', bytes: Buffer.from('<b>') }],
    ['of another content than type', 'file-content', { ...pdfOf('x'), mediaType: 'image/png' }],
    ['of a cut picture', 'file-content', { name: 'a.png', mediaType: 'image/png', bytes: Buffer.alloc(9) }],
    ['of a PDF that runs something', 'file-hostile', pdfOf('/JavaScript')],
  ])('%s is refused by the rule', async (_, rule, file) => {
    const answer = await uploadFile(astana.author, home.id, file);
    expect([answer.statusCode, rulesOf(answer.json<Problem>())]).toEqual([422, [rule]]);
  });

  test('of a picture with something behind it is refused', async () => {
    const bytes = Buffer.concat([picture, Buffer.from('<script>alert(1)</script>')]);
    const answer = await uploadFile(astana.author, home.id, { name: 'a.png', mediaType: 'image/png', bytes });
    expect(rulesOf(answer.json<Problem>())).toEqual(['file-hostile']);
  });

  test('larger than 20 MiB, or of no file, is refused before anything is stored', async () => {
    const large = { ...pdfOf('x'), bytes: Buffer.alloc(20 * 2 ** 20 + 1) };
    expect((await uploadFile(astana.author, home.id, large)).json<Problem>().code).toBe('case-file-too-large');
    expect((await askCases(astana.author, 'POST', `/${home.id}/files`, {})).statusCode).toBe(415);
  });

  test('is its officer’s and its case’s alone, goes with one message, and may be taken away before', async () => {
    const id = await mustUpload(astana.author, home.id, pdfOf('mine'));
    const message = { kind: 'text', text: 'stolen', files: [id] };
    const others = await askCases(delhi.author, 'POST', `/${home.id}/messages`, message);
    expect(rulesOf(others.json<Problem>())).toEqual(['file-missing']);
    const remove = () =>
      astana.author.ask({ method: 'DELETE', url: `/api/cases/${home.id}/files/${id}`, headers: FOR_CASES });
    expect((await remove()).statusCode).toBe(204);
    expect((await remove()).statusCode).toBe(404);
    expect(rulesOf((await askCases(astana.author, 'POST', `/${home.id}/messages`, message)).json<Problem>())).toEqual([
      'file-missing',
    ]);
    const sent = await mustUpload(astana.author, home.id, pdfOf('sent'));
    await say(astana.author, 'sent once', [sent]);
    const again = await askCases(astana.author, 'POST', `/${home.id}/messages`, { ...message, files: [sent] });
    expect(rulesOf(again.json<Problem>())).toEqual(['file-missing']);
    const many = Array.from({ length: 6 }, () => crypto.randomUUID());
    expect(
      (await askCases(astana.author, 'POST', `/${home.id}/messages`, { ...message, files: many })).statusCode,
    ).toBe(400);
  });
});

test('a case that has come to its term is erased with its files, on both sides', async () => {
  await mustCases(delhi.author, 'POST', `/${home.id}/acknowledgement`);
  await mustCases(delhi.author, 'POST', `/${home.id}/outcome`, { outcome: 'no-action' });
  await constellation.settle();
  for (const { clock, node, database } of [kz, india]) {
    clock.forward(1095 * 24 * 60 + 10);
    const watch = node.background.find(({ name }) => name === 'watch on cases')!;
    await watch.stop();
    await watch.start();
    const { rows } = await sql`
      SELECT FROM cases.file UNION ALL SELECT FROM exchange.file_chunk`.execute(database.db);
    expect(rows).toEqual([]);
  }
});
