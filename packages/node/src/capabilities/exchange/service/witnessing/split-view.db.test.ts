import { openCheckpoint } from '@entente/crypto/note/checkpoint';
import { parseVerifierKey } from '@entente/crypto/note/verifier-key';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { growLog, witnessAll } from '@entente/testkit/constellation/grow-log';
import { keepHistory, returnToHistory } from '@entente/testkit/constellation/two-histories';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewWitnesses } from './view-witnesses.ts';

let constellation: Constellation;
beforeAll(async () => {
  const env = { ENTENTE_WITNESS_SECONDS: '3600' };
  constellation = await openConstellation({ states: ['KZ', 'IN', 'PK', 'CN', 'RU'], env });
  for (const node of constellation.nodes) await growLog(node, 3);
  await witnessAll(constellation.nodes);
});
afterAll(() => constellation.close());

const of = (...states: string[]) => states.map((state) => constellation.of(state));

const stop = (nodes: ConstellationNode[]) => Promise.all(nodes.map((node) => node.stop()));
const start = (nodes: ConstellationNode[]) => Promise.all(nodes.map((node) => node.start()));

/** What a node shows of another's log. */
async function logOf(at: ConstellationNode, of: ConstellationNode) {
  const { database, clock, node } = at;
  const { peers } = await viewWitnesses({ db: database.db, clock, membership: node.membership });
  return peers.find((peer) => peer.node === of.id)!.log;
}

/** One half is shown a history, then the other half another one, while neither hears of the other. */
async function showTwoHistories(
  liar: ConstellationNode,
  [first, second]: [ConstellationNode[], ConstellationNode[]],
  [one, other]: [number, number],
): Promise<void> {
  await keepHistory(liar);
  await stop(second);
  await growLog(liar, one);
  await liar.node.exchange.witness();
  await stop(first);
  await liar.stop();
  await returnToHistory(liar);
  await Promise.all([liar.start(), start(second)]);
  // A node that starts shows nothing of its log to a peer that has not told yet what it saw.
  await constellation.settle();
  await growLog(liar, other);
  await liar.node.exchange.witness();
  await start(first);
}

describe('a node that shows two histories to two halves', () => {
  test.each([
    ['of the same length, itself away', 'PK', ['KZ', 'IN'], ['CN', 'RU'], [1, 1], false],
    ['of different lengths', 'RU', ['KZ', 'IN'], ['CN', 'PK'], [1, 3], true],
  ] as const)(
    '%s, is found out by each in the round in which the halves talk',
    async (_how, state, one, other, sizes, there) => {
      const liar = constellation.of(state);
      const halves = [of(...one), of(...other)] as [ConstellationNode[], ConstellationNode[]];
      await showTwoHistories(liar, halves, [...sizes]);
      await constellation.settle();
      if (!there) await liar.stop();
      const honest = halves.flat();
      await Promise.all(honest.map(({ node }) => node.exchange.witness()));
      const key = parseVerifierKey(liar.node.membership.standing()!.register.nodes.get(liar.id)!.record.log);
      for (const node of honest) {
        const { splitView } = await logOf(node, liar);
        const [held, shown] = [openCheckpoint(splitView!.held, key), openCheckpoint(splitView!.shown, key)];
        expect(Buffer.compare(held.root, shown.root)).not.toBe(0);
        const { rows } = await sql`
        SELECT FROM audit.record WHERE event = 'exchange.split-view-found'
          AND content::jsonb -> 'subject' ->> 'ref' = ${liar.id}`.execute(node.database.db);
        expect(rows).toHaveLength(1);
      }
      if (!there) await liar.start();
      await constellation.settle();
      await growLog(liar);
      await liar.node.exchange.witness();
      const { database, clock, node } = liar;
      const { peers, own } = await viewWitnesses({ db: database.db, clock, membership: node.membership });
      const asked = peers.filter((peer) => honest.some(({ id }) => id === peer.node));
      expect(asked.map(({ witness }) => witness.refusal)).toEqual(Array(4).fill('split-view'));
      expect(own.splitView).not.toBeNull();
    },
  );

  test('leaves the logs of all others standing', async () => {
    const [kz, china] = of('KZ', 'CN');
    await growLog(kz!);
    await witnessAll(constellation.nodes);
    expect((await logOf(china!, kz!)).splitView).toBeNull();
    const { database, clock, node } = kz!;
    expect((await viewWitnesses({ db: database.db, clock, membership: node.membership })).own.newest?.standing).toBe(
      true,
    );
  });
});
