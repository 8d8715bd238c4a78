import { verifyEvidence } from '@entente/crypto/evidence/verify';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { sendNotes, takeNotes } from '@entente/testkit/constellation/notes';
import { rawPeer } from '@entente/testkit/constellation/raw-peer';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../../../platform/log.ts';
import { gatherEvidence } from '../../exchange/evidence.ts';

let constellation: Constellation;
beforeAll(async () => {
  constellation = await openConstellation({
    states: ['KZ', 'IN', 'PK'],
    // Rounds are made by the tests.
    env: { ENTENTE_WITNESS_SECONDS: '3600' },
    log: () => createLog('silent'),
    prepare: (node) =>
      takeNotes(node, ({ body }) =>
        body.text.includes('refuse') ? { refused: { code: 'tests.refused', detail: 'Refused.' } } : undefined,
      ),
  });
});
afterAll(() => constellation.close());

const kz = () => constellation.of('KZ');
const india = () => constellation.of('IN');
const by = { actor: { kind: 'operator' as const, id: 'test' } };

/** Sends a note from Kazakhstan to India; returns the envelope's id and its row in the outbox. */
async function sendNote(text: string): Promise<{ envelope: string; row: string }> {
  await sendNotes(kz(), india(), [text]);
  await constellation.settle();
  for (const node of constellation.nodes) await untilFolded(node);
  const { rows } = await sql<{ envelope: string; row: string }>`
    SELECT encode(envelope, 'hex') AS envelope, id AS row FROM exchange.outbox ORDER BY seq DESC LIMIT 1`.execute(
    kz().database.db,
  );
  return rows[0]!;
}

async function untilFolded({ database: { db } }: ConstellationNode): Promise<void> {
  await expect
    .poll(async () => (await sql`SELECT FROM audit.record WHERE position IS NULL`.execute(db)).rows.length)
    .toBe(0);
}

const gather = ({ database: { db }, clock, node: { membership } }: ConstellationNode, id: string) =>
  gatherEvidence({ db, clock, membership }, by, id);
const verify = (file: string) => verifyEvidence(file, constellation.founded.pin);
const problem = (code: string) => expect.objectContaining({ code });
const witness = () => Promise.all(constellation.nodes.map(({ node }) => node.exchange.witness()));

describe('evidence of an envelope', () => {
  test('is the same story from either side: pending until a majority has cosigned, standing from then on', async () => {
    const { envelope, row } = await sendNote('Жанибек Шынгысбаев, invented');
    const pending = verify(await gather(kz(), envelope));
    expect(pending).toMatchObject({
      id: envelope,
      from: { node: 'kz', of: 'KZ' },
      to: { node: 'in', of: 'IN' },
      type: 'tests.noted',
      envelope: { body: { text: 'Жанибек Шынгысбаев, invented' } },
      sent: { stoodAt: null },
      received: { node: 'in', stoodAt: null },
      decided: { status: 'accepted' },
    });
    await witness();
    const [byRow, atReceiver] = [verify(await gather(kz(), row)), verify(await gather(india(), envelope))];
    for (const standing of [byRow, atReceiver]) {
      expect(standing).toMatchObject({ id: envelope, received: { record: pending.received.record } });
      expect(standing.sent.cosignedBy.toSorted()).toEqual(['in', 'pk']);
      expect(standing.received.cosignedBy.toSorted()).toEqual(['kz', 'pk']);
      expect(standing.received.stoodAt).not.toBeNull();
    }
    expect(atReceiver.received).toEqual(byRow.received);
  });

  test('says why it was refused', async () => {
    const { envelope } = await sendNote('refuse me');
    expect(verify(await gather(india(), envelope)).decided).toMatchObject({
      status: 'refused',
      reason: { code: 'tests.refused', detail: 'Refused.' },
    });
  });

  test('still verifies when the content is erased, at one node or both', async () => {
    const { envelope } = await sendNote('to be erased');
    const erase = (node: ConstellationNode, table: string) =>
      sql`UPDATE ${sql.table(table)} SET personal = NULL WHERE envelope = decode(${envelope}, 'hex')`.execute(
        node.database.db,
      );
    await erase(india(), 'exchange.inbox');
    expect(verify(await gather(india(), envelope))).toMatchObject({
      id: envelope,
      envelope: null,
      type: 'tests.noted',
    });
    expect(verify(await gather(kz(), envelope)).envelope).not.toBeNull();
    await erase(kz(), 'exchange.outbox');
    const file = await gather(kz(), envelope);
    expect(file).not.toContain(Buffer.from('to be erased').toString('base64').slice(2, -2));
    expect(verify(file)).toMatchObject({ envelope: null, decided: { status: 'accepted' } });
  });

  test('is a record in the log of who wrote it', async () => {
    const { envelope } = await sendNote('recorded');
    await gather(kz(), envelope);
    const { rows } = await sql<{ content: string }>`
      SELECT content FROM audit.record WHERE event = 'exchange.evidence-written' ORDER BY id DESC LIMIT 1`.execute(
      kz().database.db,
    );
    expect(JSON.parse(rows[0]!.content)).toMatchObject({
      actor: { id: 'test' },
      subject: { kind: 'envelope', ref: envelope },
      facts: { from: 'kz', to: 'in', content: true },
    });
  });
});

describe('there is no evidence', () => {
  test('of what is unknown, or has no receipt yet', async () => {
    await expect(gather(kz(), '0'.repeat(64))).rejects.toThrow(problem('no-such-envelope'));
    await india().stop();
    try {
      const { rows } = await sendUndelivered('not there yet');
      await expect(gather(kz(), rows[0]!.id)).rejects.toThrow(problem('not-yet-received'));
    } finally {
      await india().start();
      await constellation.settle();
    }
  });

  test('while the other node is silent', async () => {
    const { envelope } = await sendNote('before the silence');
    await india().stop();
    try {
      await expect(gather(kz(), envelope)).rejects.toThrow(problem('other-half-missing'));
    } finally {
      await india().start();
    }
  });

  test('that shows a log which is not what was signed', async () => {
    const { envelope } = await sendNote('altered afterwards');
    const { db } = india().database;
    await sql`ALTER TABLE audit.record DISABLE TRIGGER USER`.execute(db);
    await sql`
      UPDATE audit.record SET content = replace(content, '"outcome":"done"', '"outcome":"failed"')
      WHERE content LIKE ${`%exchange.received%${envelope}%`}`.execute(db);
    await expect(gather(kz(), envelope)).rejects.toThrow(problem('other-half-wrong'));
  });
});

test('a node tells a third one nothing of what it has exchanged with another', async () => {
  const { envelope } = await sendNote('between two');
  const third = constellation.of('PK');
  await third.stop();
  const peer = rawPeer(third, india());
  try {
    const own = await peer.ask<{ code: string }>('GET', `/peer/proofs/${envelope}`);
    const none = await peer.ask<{ code: string }>('GET', `/peer/proofs/${'0'.repeat(64)}`);
    expect(own).toMatchObject({ status: 404, body: { code: 'no-such-envelope' } });
    expect({ ...own.body, instance: '' }).toEqual({ ...none.body, instance: '' });
  } finally {
    peer.close();
    await third.start();
  }
});

async function sendUndelivered(text: string) {
  await sendNotes(kz(), india(), [text]);
  return await sql<{ id: string }>`SELECT id FROM exchange.outbox ORDER BY ordinal DESC LIMIT 1`.execute(
    kz().database.db,
  );
}
