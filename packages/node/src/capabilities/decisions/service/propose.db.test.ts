import { type Act, type Statement, writeAct } from '@entente/crypto/act/act';
import { giveConsent } from '@entente/crypto/act/consent';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { actingBy } from '@entente/testkit/organisation';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeStatement } from '../../membership/index.ts';
import { adoptProposal, consentToAct, listProposals, proposeAct } from '../index.ts';

const FOUNDED = '2026-01-01T00:00:00.000Z';
const LATER = '2026-02-01T00:00:00.000Z';

let constellation: Constellation;

beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'CN', 'IN'] });
}, 120_000);
afterAll(async () => await constellation.close());

function partsOf({ clock, node }: ConstellationNode) {
  return { clock, membership: node.membership, exchange: node.exchange };
}

function suspensionOf(state: string, reason: string): Statement {
  const { register } = constellation.of('KZ').node.membership.standing()!;
  return composeStatement(register, {
    kind: 'suspension',
    subject: state,
    body: { reason },
    effectiveAt: new Date(Date.now() + 3_600_000).toISOString(),
  });
}

type Work<Value> = (
  tx: Parameters<typeof proposeAct>[0],
  parts: ReturnType<typeof partsOf>,
  acting: ReturnType<typeof actingBy>,
) => Promise<Value>;

/** A step of the operator of a state's node. */
async function step<Value>(state: string, work: Work<Value>): Promise<Value> {
  const of = constellation.of(state);
  return await of.database.db.transaction().execute((tx) => work(tx, partsOf(of), actingBy(of.clock)));
}

async function pendingAt(state: string) {
  const of = constellation.of(state);
  return await listProposals(of.database.db, of.node.membership.standing()!);
}

async function headOf(state: string): Promise<number> {
  const { rows } = await sql<{ head: number }>`SELECT max(number) AS head FROM membership.act`.execute(
    constellation.of(state).database.db,
  );
  return rows[0]!.head;
}

async function eventsAt(state: string, event: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM audit.record WHERE content LIKE ${`%"event":"${event}"%`}`.execute(
    constellation.of(state).database.db,
  );
  return rows[0]!.count;
}

describe('an act between the nodes', () => {
  test('is proposed, consented to and adopted, and every node’s register follows', async () => {
    const statement = suspensionOf('IN', 'invented for the test');
    await step('KZ', (tx, parts, acting) => proposeAct(tx, parts, acting, statement));
    await constellation.settle();
    const [heard] = await pendingAt('CN');
    expect(heard).toMatchObject({ statement, proposedBy: 'kz', consents: [] });

    const consent: Work<unknown> = (tx, parts, acting) => consentToAct(tx, parts, acting, heard!.hash);
    await step('KZ', consent);
    await constellation.settle();
    await expect(step('CN', (tx, parts, acting) => adoptProposal(tx, parts, acting, heard!.hash))).rejects.toThrow(
      expect.objectContaining({ code: 'missing-consent' }),
    );
    await step('CN', consent);
    await constellation.settle();
    expect((await pendingAt('KZ'))[0]?.consents.map(({ member }) => member)).toEqual(['CN', 'KZ']);

    await step('KZ', (tx, parts, acting) => adoptProposal(tx, parts, acting, heard!.hash));
    await constellation.settle();
    expect(await Promise.all(['KZ', 'CN', 'IN'].map(headOf))).toEqual([2, 2, 2]);
  });

  test('with a consent that is not the member’s is refused by name, and nothing of it is kept', async () => {
    const statement = suspensionOf('CN', 'a second one, which would be refused');
    const consent = { member: 'KZ', node: 'kz', key: '0'.repeat(16), at: FOUNDED, signature: 'AAAA' };
    const [sent] = await sendAct('CN', { statement, consents: [consent] });
    expect(sent).toMatchObject({ state: 'refused', refusal: { code: 'decisions.bad-consent' } });
    expect(await pendingAt('KZ')).toEqual([]);
  });

  test('to which a member consents beside another under the same number finds that member out', async () => {
    const { key } = constellation.of('CN').node.membership.keys.signing();
    const acts = ['one reason', 'another reason'].map((reason) => {
      const { register } = constellation.of('KZ').node.membership.standing()!;
      const statement = composeStatement(register, {
        kind: 'treaty',
        subject: 'invented-treaty',
        body: { inForceFrom: reason === 'one reason' ? FOUNDED : LATER },
        effectiveAt: FOUNDED,
      });
      return { statement, consents: [giveConsent(statement, { member: 'CN', node: 'cn', at: FOUNDED, key })] };
    });
    for (const act of acts) await sendAct('CN', act);
    expect(await eventsAt('KZ', 'decisions.equivocation-found')).toBe(1);
    expect(await pendingAt('KZ')).toHaveLength(2);
  });
});

/** Sends an act as altered software would, and says what became of it. */
async function sendAct(from: string, act: Act) {
  const { node, database } = constellation.of(from);
  const { id } = await database.db.transaction().execute((tx) =>
    node.exchange.send(tx, {
      to: 'kz',
      type: 'decisions.consented',
      body: { act: writeAct(act) },
      handling: 'organisation',
    }),
  );
  await constellation.settle();
  return [...(await node.exchange.viewSent(database.db, [id])).values()];
}
