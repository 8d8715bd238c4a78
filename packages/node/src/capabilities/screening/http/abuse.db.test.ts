import type { LastChecks } from '@entente/contracts/screening/shift';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Browser, purposeHeaders, type TestNode, testClock, testNode } from '@entente/testkit/node';
import { DEMONSTRATION_OFFICERS } from '@entente/testkit/officers';
import { AT_THE_BORDER, askScreening, makeCheck, mustScreening } from '@entente/testkit/screening/desk';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const [aigerim, daniyar] = DEMONSTRATION_OFFICERS.filter(({ roles }) => roles.includes('border-officer'));

let database: TestDatabase;
let node: TestNode;
let desk: Browser;
let colleague: Browser;
const clock = testClock(new Date('2026-11-25T09:00:00Z'));

beforeAll(async () => {
  database = await testDatabase();
  node = await testNode(database, { clock });
  for (const work of node.background) await work.start();
  [desk, colleague] = [await node.signIn(aigerim!), await node.signIn(daniyar!)];
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.close();
  await database.close();
});

async function refusals(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM audit.record WHERE event = 'access.refused' AND actor = ${aigerim!.id}`.execute(
    database.db,
  );
  return rows[0]!.count;
}

describe('searching', () => {
  test.each([
    ['no purpose', {}],
    ['a purpose nobody has', purposeHeaders('curiosity', 'border-law')],
    ['a basis of another purpose', purposeHeaders('border-check', 'criminal-procedure')],
    ["a purpose that is not the officer's", purposeHeaders('criminal-investigation', 'operational-search', 'K-1')],
  ])('with %s is refused, recorded, and leaves no check', async (_, headers) => {
    const before = await refusals();
    const query = { by: 'identity', identity: { names: ['Sosed Moi'] } };
    const answer = await askScreening(desk, 'POST', '/checks', query, headers as Record<string, string>);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(await refusals()).toBe(before + 1);
    const { rows } = await sql`SELECT 1 FROM screening.last_check`.execute(database.db);
    expect(rows).toEqual([]);
  });
});

describe("another officer's last checks", () => {
  test('cannot be asked for, by whatever is added to the address', async () => {
    const { id } = await makeCheck(colleague, { by: 'identity', identity: { names: ['Nikto Odin'] } });
    for (const query of ['', `?officer=${daniyar!.id}`, `?session=${daniyar!.id}`, `?check=${id}`, '?all=true']) {
      const answer = await askScreening(desk, 'GET', `/last-checks${query}`);
      if (answer.statusCode === 200) expect(answer.json<LastChecks>()).toEqual([]);
      else expect(answer.statusCode).toBe(400);
    }
    expect(await mustScreening<LastChecks>(colleague, 'GET', '/last-checks')).toHaveLength(1);
  });
});

interface Described {
  parameters?: { name: string; in: string }[];
  requestBody?: unknown;
}

/** Every route with the names of its parameters and of whatever its body may hold, as the interface documents them. */
function describedRoutes(): { route: string; asks: string[] }[] {
  const { paths = {} } = node.http.swagger() as { paths?: Record<string, Record<string, Described>> };
  return Object.entries(paths).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      route: `${method.toUpperCase()} ${url}`,
      asks: [...parameters.map(({ name }) => name), ...propertiesOf(requestBody)],
    })),
  );
}

function propertiesOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(propertiesOf)];
}

describe('a list of checks by traveller', () => {
  /** By what a traveller could be named. */
  const TRAVELLER =
    /^(names?|full|given|family|surname|traveller|person|identity|birth|birthDate|nationality|sex|document|documentNumber|number|passport|mrz|zone|text|query|search|question)$/i;

  test('does not exist: no route of the room takes a traveller but a check, at the desk or from a passenger list', () => {
    const routes = describedRoutes().filter(({ route }) => route.includes('/api/screening/'));
    expect(routes.length).toBeGreaterThan(10);
    const asking = routes.filter(({ asks }) => asks.some((name) => TRAVELLER.test(name)));
    expect(asking.map(({ route }) => route)).toEqual([
      'POST /api/screening/checks',
      'POST /api/screening/passenger-lists/readings',
      'POST /api/screening/passenger-lists',
    ]);
  });

  test('does not exist: no route of any room that only reads takes a traveller, but for the lists of alerts and of officers', () => {
    const reading = describedRoutes().filter(({ route, asks }) => {
      const inPath = route.match(/\{(\w+)\}/g)?.map((name) => name.slice(1, -1)) ?? [];
      // The name of a saved filter or of a record's part lies in the path, and is no traveller's.
      const asked = asks.filter((name) => !inPath.includes(name));
      return route.startsWith('GET ') && asked.some((name) => TRAVELLER.test(name));
    });
    // The one finds officers, the other alerts in force: neither finds anybody who is in none.
    expect(reading.map(({ route }) => route).sort()).toEqual(['GET /api/access/officers', 'GET /api/alerts']);
  });

  test('cannot be had from the log: its records are searched by officer, event, time and case alone', () => {
    const search = describedRoutes().find(({ route }) => route === 'GET /api/audit/records');
    expect(search?.asks.sort()).toEqual(['actor', 'case', 'cursor', 'event', 'from', 'limit', 'outcome', 'to']);
  });
});

describe('a clock set back', () => {
  test('gives nobody his last checks back, and hides no check from the log', async () => {
    const { id } = await makeCheck(desk, { by: 'identity', identity: { names: ['Nikto Dva'] } });
    await desk.ask({ method: 'DELETE', url: '/api/session' });
    await mustScreening<LastChecks>(colleague, 'GET', '/last-checks');
    clock.forward(-24 * 60);
    const anew = await node.signIn(aigerim!);
    expect(await mustScreening<LastChecks>(anew, 'GET', '/last-checks')).toEqual([]);
    const back = await makeCheck(anew, { by: 'identity', identity: { names: ['Nikto Tri'] } });
    clock.forward(24 * 60);
    const { rows } = await sql<{ ref: string }>`
      SELECT content::jsonb -> 'subject' ->> 'ref' AS ref FROM audit.record WHERE event = 'screening.checked'`.execute(
      database.db,
    );
    expect(rows.map(({ ref }) => ref)).toEqual(expect.arrayContaining([id, back.id]));
    desk = await node.signIn(aigerim!);
  });
});

describe('bad input', () => {
  test.each([
    ['PUT', '/second-line/00000000-0000-4000-8000-000000000000/checklist', { revision: 1, candidate: 'x' }],
    ['POST', '/second-line/00000000-0000-4000-8000-000000000000/verdicts', { revision: 1, verdict: 'guilty' }],
    ['POST', '/referrals', { check: 'nobody', direction: 'up', place: '', held: 'yes' }],
    ['POST', '/handovers', { place: 'x', notes: 5, outages: 'none' }],
    ['GET', '/second-line?cursor=%00&limit=100000', undefined],
  ] as const)('%s %s is refused with the field named', async (method, path, payload) => {
    const answer = await askScreening(desk, method, path, payload, AT_THE_BORDER);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'invalid-request', errors: expect.any(Array) });
  });

  test('a cursor nobody gave begins at the beginning', async () => {
    const answer = await askScreening(desk, 'GET', '/second-line?cursor=9.9');
    expect(answer.statusCode, answer.body).toBe(200);
  });
});
