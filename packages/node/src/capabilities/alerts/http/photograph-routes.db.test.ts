import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AlertView } from '@entente/contracts/alerts/alert';
import type { Category } from '@entente/contracts/alerts/catalogue';
import type { Problem } from '@entente/contracts/problem';
import type { CheckAnswer } from '@entente/contracts/screening';
import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { approveAlert, FOR_ALERTS, mustAlerts } from '@entente/testkit/alerts/alert-desk';
import { lawfulContent } from '@entente/testkit/alerts/lawful';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Browser, purposeHeaders, type TestNode, testNode } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PROFILE = fileURLToPath(new URL('../../../../../../profiles/sco-2018/categories.json', import.meta.url));
const wanted = (JSON.parse(readFileSync(PROFILE, 'utf8')) as Category[]).find(({ id }) => id === 'wanted-for-arrest')!;
const AT_THE_BORDER = purposeHeaders('border-check', 'border-law');

let database: TestDatabase;
let node: TestNode;
let author: Browser;
let reviewer: Browser;
let border: Browser;
let alert: AlertView;
let face: Buffer;

beforeAll(async () => {
  database = await testDatabase();
  node = await testNode(database);
  for (const work of node.background) await work.start();
  author = await node.signIn(officerWith('contact-point-officer'));
  reviewer = await node.signIn(officerWith('reviewer'));
  border = await node.signIn(officerWith('border-officer'));
  face = await sharp({ create: { width: 400, height: 500, channels: 3, background: '#c9a58a' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Taken at home' } })
    .toBuffer();
  const content = lawfulContent(wanted, 9_001, { now: node.clock.now(), state: { iso3: 'KAZ' } });
  alert = await mustAlerts(author, 'POST', '', { content });
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.close();
  await database.close();
});

function upload(file: Buffer, identity = 0) {
  const boundary = 'invented-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="face.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  return author.ask({
    method: 'POST',
    url: `/api/alerts/${alert.id}/photographs?identity=${identity}&revision=${alert.revision}`,
    headers: { ...FOR_ALERTS, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}

const look = (browser: Browser, headers: Record<string, string>) =>
  browser.ask({ url: `/api/alerts/${alert.id}/photographs/${alert.photographs[0]?.id}`, headers });

test('what is no photograph is refused, and the alert stays as it was', async () => {
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  expect((await upload(drawing)).statusCode).toBe(422);
  const cut = await upload(face.subarray(0, face.length / 2));
  expect(cut.json<Problem>().code).toBe('photograph-unreadable');
  expect((await upload(Buffer.alloc(9 * 1024 * 1024, 0xff))).json<Problem>().code).toBe('photograph-too-large');
  expect((await upload(face, 7)).json<Problem>().code).toBe('photograph-of-nobody');
  expect((await mustAlerts(author, 'GET', `/${alert.id}`)).photographs).toEqual([]);
});

test('a photograph is kept without what the camera wrote, sealed, and a step of the history', async () => {
  alert = (await upload(face)).json<AlertView>();
  expect(alert.photographs).toMatchObject([{ identity: 0, width: 400, height: 500 }]);
  expect(alert.steps.at(-1)?.step).toBe('photograph-added');
  const { rows } = await sql<{ personal: Buffer }>`SELECT personal FROM alerts.photograph`.execute(database.db);
  expect(rows[0]!.personal.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
});

test('each look is watermarked and recorded', async () => {
  const answer = await look(author, FOR_ALERTS);
  expect(answer.headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'no-store' });
  expect((await sharp(answer.rawPayload).metadata()).exif).toBeUndefined();
  const { channels } = await sharp(answer.rawPayload).stats();
  expect(channels[0]!.max - channels[0]!.min).toBeGreaterThan(100);
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM audit.record WHERE event = 'alerts.photograph-viewed'`.execute(database.db);
  expect(rows[0]!.count).toBe(1);
});

test('the border sees it only once it has passed review and while a case compares it', async () => {
  expect((await look(border, AT_THE_BORDER)).statusCode).toBe(404);
  const submission = { revision: alert.revision, considered: [] };
  alert = await approveAlert(reviewer, await mustAlerts(author, 'POST', `/${alert.id}/submission`, submission));
  expect((await look(border, AT_THE_BORDER)).statusCode).toBe(404);
  const ask = async <Body>(path: string, payload: object) =>
    (await border.ask({ method: 'POST', url: `/api/screening/${path}`, headers: AT_THE_BORDER, payload })).json<Body>();
  const text = alert.name;
  await expect
    .poll(async () => (await ask<CheckAnswer>('checks', { by: 'text', text })).candidates.length)
    .toBeGreaterThan(0);
  const { id } = await ask<CheckAnswer>('checks', { by: 'text', text });
  const opened = await ask<SecondLineView>('referrals', {
    check: id,
    direction: 'entry',
    place: 'Gate 1',
    held: false,
  });
  expect(opened.alerts[0]?.photographs).toEqual([{ id: alert.photographs[0]!.id, identity: 0 }]);
  expect((await look(border, AT_THE_BORDER)).statusCode).toBe(200);
});
