import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckAnswer } from '@entente/contracts/screening';
import type { LastChecks, OpenedQuery } from '@entente/contracts/screening/shift';
import { serialiseCanonical } from '@entente/crypto/canonical';
import { opensCommitment } from '@entente/crypto/commitment';
import { encodeOpeningKey, generateOpeningKey } from '@entente/crypto/sealed-to/opening-key';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { readLogParts } from '@entente/testkit/log-parts';
import { type Browser, type TestNode, testClock, testNode } from '@entente/testkit/node';
import { DEMONSTRATION_OFFICERS, officerWith } from '@entente/testkit/officers';
import { CLEAN_TRAVELLER_ZONE } from '@entente/testkit/people/demonstration-people';
import { dumpSchema } from '@entente/testkit/schema-dump';
import { AT_THE_BORDER, askScreening, FOR_OVERSIGHT, makeCheck, mustScreening } from '@entente/testkit/screening/desk';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const HOUR = 60;
const DAY = 24 * HOUR;
const soon = { timeout: 10_000, interval: 50 };
const [aigerim, daniyar] = DEMONSTRATION_OFFICERS.filter(({ roles }) => roles.includes('border-officer'));

let folder: string;
let keyFile: string;
let database: TestDatabase;
let node: TestNode;
let desk: Browser;
let colleague: Browser;
let oversight: Browser;
const clock = testClock(new Date('2026-11-25T09:20:00Z'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-oversight-'));
  keyFile = join(folder, 'oversight.key');
  database = await testDatabase();
  node = await testNode(database, { clock, env: { ENTENTE_OVERSIGHT_KEY_FILE: keyFile } });
  await runTerms();
  for (const work of node.background) await work.start();
  [desk, colleague] = [await node.signIn(aigerim!), await node.signIn(daniyar!)];
  oversight = await node.signIn(officerWith('oversight-officer'));
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.close();
  await database.close();
  await rm(folder, { recursive: true });
});

/** One round of the job, as it runs every half minute. */
async function runTerms(): Promise<void> {
  const terms = node.background.find(({ name }) => name === 'screening terms')!;
  await terms.start();
  await terms.stop();
}

/** Moves the clock, and waits until the index has heard of the time as it now is. */
async function forward(minutes: number): Promise<void> {
  clock.forward(minutes);
  await vi.waitFor(async () => {
    expect((await node.nobody.ask({ method: 'GET', url: '/readyz' })).statusCode).toBe(200);
  }, soon);
}

const scan = () => makeCheck(desk, { by: 'text', text: CLEAN_TRAVELLER_ZONE });
const lastOf = (browser: Browser) => mustScreening<LastChecks>(browser, 'GET', '/last-checks');
const open = (browser: Browser, { id }: CheckAnswer, headers = FOR_OVERSIGHT) =>
  askScreening(browser, 'POST', `/queries/${id}/opening`, { reason: 'Complaint 17/2026 of the traveller' }, headers);

async function rowsOf(table: string, where = 'true'): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT * FROM screening.${sql.raw(table)} WHERE ${sql.raw(where)}`.execute(database.db);
  return rows;
}

describe('a traveller in no alert', () => {
  test('leaves a count by officer, hour, outcome and way of asking', async () => {
    const before = await rowsOf('counter', "way = 'mrz'");
    expect(before).toEqual([]);
    await scan();
    await scan();
    const counted = await rowsOf('counter', "way = 'mrz'");
    expect(counted.reduce((sum, { count }) => sum + Number(count), 0)).toBe(2);
    expect(counted[0]).toMatchObject({
      officer: aigerim!.id,
      hour: new Date('2026-11-25T09:00:00Z'),
      outcome: 'no-hit',
      way: 'mrz',
    });
  });

  test('leaves nothing that says who, in no row of any table of the room, and none that can be looked up', async () => {
    const answer = await scan();
    const dump = `${await dumpSchema(database, 'screening')}\n${await dumpSchema(database, 'audit')}`;
    for (const personal of ['SUKHBAATRYN', 'OYUUNGEREL', 'E21749036', '1991-05-12', 'O•••'])
      expect(dump).not.toContain(personal);
    const rows = dump.split('\n').filter((row) => row.includes(answer.id));
    // The log's record, the sealed question, the masked line of the shift; no row of its own.
    expect(rows.map((row) => row.split(' ')[0]).sort()).toEqual(['last_check', 'query', 'record']);
  });

  test('leaves a commitment that opens with the sealed question alone', async () => {
    const answer = await scan();
    const opened = (await open(oversight, answer)).json<OpenedQuery>();
    const { request, salt } = opened.question as { request: object; salt: string };
    expect(request).toEqual({ by: 'text', text: CLEAN_TRAVELLER_ZONE });
    const { rows } = await sql<{ question: string }>`
      SELECT content::jsonb -> 'facts' ->> 'question' AS question FROM audit.record WHERE id = ${answer.record}`.execute(
      database.db,
    );
    const commitment = Buffer.from(rows[0]!.question, 'hex');
    expect(opensCommitment(commitment, serialiseCanonical(request), Buffer.from(salt, 'hex'))).toBe(true);
    expect(opensCommitment(commitment, serialiseCanonical(request), Buffer.alloc(32))).toBe(false);
  });

  test('leaves seals of one length, whatever was asked', async () => {
    const [name, number] = [
      await makeCheck(desk, { by: 'identity', identity: { names: ['Nikto Nigdenko'] } }),
      await makeCheck(desk, { by: 'document', number: 'X7654321' }),
    ];
    const sealed = await rowsOf('query', `id IN ('${name.id}', '${number.id}')`);
    expect(sealed.map((row) => (row.sealed as Buffer).length)[0]).toBe((sealed[1]!.sealed as Buffer).length);
  });

  test('is not kept at all where the input could not be read', async () => {
    const { id } = await makeCheck(desk, { by: 'mrz', text: 'P<UTO' });
    expect(await rowsOf('query', `id = '${id}'`)).toEqual([]);
  });
});

describe('the sealed question', () => {
  test('has its private key in a file for its owner alone, made at the founding, and the database has the public half only', async () => {
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    const [held, ...others] = await rowsOf('oversight_key');
    expect(others).toEqual([]);
    const secret = (await readFile(keyFile, 'utf8')).split('\n').slice(1, -2).join('');
    expect(JSON.stringify(held)).not.toContain(secret.slice(-43, -1));
    const { rows } = await sql<{ key: string }>`
      SELECT content::jsonb -> 'facts' ->> 'key' AS key FROM audit.record
      WHERE event = 'screening.oversight-key-founded'`.execute(database.db);
    expect(rows).toEqual([{ key: (held!.id as Buffer).toString('hex') }]);
  });

  test('is opened by oversight, with a reason on record', async () => {
    const answer = await scan();
    const opened = await open(oversight, answer);
    expect(opened.statusCode, opened.body).toBe(200);
    const { record } = opened.json<OpenedQuery>();
    expect(await readLogParts(database, record)).toEqual([
      { name: 'reason', text: 'Complaint 17/2026 of the traveller' },
    ]);
  });

  test('is opened by nobody else, and not without a reason', async () => {
    const answer = await scan();
    expect((await open(desk, answer)).statusCode).toBe(403);
    expect((await open(desk, answer, AT_THE_BORDER)).statusCode).toBe(403);
    const administrator = await node.signIn(officerWith('administrator'));
    expect((await open(administrator, answer)).statusCode).toBe(403);
    const silent = await askScreening(
      oversight,
      'POST',
      `/queries/${answer.id}/opening`,
      { reason: '' },
      FOR_OVERSIGHT,
    );
    expect(silent.statusCode).toBe(400);
    const { rows } = await sql`
      SELECT 1 FROM audit.record WHERE event = 'screening.query-opened'
        AND content::jsonb -> 'subject' ->> 'ref' = ${answer.id}`.execute(database.db);
    expect(rows).toEqual([]);
  });

  test('stays closed on a node from which oversight has taken the key, and says how to open it', async () => {
    const answer = await scan();
    await rename(keyFile, `${keyFile}.taken`);
    const away = await open(oversight, answer);
    expect(away.statusCode).toBe(409);
    expect(away.json()).toMatchObject({ code: 'oversight-key-away' });
    // The desk goes on: sealing needs the public half alone.
    expect((await scan()).outcome).toBe('no-hit');
    await writeFile(keyFile, encodeOpeningKey(generateOpeningKey()), { mode: 0o600 });
    expect((await open(oversight, answer)).json()).toMatchObject({ code: 'wrong-oversight-key' });
    await rename(`${keyFile}.taken`, keyFile);
    expect((await open(oversight, answer)).statusCode).toBe(200);
  });

  test('is shredded after thirty days, row and encapsulated key together, and that is recorded', async () => {
    const answer = await scan();
    const [held] = await rowsOf('query', `id = '${answer.id}'`);
    expect(held!.shredded_on).toEqual(new Date('2026-12-25T10:00:00Z'));
    clock.forward(30 * DAY + HOUR);
    oversight = await node.signIn(officerWith('oversight-officer'));
    // Even before the job has run.
    expect((await open(oversight, answer)).json()).toMatchObject({ code: 'unknown-query' });
    await runTerms();
    expect(await rowsOf('query', `id = '${answer.id}'`)).toEqual([]);
    const { rows } = await sql<{ facts: { questions: number } }>`
      SELECT content::jsonb -> 'facts' AS facts FROM audit.record
      WHERE event = 'screening.queries-shredded' ORDER BY id DESC LIMIT 1`.execute(database.db);
    expect(rows[0]!.facts.questions).toBeGreaterThan(0);
    [desk, colleague] = [await node.signIn(aigerim!), await node.signIn(daniyar!)];
    await forward(0);
  });
});

describe('last checks', () => {
  test("are the officer's own, masked, the latest first", async () => {
    const asked = await scan();
    await forward(1);
    const typed = await makeCheck(desk, { by: 'identity', identity: { names: ['Nikto Nigdenko'], birthDate: '1990' } });
    const [first, second] = await lastOf(desk);
    expect(first).toMatchObject({ check: typed.id, traveller: 'N••• N•••, 1990', outcome: 'no-hit' });
    expect(second).toMatchObject({ check: asked.id, traveller: 'O••• S•••, MNG, 1991' });
    expect(JSON.stringify(await lastOf(desk))).not.toMatch(/Nikto|SUKHBAATRYN|E21749036/i);
    expect((await lastOf(colleague)).map(({ check }) => check)).not.toContain(asked.id);
  });

  test('are of this session: signed in anew, the officer begins anew', async () => {
    await scan();
    const elsewhere = await node.signIn(aigerim!);
    expect(await lastOf(elsewhere)).toEqual([]);
    expect((await lastOf(desk)).length).toBeGreaterThan(0);
  });

  test('are gone at sign-out, for whoever asks and from the table', async () => {
    const { id } = await scan();
    await desk.ask({ method: 'DELETE', url: '/api/session' });
    expect((await askScreening(desk, 'GET', '/last-checks')).statusCode).toBe(401);
    // Any officer's look forgets what is over; so does the job.
    await lastOf(colleague);
    expect(await rowsOf('last_check', `id = '${id}'`)).toEqual([]);
    desk = await node.signIn(aigerim!);
  });

  test('are gone when the session has ended, by the job alone', async () => {
    const { id } = await scan();
    await desk.ask({ method: 'DELETE', url: '/api/session' });
    await runTerms();
    expect(await rowsOf('last_check', `id = '${id}'`)).toEqual([]);
    desk = await node.signIn(aigerim!);
  });

  test('are gone when the shift is over, though the session goes on', async () => {
    const { id } = await scan();
    // The session is kept alive for as long as the shift lasts.
    await sql`UPDATE access.session SET ends_at = ends_at + interval '1 day', last_seen_at = last_seen_at + interval '1 day'`.execute(
      database.db,
    );
    clock.forward(12 * HOUR + 1);
    expect((await lastOf(desk)).map(({ check }) => check)).not.toContain(id);
    expect(await rowsOf('last_check', `id = '${id}'`)).toEqual([]);
    await forward(0);
  });
});

describe('the same question', () => {
  test('is counted by a keyed hash that is held for the day only', async () => {
    colleague = await node.signIn(daniyar!);
    const ask = (text: string) => makeCheck(colleague, { by: 'identity', identity: { names: [text] } });
    const repeated = () => rowsOf('repeated', `officer = '${daniyar!.id}'`);
    for (const text of ['Odin Iskomyi', 'iskomyi odin', 'ODIN  ISKOMYI', 'Odin Iskomyi']) await ask(text);
    expect(await repeated()).toEqual([]);
    await ask('Odin Iskomyi');
    expect(await repeated()).toMatchObject([{ count: 5 }]);
    await ask('Odin Iskomyi');
    await ask('Drugoi Iskomyi');
    expect(await repeated()).toMatchObject([{ count: 6 }]);
    clock.forward(DAY);
    await runTerms();
    expect(await rowsOf('question')).toEqual([]);
    expect(await repeated()).toMatchObject([{ count: 6 }]);
  });
});
