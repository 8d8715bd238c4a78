import type { DeliveryAnswer } from '@entente/contracts/exchange/delivery';
import type { Problem } from '@entente/contracts/problem';
import { generatePrivateKey } from '@entente/crypto/ed25519';
import { readReceipt } from '@entente/crypto/envelope/receipt';
import { generateOpeningKey, sealingKeyFor } from '@entente/crypto/sealed-to/opening-key';
import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { decide } from '@entente/testkit/constellation/decide';
import { notesOf, takeNotes } from '@entente/testkit/constellation/notes';
import { openUnasked } from '@entente/testkit/constellation/open-unasked';
import {
  flippedBit,
  type Mischief,
  type RawEnvelope,
  type RawPeer,
  rawPeer,
} from '@entente/testkit/constellation/raw-peer';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** India's node runs; Kazakhstan's does not, and somebody with its keys speaks in its place. Pakistan's is honest. */
let constellation: Constellation;
let peer: RawPeer;
beforeAll(async () => {
  constellation = await openConstellation({
    states: ['KZ', 'IN', 'PK'],
    start: false,
    prepare: async (node) => {
      await takeNotes(node);
      node.node.exchange.receive('tests.withdrawn', Type.Object({}), async () => ({ accepted: true }), {
        whileSuspended: true,
      });
    },
  });
  await india().start();
  await openUnasked(india(), ['kz', 'pk']);
  peer = rawPeer(constellation.of('KZ'), india());
});
afterAll(async () => {
  peer.close();
  await constellation.close();
});

const india = () => constellation.of('IN');
const incoming = async () => {
  const { rows } = await sql<{ received: number; applied: number }>`
    SELECT received, applied FROM exchange.incoming WHERE node = 'kz'`.execute(india().database.db);
  return rows[0] ?? { received: 0, applied: 0 };
};
const next = async () => (await incoming()).received + 1;
const leaves = async () => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM audit.record WHERE event LIKE 'exchange.%'`.execute(india().database.db);
  return rows[0]!.count;
};
const deliver = async (...envelopes: RawEnvelope[]) => (await peer.post<DeliveryAnswer>(envelopes)).body;
const noted = async (text: string, seq?: number) =>
  peer.seal(peer.envelope({ seq: seq ?? (await next()), body: { text } }));
/** The receipt of what became of an envelope, once there is one. */
async function verdictOn(seq: number) {
  const given = async () => {
    const { rows } = await sql<{ line: string }>`
      SELECT line FROM exchange.receipt_given WHERE node = 'kz' AND seq = ${seq}`.execute(india().database.db);
    return rows[0];
  };
  await expect.poll(given).toBeDefined();
  return readReceipt((await given())!.line).receipt;
}

describe('an honest envelope', () => {
  test('gets a signed receipt, the same one again when it comes again, and is applied once', async () => {
    const envelope = await noted('the first');
    const first = await deliver(envelope);
    const again = await deliver(envelope);
    expect(first).toMatchObject({ receipts: [expect.any(String)], stop: null });
    expect(again).toEqual(first);
    const { receipt, isSignedBy } = readReceipt(first.receipts[0]!);
    expect(receipt).toMatchObject({ status: 'received', from: 'in', to: 'kz', seq: 1 });
    const key = constellation.founded.founding.statement.body as { nodes: { id: string; signing: string[] }[] };
    const signing = key.nodes.find(({ id }) => id === 'in')!.signing[0]!;
    expect(isSignedBy(Buffer.from(signing, 'base64'))).toBe(true);
    expect(await verdictOn(1)).toMatchObject({ status: 'accepted', envelope: receipt.envelope });
    expect(await notesOf(india(), constellation.of('KZ'))).toEqual(['the first']);
  });
});

describe('what comes out of order', () => {
  test('after a gap is not stored, and the number that is missing is named', async () => {
    const expected = await next();
    expect(await deliver(await noted('too early', expected + 1))).toMatchObject({
      receipts: [],
      stop: { why: 'gap', expected },
    });
    expect((await incoming()).received).toBe(expected - 1);
  });

  test('as a repeated batch with more behind it goes on where it ended', async () => {
    const first = await next();
    const batch = [await noted('one', first), await noted('two', first + 1)];
    const { receipts } = await deliver(...batch);
    const longer = await deliver(...batch, await noted('three', first + 2));
    expect(longer).toMatchObject({ stop: null });
    expect(longer.receipts.slice(0, 2)).toEqual(receipts);
    expect(longer.receipts).toHaveLength(3);
    await verdictOn(first + 2);
    expect((await notesOf(india(), constellation.of('KZ'))).slice(-3)).toEqual(['one', 'two', 'three']);
  });

  test('under a number that another envelope has used is refused', async () => {
    expect(await deliver(await noted('another first', 1))).toMatchObject({
      receipts: [],
      stop: { why: 'unreadable', problem: { code: 'number-taken', status: 409 } },
    });
  });
});

describe('what is no authentic envelope of the stream is answered with its problem, is no leaf, and uses up no number:', () => {
  const sealed = (mischief: Mischief) => async () => peer.seal(peer.envelope({ seq: await next() }), mischief);
  const flipped = (at: number) => sealed(flippedBit(at));
  const named = (change: object) => async () => peer.seal(peer.envelope({ seq: await next(), ...change }));
  const notJson = () => Buffer.from('{"format":"entente-envelope/1"');

  test.each<[string, () => Promise<RawEnvelope>, object]>([
    ['a bit of the ciphertext changed', flipped(-1), { problem: { code: 'seal-not-opened' } }],
    ['a bit of the encapsulated key changed', flipped(40), { problem: { code: 'seal-not-opened' } }],
    ['an unknown version of the seal', flipped(0), { problem: { code: 'malformed-envelope' } }],
    ['cut short', sealed({ sealed: (bytes) => bytes.subarray(0, 500) }), { problem: { code: 'malformed-envelope' } }],
    [
      'sealed to another node',
      sealed({ sealingKey: sealingKeyFor('pk', generateOpeningKey()) }),
      { why: 'unknown-key' },
    ],
    ['sealed for another pair', sealed({ route: { from: 'pk' } }), { problem: { code: 'seal-not-opened' } }],
    [
      'sealed for another signer',
      sealed({ route: { signedBy: 'f'.repeat(16) } }),
      { problem: { code: 'seal-not-opened' } },
    ],
    ['signed with a key nobody knows', sealed({ signedBy: 'f'.repeat(16) }), { problem: { code: 'unknown-signer' } }],
    [
      'signed with another key than it names',
      async () => {
        const { id } = constellation.of('KZ').node.membership.keys.signing();
        return await sealed({ signing: { id, key: generatePrivateKey() } })();
      },
      { problem: { code: 'bad-signature' } },
    ],
    ['no envelope at all', sealed({ bytes: notJson }), { problem: { code: 'malformed-envelope' } }],
    ['of another organisation', named({ organisation: 'another' }), { problem: { code: 'wrong-route' } }],
    ['from another node', named({ from: 'pk' }), { problem: { code: 'wrong-route' } }],
    ['to another node', named({ to: 'pk' }), { problem: { code: 'wrong-route' } }],
  ])('%s', async (_, envelope, stop) => {
    const before = [await incoming(), await leaves()];
    expect(await deliver(await envelope())).toMatchObject({ receipts: [], stop });
    expect([await incoming(), await leaves()]).toEqual(before);
    // It harmed nothing: the next honest one goes through.
    expect(await deliver(await noted('after it'))).toMatchObject({ stop: null });
    await verdictOn((await incoming()).received);
  });

  test('one in the middle of a batch stops the batch there', async () => {
    const first = await next();
    const { id } = constellation.of('KZ').node.membership.keys.signing();
    const forged = peer.seal(peer.envelope({ seq: first + 1 }), { signing: { id, key: generatePrivateKey() } });
    const answer = await deliver(await noted('before', first), forged, await noted('after', first + 2));
    expect(answer.receipts).toHaveLength(1);
    expect(answer.stop).toMatchObject({ why: 'unreadable', problem: { code: 'bad-signature' } });
    expect((await incoming()).received).toBe(first);
  });
});

describe('a request that does not follow the contract is refused whole:', () => {
  const post = (payload: string, type?: string) => peer.ask<Problem>('POST', '/peer/envelopes', payload, type);
  const head = { number: 1, hash: 'a'.repeat(64) };
  const delivery = { head, signedBy: 'f'.repeat(16), sealed: 'AAAA' };

  test.each<[string, () => Promise<{ status: number; body: Problem }>, number, string]>([
    ['no JSON', () => post('{"sealed":['), 400, 'malformed-body'],
    ['another type', () => post('<x/>', 'application/xml'), 415, 'unsupported-media-type'],
    ['no seal', () => post(JSON.stringify({ head, signedBy: delivery.signedBy })), 400, 'invalid-request'],
    ['no key', () => post(JSON.stringify({ ...delivery, signedBy: 'x' })), 400, 'invalid-request'],
    ['a field nobody knows', () => post(JSON.stringify({ ...delivery, x: 1 })), 400, 'invalid-request'],
    ['too large', () => post(JSON.stringify({ x: 'x'.repeat(8 * 2 ** 20) })), 413, 'too-large'],
    ['another address', () => peer.ask('GET', '/api/session'), 404, 'not-found'],
    ['receipts from nowhere', () => peer.ask('GET', '/peer/receipts?after=-1&waitSeconds=0'), 400, 'invalid-request'],
    ['a wait without end', () => peer.ask('GET', '/peer/receipts?after=0&waitSeconds=3600'), 400, 'invalid-request'],
  ])('%s', async (_, ask, status, code) => {
    expect(await ask()).toMatchObject({ status, body: { code } });
  });

  test('from a node whose register contradicts this one', async () => {
    const answer = await peer.post<Problem>([await noted('x')], { ...head, hash: 'b'.repeat(64) });
    expect(answer).toMatchObject({ status: 409, body: { code: 'register-contradicted' } });
    const told = async () => {
      const { rows } = await sql<{ content: string }>`
        SELECT content FROM audit.record WHERE event = 'exchange.register-contradicted'`.execute(india().database.db);
      return rows.map(({ content }) => JSON.parse(content).subject);
    };
    await expect.poll(told).toEqual([{ kind: 'node', ref: 'kz' }]);
    await peer.post([await noted('x')], { ...head, hash: 'c'.repeat(64) });
    expect(await told()).toHaveLength(1);
  });
});

describe('an authentic envelope that cannot be taken gets a signed refusal, uses up its number, and harms nothing else:', () => {
  const at = (ms: number) => new Date(constellation.of('KZ').clock.now().getTime() + ms).toISOString();

  test.each<[string, () => object, string]>([
    ['of a type nobody takes', () => ({ type: 'tests.unknown' }), 'exchange.unknown-type'],
    ['with a body against its contract', () => ({ body: { text: 7 } }), 'exchange.wrong-body'],
    ['with a field its contract does not know', () => ({ body: { text: 'x', more: 1 } }), 'exchange.wrong-body'],
    ['that has expired', () => ({ expiresAt: at(-1) }), 'exchange.expired'],
    ['from the future', () => ({ sentAt: at(3_600_000) }), 'exchange.sent-in-future'],
    ['under a treaty nobody knows', () => ({ instrument: 'no-treaty' }), 'exchange.unknown-instrument'],
  ])('%s', async (_, change, code) => {
    const seq = await next();
    const answer = await deliver(peer.seal(peer.envelope({ seq, ...change() })), await noted('goes on', seq + 1));
    expect(answer).toMatchObject({ receipts: [expect.any(String), expect.any(String)], stop: null });
    const refusal = await verdictOn(seq);
    expect(refusal).toMatchObject({ status: 'refused', reason: { code } });
    expect(await verdictOn(seq + 1)).toMatchObject({ status: 'accepted' });
    const { rows } = await sql<{ content: string }>`
      SELECT content FROM audit.record WHERE id = ${refusal.record}`.execute(india().database.db);
    expect(JSON.parse(rows[0]!.content)).toMatchObject({
      event: 'exchange.refused',
      outcome: 'refused',
      facts: { code, seq },
    });
  });
});

describe('a receiver with too much to apply', () => {
  test('takes nothing and says when to come again', async () => {
    const { received } = await incoming();
    const set = (to: number) =>
      sql`UPDATE exchange.incoming SET received = ${to} WHERE node = 'kz'`.execute(india().database.db);
    await expect.poll(async () => (await incoming()).applied).toBe(received);
    await set(received + 5001);
    expect(await deliver(await noted('too much', received + 5002))).toMatchObject({
      receipts: [],
      stop: { why: 'busy', retryAfterMs: expect.any(Number) },
    });
    await set(received);
    expect(await deliver(await noted('in its time', received + 1))).toMatchObject({ stop: null });
    await verdictOn(received + 1);
  });
});

describe('a suspended member', () => {
  beforeAll(async () => {
    await decide(
      constellation.nodes,
      { kind: 'suspension', subject: 'KZ', body: { reason: 'invented for the test' } },
      { consenting: [india(), constellation.of('PK')] },
    );
  });

  test("is refused from the act's moment on, signed, except where it withdraws what is its own", async () => {
    const seq = await next();
    const withdrawn = peer.seal(peer.envelope({ seq: seq + 1, type: 'tests.withdrawn', body: {} }));
    await expect
      .poll(async () => deliver(await noted('of a suspended member', seq), withdrawn))
      .toMatchObject({ stop: null });
    expect(await verdictOn(seq)).toMatchObject({ status: 'refused', reason: { code: 'exchange.suspended-member' } });
    expect(await verdictOn(seq + 1)).toMatchObject({ status: 'accepted' });
  });
});
