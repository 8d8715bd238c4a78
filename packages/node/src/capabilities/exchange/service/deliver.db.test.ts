import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { decide, renewKeys } from '@entente/testkit/constellation/decide';
import { notesOf, numberedNotes, sendNotes, takeNotes } from '@entente/testkit/constellation/notes';
import type { TestDatabase } from '@entente/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

let constellation: Constellation;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN', 'PK'], prepare: (node) => takeNotes(node) });
});
afterAll(() => constellation.close());

const kz = () => constellation.of('KZ');
const india = () => constellation.of('IN');
const pakistan = () => constellation.of('PK');

beforeEach(async () => {
  for (const node of constellation.nodes) if (!node.isRunning()) await node.start();
  await constellation.settle();
  for (const { database } of constellation.nodes) await sql`TRUNCATE public.note RESTART IDENTITY`.execute(database.db);
});

const leaves = async ({ db }: TestDatabase, event: string) => {
  const { rows } = await sql<{ content: string }>`
    SELECT content FROM audit.record WHERE event = ${event} ORDER BY id`.execute(db);
  return rows.map(
    ({ content }) => JSON.parse(content) as { facts: Record<string, unknown>; subject?: { ref: string } },
  );
};
const receipts = async ({ db }: TestDatabase, node: string) => {
  const { rows } = await sql<{ status: string; count: number; distinct: number }>`
    SELECT status, count(*), count(DISTINCT seq) AS distinct FROM exchange.receipt_held
    WHERE node = ${node} GROUP BY status ORDER BY status`.execute(db);
  return rows;
};
const outgoing = async ({ db }: TestDatabase, node: string) => {
  const { rows } = await sql<{ sent: number; delivered: number; settled: number; failure: string | null }>`
    SELECT sent, delivered, settled, failure FROM exchange.outgoing WHERE node = ${node}`.execute(db);
  return rows[0]!;
};

describe('what is written for another node', () => {
  test('arrives once, in order, and its receipts come back; each end has a leaf for each envelope', async () => {
    await Promise.all([
      sendNotes(kz(), india(), numberedNotes(250)),
      sendNotes(india(), kz(), numberedNotes(30)),
      sendNotes(kz(), pakistan(), ['to a third']),
    ]);
    await constellation.settle();
    expect(await notesOf(india(), kz())).toEqual(numberedNotes(250));
    expect(await notesOf(kz(), india())).toEqual(numberedNotes(30));
    expect(await notesOf(pakistan(), kz())).toEqual(['to a third']);
    expect(await receipts(kz().database, 'in')).toEqual([
      { status: 'accepted', count: 250, distinct: 250 },
      { status: 'received', count: 250, distinct: 250 },
    ]);
    const sent = (await leaves(kz().database, 'exchange.sent')).filter(({ facts }) => facts.to === 'in');
    const received = await leaves(india().database, 'exchange.received');
    expect(sent.map(({ facts }) => facts.seq)).toEqual(numberedNotes(250).map((_, at) => at + 1));
    expect(received.map(({ subject }) => subject?.ref)).toEqual(sent.map(({ subject }) => subject?.ref));
  });

  test('goes out once more for its first receipt, should the last have come before it', async () => {
    const { db } = kz().database;
    const before = (await outgoing(kz().database, 'in')).sent;
    await sql`
      CREATE FUNCTION public.lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the answer is lost'; END $$`.execute(
      db,
    );
    await sql`
      CREATE TRIGGER lose BEFORE INSERT ON exchange.receipt_held FOR EACH ROW WHEN (NEW.status = 'received')
      EXECUTE FUNCTION public.lose()`.execute(db);
    await sendNotes(kz(), india(), numberedNotes(3));
    await expect.poll(async () => (await outgoing(kz().database, 'in')).settled, { timeout: 20_000 }).toBe(before + 3);
    await sql`DROP FUNCTION public.lose CASCADE`.execute(db);
    await constellation.settle();
    expect(await notesOf(india(), kz())).toEqual(numberedNotes(3));
    const [accepted, received] = await receipts(kz().database, 'in');
    expect(received).toEqual({ ...accepted, status: 'received' });
  });

  test('is nothing when the transaction is rolled back, and leaves no gap', async () => {
    const failing = kz()
      .database.db.transaction()
      .execute(async (tx) => {
        await kz().node.exchange.send(tx, {
          to: 'in',
          type: 'tests.noted',
          body: { text: 'never' },
          handling: 'restricted',
        });
        throw new Error('rolled back');
      });
    await expect(failing).rejects.toThrow('rolled back');
    await sendNotes(kz(), india(), ['after it']);
    await constellation.settle();
    expect(await notesOf(india(), kz())).toEqual(['after it']);
  });

  test('keeps the order in which several transactions have locked what it is about', async () => {
    const { db } = kz().database;
    await sql`CREATE TABLE public.aggregate (version int)`.execute(db);
    await sql`INSERT INTO public.aggregate VALUES (0)`.execute(db);
    const change = () =>
      db.transaction().execute(async (tx) => {
        const { rows } = await sql<{ version: number }>`
          UPDATE public.aggregate SET version = version + 1 RETURNING version`.execute(tx);
        const body = { text: `version ${rows[0]!.version}` };
        await kz().node.exchange.send(tx, { to: 'in', type: 'tests.noted', body, handling: 'restricted' });
      });
    await Promise.all(Array.from({ length: 40 }, change));
    await constellation.settle();
    expect(await notesOf(india(), kz())).toEqual(Array.from({ length: 40 }, (_, at) => `version ${at + 1}`));
  });

  test('is refused at once for a node that is not there, for the node itself, and when it is too large', async () => {
    const problem = (code: string) => expect.objectContaining({ code });
    await expect(sendNotes(kz(), { id: 'xx' }, ['x'])).rejects.toEqual(problem('unknown-receiver'));
    await expect(sendNotes(kz(), kz(), ['x'])).rejects.toEqual(problem('unknown-receiver'));
    await expect(sendNotes(kz(), india(), ['x'.repeat(2 ** 20)])).rejects.toEqual(problem('envelope-too-large'));
    await expect(sendNotes(kz(), india(), ['\ud800'])).rejects.toMatchObject({ code: 'lone-surrogate' });
  });

  test('goes out as a void when it had expired before it got its number, and is held', async () => {
    await sendNotes(kz(), india(), ['too late'], { expiresAt: new Date(kz().clock.now().getTime() - 1000) });
    await sendNotes(kz(), india(), ['in time'], { expiresAt: new Date(kz().clock.now().getTime() + 60_000) });
    await constellation.settle();
    expect(await notesOf(india(), kz())).toEqual(['in time']);
    const { rows } = await sql<{ code: string; type: string; voided: boolean }>`
      SELECT code, type, voided FROM exchange.dead_letter JOIN exchange.outbox USING (id)`.execute(kz().database.db);
    expect(rows).toEqual([{ code: 'expired', type: 'tests.noted', voided: true }]);
    const { rows: arrived } = await sql<{ type: string }>`
      SELECT type FROM exchange.inbox WHERE node = 'kz' ORDER BY seq DESC LIMIT 2`.execute(india().database.db);
    expect(arrived.map(({ type }) => type)).toEqual(['tests.noted', 'exchange.voided']);
  });
});

describe('what was opened', () => {
  test('is told to its sender once, signed, whether or not more comes', async () => {
    const tell = async (envelope: string) =>
      await india()
        .database.db.transaction()
        .execute((tx) => india().node.exchange.opened(tx, { actor: { kind: 'officer', id: 'an officer' } }, envelope));
    await sendNotes(kz(), india(), ['to be opened']);
    await constellation.settle();
    const { rows } = await sql<{ envelope: string; seq: number }>`
      SELECT encode(envelope, 'hex') AS envelope, seq FROM exchange.inbox
      WHERE node = 'kz' ORDER BY seq DESC LIMIT 1`.execute(india().database.db);
    const [{ envelope, seq }] = rows as [{ envelope: string; seq: number }];
    expect(await tell(envelope)).toBe(true);
    expect(await tell(envelope)).toBe(false);
    expect(await tell('0'.repeat(64))).toBe(false);
    const held = async () => {
      const { rows } = await sql<{ seq: number }>`
        SELECT seq FROM exchange.receipt_held WHERE node = 'in' AND status = 'opened'`.execute(kz().database.db);
      return rows;
    };
    await expect.poll(held, { timeout: 20_000 }).toEqual([{ seq }]);
    await sendNotes(kz(), india(), ['after it']);
    await constellation.settle();
    expect((await leaves(india().database, 'exchange.opened')).map(({ subject }) => subject?.ref)).toEqual([envelope]);
  });
});

describe('nothing is lost and nothing comes twice', () => {
  test('when the receiver is stopped in the middle and started again', async () => {
    await sendNotes(kz(), india(), numberedNotes(400));
    const stopping = india().stop();
    await sendNotes(kz(), india(), numberedNotes(400, 401));
    await stopping;
    await sendNotes(kz(), pakistan(), ['meanwhile']);
    await expect.poll(async () => (await outgoing(kz().database, 'in')).failure).not.toBeNull();
    await expect.poll(() => notesOf(pakistan(), kz())).toEqual(['meanwhile']);
    await india().start();
    await constellation.settle();
    expect(await notesOf(india(), kz())).toEqual(numberedNotes(800));
    expect((await outgoing(kz().database, 'in')).failure).toBeNull();
  });

  test('when the sender is stopped in the middle and started again', async () => {
    await sendNotes(kz(), india(), numberedNotes(600));
    await kz().stop();
    await kz().start();
    await constellation.settle();
    expect(await notesOf(india(), kz())).toEqual(numberedNotes(600));
  });

  test('when every connection is cut while envelopes flow', async () => {
    await sendNotes(kz(), india(), numberedNotes(500));
    for (let cuts = 0; cuts < 5; cuts++) {
      // A change of the register ends every connection.
      await decide(constellation.nodes, {
        kind: 'treaty',
        subject: `treaty-${cuts}`,
        body: { inForceFrom: '2026-01-01T00:00:00.000Z' },
      });
    }
    await constellation.settle();
    expect(await notesOf(india(), kz())).toEqual(numberedNotes(500));
  });

  test('when sealing, signing and connection keys are renewed on both sides while envelopes flow', async () => {
    await sendNotes(kz(), india(), numberedNotes(200));
    await renewKeys(constellation.nodes, india(), ['sealing', 'tls']);
    await sendNotes(kz(), india(), numberedNotes(200, 201));
    await renewKeys(constellation.nodes, kz(), ['signing', 'tls']);
    await sendNotes(kz(), india(), numberedNotes(200, 401));
    await renewKeys(constellation.nodes, india(), ['signing']);
    await constellation.settle();
    expect(await notesOf(india(), kz())).toEqual(numberedNotes(600));
  });

  test('when a key is revoked that has signed what was not delivered yet: it is signed anew, under the same id', async () => {
    await india().stop();
    await sendNotes(kz(), india(), numberedNotes(20));
    await expect.poll(async () => (await outgoing(kz().database, 'in')).sent).toBeGreaterThan(0);
    await expect.poll(async () => (await outgoing(kz().database, 'in')).failure).not.toBeNull();
    const { id } = kz().node.membership.keys.signing();
    await renewKeys(constellation.nodes, kz(), ['signing'], { revoke: [id] });
    await india().start();
    await constellation.settle();
    expect(await notesOf(india(), kz())).toEqual(numberedNotes(20));
    const { rows } = await sql<{ signedBy: string }>`
      SELECT DISTINCT signed_by AS "signedBy" FROM exchange.outbox
      WHERE node = 'in' AND seq > ${(await outgoing(kz().database, 'in')).sent - 20}`.execute(kz().database.db);
    expect(rows).toEqual([{ signedBy: kz().node.membership.keys.signing().id }]);
  });
});

describe('a register that is behind', () => {
  test("is caught up from the sender's acts, and the envelopes go on", async () => {
    await decide(
      constellation.nodes,
      { kind: 'treaty', subject: 'known-late', body: { inForceFrom: '2026-01-01T00:00:00.000Z' } },
      { knownAt: [kz()] },
    );
    await sendNotes(kz(), india(), ['under it'], { instrument: 'known-late' });
    await constellation.settle();
    expect(await notesOf(india(), kz())).toEqual(['under it']);
    expect(india().node.membership.standing()?.register.treaties.has('known-late')).toBe(true);
  });

  test('is caught up by the sender too, when a peer answers with a newer head', async () => {
    await decide(
      constellation.nodes,
      { kind: 'treaty', subject: 'known-there', body: { inForceFrom: '2026-01-01T00:00:00.000Z' } },
      { knownAt: [india()] },
    );
    await sendNotes(kz(), india(), ['by the way']);
    await constellation.settle();
    await expect.poll(() => kz().node.membership.standing()?.register.treaties.has('known-there')).toBe(true);
  });
});
