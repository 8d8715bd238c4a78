import type { WitnessesView } from '@entente/contracts/exchange/witnesses';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { growLog, witnessAll } from '@entente/testkit/constellation/grow-log';
import { asIntruder } from '@entente/testkit/constellation/two-histories';
import { officerWith } from '@entente/testkit/officers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyPeerLog } from '../../exchange/verify-peer.ts';
import { SILENT_AFTER } from '../../rules/witnessing/witness-state.ts';
import { viewWitnesses } from './view-witnesses.ts';

let constellation: Constellation;
beforeAll(async () => {
  // Rounds are made by the tests.
  constellation = await openConstellation({
    states: ['KZ', 'IN', 'PK', 'CN', 'RU'],
    env: { ENTENTE_WITNESS_SECONDS: '3600' },
  });
});
afterAll(() => constellation.close());

const kz = () => constellation.of('KZ');
const india = () => constellation.of('IN');

const round = () => witnessAll(constellation.nodes);

/** As the page has it; asking for the page is itself recorded, and would make a newer head. */
async function view({ node, database: { db }, clock }: ConstellationNode): Promise<WitnessesView> {
  return await viewWitnesses({ db, clock, membership: node.membership });
}

const events = async ({ database: { db } }: ConstellationNode, event: string) => {
  const { rows } = await sql<{ content: string }>`
    SELECT content FROM audit.record WHERE event = ${event} ORDER BY id`.execute(db);
  return rows.map(({ content }) => JSON.parse(content) as { facts: Record<string, unknown>; subject: { ref: string } });
};

describe('in a round', () => {
  test('every head is cosigned by all the others, and stands', async () => {
    for (const node of constellation.nodes) await growLog(node, 3);
    await round();
    for (const node of constellation.nodes) {
      const { own, peers, members } = await view(node);
      expect(members).toBe(5);
      expect(own.standing?.cosignedBy).toHaveLength(4);
      expect(peers.map(({ witness }) => witness.state)).toEqual(['cosigning', 'cosigning', 'cosigning', 'cosigning']);
    }
  });

  test('a head not asked for yet is pending', async () => {
    await growLog(kz());
    const { own } = await view(kz());
    expect(own.newest).toMatchObject({ standing: false, cosignedBy: [] });
    expect(own.standing!.size).toBeLessThan(own.newest!.size);
  });
});

describe('the page of witnesses', () => {
  test.each(['administrator', 'oversight-officer'] as const)('is shown to the %s', async (role) => {
    const answer = await (await kz().node.signIn(officerWith(role))).ask({ url: '/api/exchange/witnesses' });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json<WitnessesView>().peers.map(({ node }) => node)).toEqual(['in', 'pk', 'cn', 'ru']);
  });

  test('is nothing for a border officer', async () => {
    const answer = await (await kz().node.signIn(officerWith('border-officer'))).ask({
      url: '/api/exchange/witnesses',
    });
    expect(answer.statusCode).toBe(403);
  });
});

describe('a witness', () => {
  test('that is away is silent after some rounds, told once, and told again when it is back', async () => {
    await india().stop();
    for (let at = 0; at < SILENT_AFTER + 2; at++) await kz().node.exchange.witness();
    const peer = async () => (await view(kz())).peers.find(({ node }) => node === 'in')!;
    expect((await peer()).witness.state).toBe('silent');
    expect(await events(kz(), 'exchange.witness-silent')).toHaveLength(1);
    await india().start();
    await kz().node.exchange.witness();
    expect((await peer()).witness.state).toBe('cosigning');
    expect(await events(kz(), 'exchange.witness-restored')).toHaveLength(1);
  });

  test('that cannot read the hashes, since the line is down that way, holds nothing against the log', async () => {
    await growLog(kz());
    await kz().stop();
    await kz().node.exchange.witness();
    expect(await events(kz(), 'exchange.witness-refused')).toEqual([]);
    expect((await view(kz())).own.newest?.cosignedBy).toEqual([]);
    await kz().start();
    await kz().node.exchange.witness();
    expect((await view(kz())).own.newest?.cosignedBy).toHaveLength(4);
  });

  test('asked several times at once answers each alike', async () => {
    await growLog(kz(), 3);
    await Promise.all([1, 2, 3].map(() => kz().node.exchange.witness()));
    const { own, peers } = await view(kz());
    expect(own.newest?.cosignedBy).toHaveLength(4);
    expect(peers.map(({ witness }) => witness.state)).toEqual(Array(4).fill('cosigning'));
    expect(await events(india(), 'exchange.cosigning-refused')).toEqual([]);
  });

  test('with a clock set back cosigns all the same, with the time it has', async () => {
    india().clock.forward(-30);
    await growLog(kz());
    await round();
    expect((await view(kz())).own.newest?.cosignedBy).toContain('in');
    india().clock.forward(30);
  });

  test('knows after a restart what it has cosigned', async () => {
    await round();
    const cosigned = await sql`SELECT log, size FROM exchange.cosigned ORDER BY log, size`.execute(india().database.db);
    await india().stop();
    await india().start();
    await growLog(kz());
    await round();
    const after = await sql`SELECT log, size FROM exchange.cosigned ORDER BY log, size`.execute(india().database.db);
    expect(after.rows).toEqual(expect.arrayContaining(cosigned.rows));
    expect((await view(kz())).own.newest?.cosignedBy).toContain('in');
  });
});

describe("another member's log", () => {
  const verify = async (mirror: boolean) => {
    const { database, clock, node } = india();
    return await verifyPeerLog(
      { db: database.db, clock, membership: node.membership },
      { node: 'kz', mirror },
      AbortSignal.timeout(20_000),
    );
  };

  test('is verified from the hashes it publishes, and from those mirrored here', async () => {
    await growLog(kz(), 300);
    await round();
    const published = await verify(false);
    expect(published).toMatchObject({ origin: 'kz.localhost/log', readFrom: 'node', standing: true, faults: [] });
    expect(published.mirrored).toBe(published.size);
    expect(published.size).toBeGreaterThan(300);
    expect(await verify(true)).toMatchObject({
      readFrom: 'mirror',
      size: published.size,
      root: published.root,
      faults: [],
    });
  });
});

describe('one byte changed in a log', () => {
  const change = (table: string, set: string) =>
    asIntruder(kz(), [table], async (tx) => {
      await sql.raw(`UPDATE ${table} SET ${set}`).execute(tx);
    });

  test.each([
    [
      'in a record',
      'content = replace(content, \'"outcome":"done"\', \'"outcome":"dome"\')',
      "content = replace(content, 'dome', 'done')",
    ],
    [
      'in a leaf hash',
      'leaf_hash = set_byte(leaf_hash, 0, get_byte(leaf_hash, 0) # 1)',
      'leaf_hash = set_byte(leaf_hash, 0, get_byte(leaf_hash, 0) # 1)',
    ],
  ])('%s is named by every peer within a round, and forgotten when it is put right', async (_where, set, back) => {
    await growLog(kz(), 2);
    await round();
    const { rows } = await sql<{ position: number }>`
      SELECT max(position) AS position FROM audit.record WHERE event = 'screening.checked'`.execute(kz().database.db);
    const { position } = rows[0]!;
    await change('audit.record', `${set} WHERE position = ${position}`);
    await round();
    const { peers } = await view(kz());
    for (const { witness } of peers) {
      expect(witness).toMatchObject({ state: 'refusing', refusal: 'log-altered', brokenAt: position });
    }
    const verdict = await verifyPeerLog(
      { db: india().database.db, clock: india().clock, membership: india().node.membership },
      { node: 'kz', mirror: false },
      AbortSignal.timeout(20_000),
    );
    expect(verdict.faults).toContainEqual(
      expect.objectContaining({ code: 'not-as-mirrored', where: `record ${position}` }),
    );
    const seen = (await view(india())).peers.find(({ node }) => node === 'kz')!;
    expect(seen.log.refused).toMatchObject({ why: 'log-altered', brokenAt: position });
    const told = (await events(india(), 'exchange.cosigning-refused')).length;
    await round();
    expect(await events(india(), 'exchange.cosigning-refused')).toHaveLength(told);
    await change('audit.record', `${back} WHERE position = ${position}`);
    await round();
    expect((await view(kz())).peers.every(({ witness }) => witness.state === 'cosigning')).toBe(true);
  });

  test('in the tree makes another root, which no peer cosigns', async () => {
    const flipped = 'hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)';
    await change('audit.tile', `${flipped} WHERE level = 0 AND index = 1`);
    await growLog(kz());
    await round();
    const { peers, own } = await view(kz());
    for (const { witness } of peers) {
      expect(witness).toMatchObject({ state: 'refusing', refusal: 'inconsistent-log', brokenAt: 256 + 1 });
    }
    expect(own.newest?.standing).toBe(false);
  });
});
