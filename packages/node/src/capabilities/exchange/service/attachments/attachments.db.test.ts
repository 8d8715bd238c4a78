import { CHUNK_BYTES, sealedSize } from '@entente/crypto/sealed-chunks/sizes';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { decide, renewKeys } from '@entente/testkit/constellation/decide';
import {
  ANY_FILES,
  filesFrom,
  hashOfBytes,
  hashOfFile,
  keepBytes,
  sendFiles,
  withholdChunks,
} from '@entente/testkit/constellation/files';
import { notesOf, sendNotes, takeNotes } from '@entente/testkit/constellation/notes';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../../../platform/log.ts';

const MEBIBYTES = 8;
const LARGE = MEBIBYTES * CHUNK_BYTES + 5;
const LONG = { timeout: 60_000 };
const SOON = { timeout: 40_000 };

let constellation: Constellation;
beforeAll(async () => {
  constellation = await openConstellation({
    states: ['KZ', 'IN'],
    prepare: (node) => takeNotes(node, undefined, ANY_FILES),
    log: () => createLog('silent'),
  });
});
afterAll(() => constellation.close());

const kz = () => constellation.of('KZ');
const india = () => constellation.of('IN');
const last = async () => (await filesFrom(india(), kz())).at(-1)!;

async function eventsAt({ database }: ConstellationNode, event: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM audit.record WHERE event = ${event}`.execute(database.db);
  return rows[0]!.count;
}

/** Sealed bytes that a node has given away in this run, by its own figures. */
async function bytesGiven({ node }: ConstellationNode): Promise<number> {
  const { body } = await node.http.inject({ url: '/metrics', headers: { host: node.host } });
  return Number(/^entente_exchange_attachment_bytes_total\{[^}]*direction="out"[^}]*\} (\d+)$/m.exec(body)?.[1] ?? 0);
}

/** Sends a file of which nothing after the fifth chunk is to be had, waits until it stands still, and gives a way to let it go on. */
async function sendHalf(text: string): Promise<() => Promise<void>> {
  const file = await keepBytes(kz(), LARGE);
  const letGo = await withholdChunks(kz(), file, 5);
  await sendNotes(kz(), india(), [text], { files: [file] });
  await expect
    .poll(async () => (await filesFrom(india(), kz())).at(-1), SOON)
    .toMatchObject({ state: 'coming', chunks: 5, failure: 'no-such-attachment' });
  return letGo;
}

const untilHere = () => expect.poll(async () => (await last()).state, SOON).toBe('here');

describe('a file that an envelope encloses', () => {
  test('comes after it, whole, whatever its size; its sender knows, and both logs say so', async () => {
    const sizes = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1];
    await sendFiles(kz(), india(), 'with five files', sizes);
    await constellation.settle();
    expect(await notesOf(india(), kz())).toEqual(['with five files']);
    const files = await filesFrom(india(), kz());
    expect(files.map(({ state, size, told }) => ({ state, size, told }))).toEqual(
      sizes.map((size) => ({ state: 'here', size, told: true })),
    );
    for (const { id, size } of files) expect(await hashOfFile(india(), id)).toBe(hashOfBytes(size));
    expect(await eventsAt(india(), 'exchange.attachment-received')).toBe(sizes.length);
    expect(await eventsAt(kz(), 'exchange.attachment-delivered')).toBe(sizes.length);
    const { rows } = await sql<{ outcome: string }>`SELECT outcome FROM exchange.enclosure`.execute(kz().database.db);
    expect(rows.map(({ outcome }) => outcome)).toEqual(Array(5).fill('here'));
  });

  test('lies sealed on both sides: neither its bytes nor its name are in either database', async () => {
    const wish = { name: 'Wellenreiter.bin', mediaType: 'application/octet-stream' };
    const text = Buffer.from('Wellenreiter '.repeat(1000));
    const { id } = await kz().node.exchange.files.keep(kz().database.db, [text], wish);
    await sendNotes(kz(), india(), ['sealed'], { files: [id] });
    await constellation.settle();
    for (const { database } of constellation.nodes) {
      const { rows } = await sql<{ row: string }>`
        SELECT encode(sealed, 'escape') AS row FROM exchange.file_chunk
        UNION ALL SELECT encode(personal, 'escape') FROM exchange.file WHERE personal IS NOT NULL`.execute(database.db);
      expect(rows.length).toBeGreaterThan(1);
      expect(rows.filter(({ row }) => row.includes('Wellenreiter'))).toEqual([]);
    }
    expect((await india().node.exchange.files.view(india().database.db, [(await last()).id])).size).toBe(1);
  });
});

describe('a large file', LONG, () => {
  test('goes on from the chunk that is missing when every connection is cut while it flows', async () => {
    const size = 3 * LARGE;
    const before = await bytesGiven(kz());
    await sendFiles(kz(), india(), 'cut', [size]);
    for (let cuts = 0; cuts < 3; cuts++) {
      await expect.poll(async () => (await last()).size, { ...SOON, interval: 1 }).toBe(size);
      // A change of the register ends every connection.
      const inForceFrom = '2026-01-01T00:00:00.000Z';
      await decide(constellation.nodes, { kind: 'treaty', subject: `cut-${cuts}`, body: { inForceFrom } });
    }
    await untilHere();
    expect(await hashOfFile(india(), (await last()).id)).toBe(hashOfBytes(size));
    // A chunk that was under way at a cut is given once more; none that was stored is.
    expect((await bytesGiven(kz())) - before).toBeLessThanOrEqual(sealedSize(size) + 3 * sealedSize(CHUNK_BYTES));
  });

  test('is no use to anybody before it is whole, and goes on when the receiver was stopped and started again', async () => {
    const letGo = await sendHalf('stopped');
    await india().stop();
    const { id, chunks } = await last();
    expect(await hashOfFile(india(), id)).toBeUndefined();
    await letGo();
    const given = await bytesGiven(kz());
    await india().start();
    await untilHere();
    expect(await hashOfFile(india(), id)).toBe(hashOfBytes(LARGE));
    expect((await bytesGiven(kz())) - given).toBe(sealedSize(LARGE) - sealedSize(chunks * CHUNK_BYTES));
  });

  test('comes too when its sender was stopped in the middle, and sealing, signing and connection keys are renewed', async () => {
    const letGo = await sendHalf('renewed');
    await kz().stop();
    await letGo();
    await kz().start();
    await renewKeys(constellation.nodes, india(), ['sealing', 'tls']);
    await renewKeys(constellation.nodes, kz(), ['signing', 'tls']);
    await untilHere();
    expect(await hashOfFile(india(), (await last()).id)).toBe(hashOfBytes(LARGE));
  });

  test('lets envelopes and smaller files pass while it is on its way', async () => {
    const letGo = await sendHalf('slow');
    const slow = (await last()).id;
    await sendFiles(kz(), india(), 'quick', [100]);
    await constellation.settle();
    expect(await notesOf(india(), kz())).toContain('quick');
    expect(await last()).toMatchObject({ size: 100, state: 'here' });
    expect((await filesFrom(india(), kz())).find(({ id }) => id === slow)?.state).toBe('coming');
    await letGo();
    await expect.poll(() => hashOfFile(india(), slow), SOON).toBe(hashOfBytes(LARGE));
  });
});
