import type { IncidentAct, IncidentsView } from '@entente/contracts/access/incidents';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../database.ts';
import { type TestNode, testNode } from '../../node.ts';
import { registerIncidents } from './register-incidents.ts';

const PATH = '/api/demonstration/incidents';
const VIEW: IncidentsView = { committee: 'running', log: 'whole', evidence: null };

let database: TestDatabase;
let node: TestNode;
let done: IncidentAct[];

async function furnish({ demonstration = true, fails = false } = {}): Promise<void> {
  node = await testNode(database, { demonstration });
  const [publicHost, port] = node.host.split(':') as [string, string];
  done = [];
  const act = async (wanted: IncidentAct) => {
    if (fails) throw new Error('the process has ended');
    done.push(wanted);
    return VIEW;
  };
  registerIncidents(node.http, {
    db: database.db,
    clock: node.clock,
    founding: { demonstration },
    publicHost,
    port: Number(port),
    perform: act,
    look: async () => VIEW,
  });
}

beforeEach(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await node.close();
  await database.close();
});

const order = (payload: object, headers: Record<string, string> = {}) =>
  node.nobody.ask({ method: 'POST', url: PATH, payload, headers });

async function recorded(): Promise<unknown[]> {
  const { rows } = await sql<{ facts: unknown }>`
    SELECT content::jsonb -> 'facts' AS facts FROM audit.record WHERE event = 'access.demonstration-incident'`.execute(
    database.db,
  );
  return rows.map(({ facts }) => facts);
}

test.each([false, true])('a node is composed without a way to set incidents off; a demonstration: %s', async (is) => {
  node = await testNode(database, { demonstration: is });
  expect((await order({ act: 'alter-log' })).statusCode).toBe(404);
  expect((await node.nobody.ask({ url: PATH })).statusCode).toBe(404);
});

test('a node that was not founded as a demonstration is given none', async () => {
  await expect(furnish({ demonstration: false })).rejects.toThrow('no demonstration');
  expect((await order({ act: 'alter-log' })).statusCode).toBe(404);
});

test('what a newcomer sets off is done, told and recorded', async () => {
  await furnish();
  const answer = await order({ act: 'stop-committee' });
  expect([answer.statusCode, answer.json()]).toEqual([200, VIEW]);
  expect(done).toEqual(['stop-committee']);
  expect(await recorded()).toEqual([{ act: 'stop-committee' }]);
});

test.each<[string, object, Record<string, string>]>([
  ['under another name of the machine', { act: 'alter-log' }, { host: 'localhost:8700' }],
  ['through a proxy', { act: 'alter-log' }, { 'x-forwarded-for': '203.0.113.9' }],
  ['from another site’s page', { act: 'alter-log' }, { 'sec-fetch-site': 'cross-site' }],
  ['from another program’s page on the machine', { act: 'alter-log' }, { origin: 'http://kz.localhost:9999' }],
  ['of an unknown kind', { act: 'drop-tables' }, {}],
  ['with more said than is asked', { act: 'alter-log', node: 'kz' }, {}],
])('an order %s is refused, and nothing is done', async (_, payload, headers) => {
  await furnish();
  expect((await order(payload, headers)).statusCode).toBeGreaterThanOrEqual(400);
  expect(done).toEqual([]);
  expect(await recorded()).toEqual([]);
});

test('an order from another machine is refused', async () => {
  await furnish();
  const payload = { act: 'alter-log' };
  const answer = await node.nobody.ask({ method: 'POST', url: PATH, payload, remoteAddress: '203.0.113.9' });
  expect(answer.statusCode).toBe(404);
  expect(done).toEqual([]);
});

test('what could not be done is said, and not recorded as done', async () => {
  await furnish({ fails: true });
  const answer = await order({ act: 'alter-log' });
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toMatchObject({ code: 'incident-not-done' });
  expect(await recorded()).toEqual([]);
});
