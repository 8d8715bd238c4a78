import type { PassingAnswer } from '@entente/contracts/exchange/passed';
import type { Problem } from '@entente/contracts/problem';
import { toHex } from '@entente/crypto/bytes';
import { generatePrivateKey } from '@entente/crypto/ed25519';
import { type PassedOver, signPassed } from '@entente/crypto/envelope/passed';
import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { notesOf, takeNotes } from '@entente/testkit/constellation/notes';
import { openUnasked } from '@entente/testkit/constellation/open-unasked';
import { type RawPeer, rawPeer } from '@entente/testkit/constellation/raw-peer';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** India's node runs; Kazakhstan's does not, and somebody with its keys speaks in its place. */
let constellation: Constellation;
let peer: RawPeer;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN'], start: false, prepare: (node) => takeNotes(node) });
  await india().start();
  await openUnasked(india(), ['kz']);
  peer = rawPeer(kz(), india());
});
afterAll(async () => {
  peer.close();
  await constellation.close();
});

const india = () => constellation.of('IN');
const kz = () => constellation.of('KZ');

const incoming = async () => {
  const { rows } = await sql<{ received: number; applied: number }>`
    SELECT received, applied FROM exchange.incoming WHERE node = 'kz'`.execute(india().database.db);
  return rows[0] ?? { received: 0, applied: 0 };
};

interface Told {
  /** What is told, where that is not what was signed. */
  told?: { first: number; last: number };
  signed?: Partial<PassedOver>;
  key?: ReturnType<typeof generatePrivateKey>;
  signedBy?: string;
  head?: { number: number; hash: string };
}

async function pass<Body = PassingAnswer>(
  first: number,
  last: number,
  { told, signed, key, signedBy, head }: Told = {},
) {
  const { register } = kz().node.membership.standing()!;
  const own = kz().node.membership.keys.signing();
  const passed = { organisation: register.organisation, from: 'kz', to: 'in', first, last, ...signed };
  const signature = toHex(signPassed(passed, key ?? own.key));
  const at = head ?? register.head;
  const run = told ?? { first, last };
  return await peer.ask<Body>(
    'POST',
    `/peer/passed?headNumber=${at.number}&headHash=${at.hash}&first=${run.first}&last=${run.last}&signedBy=${signedBy ?? own.id}&signature=${signature}`,
  );
}

describe('a signed word that numbers are passed over', () => {
  test('uses them up, is recorded once, and the stream goes on after them', async () => {
    expect(await pass(1, 40)).toMatchObject({ status: 200, body: { received: 40, stop: null } });
    expect(await pass(1, 40)).toMatchObject({ status: 200, body: { received: 40, stop: null } });
    expect(await incoming()).toMatchObject({ received: 40, applied: 40 });
    const { rows } = await sql<{ content: string }>`
      SELECT content FROM audit.record WHERE event = 'exchange.passed-over'`.execute(india().database.db);
    expect(rows.map(({ content }) => JSON.parse(content).facts)).toEqual([{ first: 1, last: 40 }]);

    await peer.post([peer.seal(peer.envelope({ seq: 41, body: { text: 'after them' } }))]);
    await expect.poll(async () => (await incoming()).applied).toBe(41);
    expect(await notesOf(india(), kz())).toEqual(['after them']);
  });

  test('leaves no gap before them', async () => {
    expect((await pass(50, 60)).body.stop).toEqual({ why: 'gap', expected: 42 });
    expect((await incoming()).received).toBe(41);
  });

  test('of a register that is newer waits until this node has read it', async () => {
    const { head } = kz().node.membership.standing()!.register;
    const newer = { number: head.number + 1, hash: head.hash };
    expect((await pass(42, 43, { head: newer })).body.stop).toEqual({ why: 'behind' });
  });

  test.each<[string, Told, string]>([
    ['for other numbers than it tells', { told: { first: 42, last: 99 } }, 'bad-signature'],
    ['for another receiver', { signed: { to: 'pk' } }, 'bad-signature'],
    ['by another key', { key: generatePrivateKey() }, 'bad-signature'],
    ['by a key that the register does not have', { signedBy: '0123456789abcdef' }, 'unknown-signer'],
  ])('signed %s is refused, and changes nothing', async (_, mischief, code) => {
    const before = await incoming();
    const answer = await pass<Problem>(42, 43, mischief);
    expect(answer.body.code).toBe(code);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await incoming()).toEqual(before);
  });

  test.each(['first=0&last=3', 'first=3', 'first=1.5&last=3', 'first=1&last=99999999999999999999'])(
    'that says %s is against the contract',
    async (run) => {
      const { head } = kz().node.membership.standing()!.register;
      const rest = `headNumber=${head.number}&headHash=${head.hash}&signedBy=0123456789abcdef&signature=${'0'.repeat(128)}`;
      expect((await peer.ask<Problem>('POST', `/peer/passed?${run}&${rest}`)).status).toBe(400);
    },
  );
});
