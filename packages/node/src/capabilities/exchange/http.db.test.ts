import type { DeadLetters, PeersView } from '@entente/contracts/exchange';
import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { notesOf, sendNotes, takeNotes } from '@entente/testkit/constellation/notes';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Browser, testNode } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../platform/log.ts';

/** Notes that India refuses; a test may let them pass later. */
const refusing = new Set<string>();

let constellation: Constellation;
let administrator: Browser;
let overseer: Browser;
beforeAll(async () => {
  constellation = await openConstellation({
    states: ['KZ', 'IN'],
    prepare: (node) =>
      takeNotes(node, ({ body }) =>
        refusing.has(body.text) ? { refused: { code: 'tests.refused', detail: 'Refused by the test.' } } : undefined,
      ),
    log: () => createLog('silent'),
  });
  administrator = await kz().node.signIn(officerWith('administrator'));
  overseer = await kz().node.signIn(officerWith('oversight-officer'));
});
afterAll(() => constellation.close());

const kz = () => constellation.of('KZ');
const india = () => constellation.of('IN');
const peers = async () => (await administrator.ask({ url: '/api/exchange/peers' })).json<PeersView>();
const channel = async () => (await peers()).peers.find(({ node }) => node === 'in')!;
const letters = async () => (await overseer.ask({ url: '/api/exchange/dead-letters' })).json<DeadLetters>().letters;
const post = (url: string, payload: object = {}, by = overseer) => by.ask({ method: 'POST', url, payload });
const lastLeaf = async (event: string) => {
  const { rows } = await sql<{ content: string }>`
    SELECT content FROM audit.record WHERE event = ${event} ORDER BY id DESC LIMIT 1`.execute(kz().database.db);
  return JSON.parse(rows[0]!.content);
};

describe('GET /api/exchange/peers', () => {
  test('shows each other node, and how far envelopes have come each way', async () => {
    await sendNotes(kz(), india(), ['one', 'two']);
    await sendNotes(india(), kz(), ['back']);
    await constellation.settle();
    const view = await peers();
    expect(view).toMatchObject({ self: 'kz', head: { number: 1, hash: constellation.founded.pin } });
    expect(view.peers).toEqual([
      {
        node: 'in',
        holder: 'member',
        of: 'IN',
        address: india().founder.address,
        active: true,
        reachedAt: expect.any(String),
        failing: null,
        head: 1,
        opening: { state: 'open', since: expect.any(String), why: null },
        out: { waiting: 0, sent: 2, undelivered: 0, unsettled: 0, held: 0, lastAt: expect.any(String) },
        in: { received: 1, unapplied: 0, lastAt: expect.any(String) },
        suspended: null,
      },
    ]);
  });

  test('shows a peer that does not answer, and what waits for it', async () => {
    await india().stop();
    await sendNotes(kz(), india(), ['while it is away']);
    await expect.poll(async () => (await channel()).failing?.why).toBe('unreachable');
    expect((await channel()).out).toMatchObject({ sent: 3, undelivered: 1 });
    await india().start();
    await constellation.settle();
    await expect.poll(async () => (await channel()).failing).toBeNull();
  });

  test('is for administrators and oversight alone', async () => {
    for (const role of ['border-officer', 'contact-point-officer', 'reviewer'] as const) {
      const officer = await kz().node.signIn(officerWith(role));
      for (const url of ['/api/exchange/peers', '/api/exchange/dead-letters']) {
        expect((await officer.ask({ url })).statusCode).toBe(403);
      }
      expect((await post('/api/exchange/peers/in/suspension', { reason: 'no' }, officer)).statusCode).toBe(403);
    }
    expect((await overseer.ask({ url: '/api/exchange/peers' })).statusCode).toBe(200);
  });

  test('of a node in no organisation is empty', async () => {
    const database: TestDatabase = await testDatabase();
    const node = await testNode(database);
    const officer = await node.signIn(officerWith('administrator'));
    expect((await officer.ask({ url: '/api/exchange/peers' })).json()).toEqual({
      self: null,
      head: null,
      held: false,
      restores: [],
      peers: [],
    });
    const answer = await officer.ask({
      method: 'POST',
      url: '/api/exchange/peers/in/suspension',
      payload: { reason: 'there is none' },
    });
    expect(answer.json()).toMatchObject({ code: 'not-in-organisation' });
    await node.close();
    await database.close();
  });
});

describe('an envelope that was refused', () => {
  test('is held, with the reason its receiver signed, and without its body', async () => {
    refusing.add('a secret text');
    await sendNotes(kz(), india(), ['a secret text']);
    await constellation.settle();
    const answer = await overseer.ask({ url: '/api/exchange/dead-letters' });
    expect(answer.json<DeadLetters>()).toMatchObject({
      letters: [{ to: 'in', type: 'tests.noted', code: 'tests.refused', detail: 'Refused by the test.' }],
      more: false,
    });
    expect(answer.body).not.toContain('secret');
    expect((await channel()).out.held).toBe(1);
  });

  test('is sent again as a new one once it is released, on record as done by whom, and once only', async () => {
    refusing.clear();
    const [letter] = await letters();
    const released = await post(`/api/exchange/dead-letters/${letter!.id}/release`);
    expect(released.statusCode).toBe(200);
    await constellation.settle();
    expect(await notesOf(india(), kz())).toContain('a secret text');
    expect(await letters()).toEqual([]);
    expect(await lastLeaf('exchange.released')).toMatchObject({
      actor: { kind: 'officer', id: officerWith('oversight-officer').id },
      subject: { kind: 'envelope', ref: letter!.envelope },
      facts: { to: 'in', type: 'tests.noted', code: 'tests.refused' },
    });
    const again = await post(`/api/exchange/dead-letters/${letter!.id}/release`);
    expect(again.json()).toMatchObject({ status: 404, code: 'unknown-dead-letter' });
  });
});

describe('a channel this node suspends', () => {
  test('lets nothing out and nothing in; what is written waits, on both sides', async () => {
    const suspended = await post('/api/exchange/peers/in/suspension', { reason: 'invented for the test' });
    expect(suspended.statusCode).toBe(204);
    await sendNotes(kz(), india(), ['waits here']);
    await sendNotes(india(), kz(), ['waits there']);
    expect(await channel()).toMatchObject({
      suspended: { at: expect.any(String), reason: 'invented for the test' },
      out: { waiting: 1 },
    });
    const there = async () => {
      const { rows } = await sql<{ failure: string | null }>`
        SELECT failure FROM exchange.outgoing WHERE node = 'kz'`.execute(india().database.db);
      return rows[0]?.failure;
    };
    await expect.poll(there).toBe('suspended-there');
    expect(await notesOf(india(), kz())).not.toContain('waits here');
    expect(await notesOf(kz(), india())).not.toContain('waits there');
    const leaf = await lastLeaf('exchange.channel-suspended');
    expect(leaf).toMatchObject({ subject: { kind: 'node', ref: 'in' }, parts: [{ name: 'reason' }] });
    expect(JSON.stringify(leaf)).not.toContain('invented');
    const again = await post('/api/exchange/peers/in/suspension', { reason: 'twice' });
    expect(again.json()).toMatchObject({ code: 'channel-suspended-already' });
  });

  test('goes on where it was when it is resumed', async () => {
    const resumed = await post('/api/exchange/peers/in/resumption', { reason: 'over again' }, administrator);
    expect(resumed.statusCode).toBe(204);
    await constellation.settle(40_000);
    expect(await notesOf(india(), kz())).toContain('waits here');
    expect(await notesOf(kz(), india())).toContain('waits there');
    expect(await lastLeaf('exchange.channel-resumed')).toMatchObject({ subject: { ref: 'in' } });
    const again = await post('/api/exchange/peers/in/resumption', { reason: 'twice' });
    expect(again.json()).toMatchObject({ code: 'channel-not-suspended' });
  });

  test('is one with another node of the register, and has a reason', async () => {
    for (const node of ['kz', 'xx']) {
      const answer = await post(`/api/exchange/peers/${node}/suspension`, { reason: 'no such channel' });
      expect(answer.json()).toMatchObject({ status: 404, code: 'unknown-receiver' });
    }
    expect((await post('/api/exchange/peers/in/suspension', { reason: ' ' })).statusCode).toBe(400);
  });
});
