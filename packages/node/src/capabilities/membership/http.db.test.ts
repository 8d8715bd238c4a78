import type { RegisterView } from '@entente/contracts/membership/register';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Browser, type TestNode, testNode } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { type Founded, foundOrganisation } from '@entente/testkit/organisation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let databases: TestDatabase[];
let node: TestNode;
let officer: Browser;
beforeAll(async () => {
  databases = await Promise.all([testDatabase(), testDatabase()]);
  node = await testNode(databases[0]!);
  officer = await node.signIn(officerWith('border-officer'));
});
afterAll(async () => {
  await node.close();
  for (const database of databases) await database.close();
});

const ask = () => officer.ask({ url: '/api/membership/register' });

async function found(): Promise<Founded> {
  const [kz, rats] = databases as [TestDatabase, TestDatabase];
  return await foundOrganisation(
    'sco',
    [
      {
        db: kz.db,
        id: 'kz',
        holder: 'member',
        of: 'KZ',
        address: 'kz.example:9700',
        nodeKeyFile: `${node.dataDir}/node.key`,
      },
      {
        db: rats.db,
        id: 'rats',
        holder: 'body',
        of: 'rats-ec',
        address: 'rats.example:9700',
        nodeKeyFile: `${node.dataDir}/rats.key`,
      },
    ],
    { clock: node.clock },
  );
}

describe('GET /api/membership/register', () => {
  test('says of a node in no organisation that it is in none', async () => {
    const answer = await ask();
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'no-register' });
  });

  test('shows members, nodes, keys by their ids, head and pin, once the node has joined', async () => {
    const following = node.background.find(({ name }) => name === 'register')!;
    await following.start();
    const { pin, founding } = await found();
    await expect.poll(async () => (await ask()).statusCode).toBe(200);
    await following.stop();
    const view = (await ask()).json<RegisterView>();
    const from = node.clock.now().toISOString();
    expect(view).toMatchObject({
      organisation: 'sco',
      pin,
      self: 'kz',
      head: { number: 1, hash: pin },
      members: [{ state: 'KZ', status: 'active', from, ahead: [] }],
      treaties: [],
    });
    expect(view.nodes.map(({ id, holder, of, address }) => [id, holder, of, address])).toEqual([
      ['kz', 'member', 'KZ', 'kz.example:9700'],
      ['rats', 'body', 'rats-ec', 'rats.example:9700'],
    ]);
    for (const { keys } of view.nodes) {
      expect(keys.map(({ use, status }) => [use, status])).toEqual([
        ['signing', 'in-force'],
        ['sealing', 'in-force'],
        ['tls', 'in-force'],
      ]);
    }
    expect(view.nodes[0]!.keys[0]!.id).toBe(founding.consents[0]!.key);
  });
});
