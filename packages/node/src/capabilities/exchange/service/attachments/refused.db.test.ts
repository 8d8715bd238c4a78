import type { Problem } from '@entente/contracts/problem';
import { CHUNK_BYTES } from '@entente/crypto/sealed-chunks/sizes';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { decide } from '@entente/testkit/constellation/decide';
import {
  ANY_FILES,
  filesFrom,
  hashOfBytes,
  hashOfFile,
  keepBytes,
  sendFiles,
} from '@entente/testkit/constellation/files';
import { notesOf, sendNotes, takeNotes } from '@entente/testkit/constellation/notes';
import { rawPeer } from '@entente/testkit/constellation/raw-peer';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../../../platform/log.ts';
import { sweep } from '../../store/attachments/files.ts';

const SIZE = 2 * CHUNK_BYTES + 100;
const SOON = { timeout: 40_000 };
const ACTOR = { actor: { kind: 'officer', id: 'an officer' } } as const;

/** Names by which the room of this test refuses what has come. */
const UNWANTED = 333;

let constellation: Constellation;
beforeAll(async () => {
  constellation = await openConstellation({
    states: ['KZ', 'IN', 'CN'],
    prepare: async (node) => {
      await takeNotes(node, undefined, {
        ...ANY_FILES,
        most: 2,
        bytes: 64 * CHUNK_BYTES,
        arrived: async (_, { size }) =>
          size === UNWANTED ? { refused: { code: 'tests.unwanted', detail: 'Not wanted' } } : { accepted: true },
      });
      node.node.exchange.receive('tests.bare', Type.Object({}), async () => ({ accepted: true }));
    },
    log: () => createLog('silent'),
  });
});
afterAll(() => constellation.close());

const kz = () => constellation.of('KZ');
const india = () => constellation.of('IN');
const last = async () => (await filesFrom(india(), kz())).at(-1)!;

/** Sends a note with one file that its sender's software has altered in its own database before. */
async function sendAltered(alter: (db: ConstellationNode['database']['db'], file: string) => Promise<unknown>) {
  const file = await keepBytes(kz(), SIZE);
  await alter(kz().database.db, file);
  await sendNotes(kz(), india(), ['altered'], { files: [file] });
  return file;
}

const set =
  (value: ReturnType<typeof sql>, number: number) => (db: ConstellationNode['database']['db'], file: string) =>
    sql`UPDATE exchange.file_chunk SET sealed = ${value} WHERE file = ${file} AND number = ${number}`.execute(db);

describe('a chunk', () => {
  test.each([
    ['altered', 0, 'attachment-altered', set(sql`set_byte(sealed, 500, get_byte(sealed, 500) # 1)`, 0)],
    ['with another end than it was sealed with', 1, 'attachment-wrong-chunk', set(sql`set_byte(sealed, 1, 1)`, 1)],
    ['of another version', 1, 'attachment-wrong-chunk', set(sql`set_byte(sealed, 0, 2)`, 1)],
    ['cut short', 1, 'attachment-wrong-length', set(sql`substring(sealed FROM 1 FOR 1000)`, 1)],
    ['lengthened', 2, 'attachment-wrong-length', set(sql`sealed || '\\x00'::bytea`, 2)],
    ['empty', 2, 'attachment-wrong-length', set(sql`'\\x'::bytea`, 2)],
    [
      'in the place of another',
      0,
      'attachment-wrong-chunk',
      async (db: ConstellationNode['database']['db'], file: string) => {
        for (const [from, to] of [
          [0, 9],
          [1, 0],
          [9, 1],
        ]) {
          await sql`UPDATE exchange.file_chunk SET number = ${to} WHERE file = ${file} AND number = ${from}`.execute(
            db,
          );
        }
      },
    ],
    [
      'of another file',
      0,
      'attachment-altered',
      async (db: ConstellationNode['database']['db'], file: string) => {
        const other = await keepBytes(kz(), SIZE);
        await sql`
          UPDATE exchange.file_chunk SET sealed = (SELECT sealed FROM exchange.file_chunk WHERE file = ${other} AND number = 0)
          WHERE file = ${file} AND number = 0`.execute(db);
      },
    ],
  ])(
    '%s is not stored: the file stands still there, with the reason, and is tried again',
    async (_, at, code, alter) => {
      await sendAltered(alter);
      await expect.poll(last, SOON).toMatchObject({ state: 'coming', chunks: at, failure: code });
      expect((await last()).tries).toBeGreaterThan(0);
      expect((await notesOf(india(), kz())).at(-1)).toBe('altered');
    },
  );

  test('put right at its sender is taken at the next try, and the file comes whole', async () => {
    const file = await sendAltered(set(sql`sealed || '\\x00'::bytea`, 2));
    await expect.poll(last, SOON).toMatchObject({ failure: 'attachment-wrong-length' });
    await sql`
      UPDATE exchange.file_chunk SET sealed = substring(sealed FROM 1 FOR octet_length(sealed) - 1)
      WHERE file = ${file} AND number = 2`.execute(kz().database.db);
    await expect.poll(async () => (await last()).state, SOON).toBe('here');
    expect(await hashOfFile(india(), (await last()).id)).toBe(hashOfBytes(SIZE));
  });
});

describe('a file', () => {
  test('whose chunks all open, and which is not what was announced, is refused, deleted and told', async () => {
    const { database } = kz();
    const file = await sendAltered(async (db, id) => {
      const personal = { sha256: 'ab'.repeat(32) };
      const { rows } = await sql<{ personal: Buffer }>`SELECT personal FROM exchange.file WHERE id = ${id}`.execute(db);
      const open = database.sealing.open<object>(`exchange.file/${id}`, rows[0]!.personal);
      const sealed = database.sealing.seal(`exchange.file/${id}`, { ...open, ...personal });
      await sql`UPDATE exchange.file SET personal = ${sealed} WHERE id = ${id}`.execute(db);
    });
    await expect.poll(last, SOON).toMatchObject({ state: 'refused', failure: 'attachment-other-content', chunks: 0 });
    expect(await hashOfFile(india(), (await last()).id)).toBeUndefined();
    const code = async () => {
      const { rows } = await sql<{ code: string }>`SELECT code FROM exchange.enclosure WHERE file = ${file}`.execute(
        database.db,
      );
      return rows[0]?.code;
    };
    await expect.poll(code, SOON).toBe('attachment-other-content');
  });

  test('that the room it is for refuses is deleted, and its sender told why', async () => {
    const [file] = await sendFiles(kz(), india(), 'unwanted', [UNWANTED]);
    await expect.poll(last, SOON).toMatchObject({ state: 'refused', failure: 'tests.unwanted', chunks: 0, told: true });
    const { rows } = await sql<{ outcome: string; code: string }>`
      SELECT outcome, code FROM exchange.enclosure WHERE file = ${file}`.execute(kz().database.db);
    expect(rows).toEqual([{ outcome: 'refused', code: 'tests.unwanted' }]);
  });

  test('that its sender has erased is gone, and said to be', async () => {
    const file = await keepBytes(kz(), SIZE);
    await india().stop();
    await sendNotes(kz(), india(), ['erased'], { files: [file] });
    await kz()
      .database.db.transaction()
      .execute((tx) => kz().node.exchange.files.erase(tx, [file]));
    await india().start();
    await expect.poll(last, SOON).toMatchObject({ state: 'gone', failure: 'attachment-gone', chunks: 0 });
    await expect(sendNotes(kz(), india(), ['again'], { files: [file] })).rejects.toMatchObject({
      code: 'unknown-file',
    });
  });
});

describe('an envelope', () => {
  const lastRefusal = async () => {
    const { rows } = await sql<{ code: string }>`
      SELECT code FROM exchange.dead_letter ORDER BY at DESC, id DESC LIMIT 1`.execute(kz().database.db);
    return rows[0]?.code;
  };

  test.each([
    ['too many files', 'exchange.too-many-attachments', [1, 2, 3], {}],
    ['too large a file', 'exchange.attachment-too-large', [65 * CHUNK_BYTES], {}],
    ['a file, of a type that takes none', 'exchange.attachments-not-taken', [1], { type: 'tests.bare', body: {} }],
  ])('with %s is refused, signed, and nothing of it is pulled', async (_, code, sizes, change) => {
    const before = (await filesFrom(india(), kz())).length;
    const files: string[] = [];
    for (const size of sizes) files.push(await keepBytes(kz(), size));
    await sendNotes(kz(), india(), ['too much'], { files, ...change });
    await constellation.settle();
    expect(await lastRefusal()).toBe(code);
    expect(await filesFrom(india(), kz())).toHaveLength(before);
  });

  test('with a file of a type that is not taken is refused', async () => {
    const wish = { name: 'run.exe', mediaType: 'application/x-msdownload' };
    const { id } = await kz().node.exchange.files.keep(kz().database.db, [Buffer.from('MZ')], wish);
    await sendNotes(kz(), india(), ['a program'], { files: [id] });
    await constellation.settle();
    expect(await lastRefusal()).toBe('exchange.attachment-of-other-type');
  });

  test('that was refused and is released encloses the same files', async () => {
    await sendNotes(kz(), india(), ['x'.repeat(10_001)], { files: [await keepBytes(kz(), 777)] });
    await constellation.settle();
    expect(await lastRefusal()).toBe('exchange.wrong-body');
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM exchange.dead_letter ORDER BY at DESC, id DESC LIMIT 1`.execute(kz().database.db);
    const { releaseDeadLetter } = await import('../dead-letters.ts');
    const { database, node, clock } = kz();
    const released = await releaseDeadLetter(
      { db: database.db, clock, membership: node.membership },
      ACTOR,
      rows[0]!.id,
    );
    const enclosed = await sql`SELECT FROM exchange.enclosure WHERE outbox = ${released.id}`.execute(database.db);
    expect(enclosed.rows).toHaveLength(1);
    await constellation.settle();
  });
});

describe('a stranger', () => {
  const path = async (position = 0, chunk = 0) => {
    const { rows } = await sql<{ envelope: string }>`
      SELECT encode(envelope, 'hex') AS envelope FROM exchange.outbox JOIN exchange.enclosure ON outbox = outbox.id
      WHERE node = 'in' AND outcome = 'here' ORDER BY seq LIMIT 1`.execute(kz().database.db);
    return `/peer/attachments/${rows[0]!.envelope}/${position}/${chunk}`;
  };
  const ask = async (as: ConstellationNode, at: string) => {
    const peer = rawPeer(as, kz());
    const { status, body } = await peer.ask<Problem>('GET', at);
    peer.close();
    return { status, code: body.code };
  };

  test('is told of an attachment that went to another what is told of one that is not there', async () => {
    const china = constellation.of('CN');
    const unknown = { status: 404, code: 'no-such-attachment' };
    expect(await ask(china, await path())).toEqual(unknown);
    expect(await ask(china, `/peer/attachments/${'ab'.repeat(32)}/0/0`)).toEqual(unknown);
    const peer = rawPeer(china, kz());
    const post = (at: string) => peer.ask<Problem>('POST', at.replace(/\/0$/, '/arrival'));
    await expect(post(await path())).resolves.toMatchObject({ status: 404 });
    peer.close();
    expect(await ask(india(), await path(1))).toEqual(unknown);
    expect(await ask(india(), await path(0, 1023))).toEqual(unknown);
    for (const wrong of ['/peer/attachments/x/0/0', (await path()).replace(/0$/, '1024'), `${await path()}/1`]) {
      expect((await ask(india(), wrong)).status).toBeGreaterThanOrEqual(400);
    }
  });

  test('is told that a file is gone whose envelope is here again after a restore, and the file is not', async () => {
    const at = await path();
    const { db } = kz().database;
    await sql`CREATE TABLE public.lost AS SELECT * FROM exchange.enclosure`.execute(db);
    await sql`DELETE FROM exchange.enclosure`.execute(db);
    expect(await ask(india(), at)).toEqual({ status: 410, code: 'attachment-gone' });
    expect(await ask(india(), at.replace(/0\/0$/, '5/0'))).toEqual({ status: 404, code: 'no-such-attachment' });
    await sql`INSERT INTO exchange.enclosure SELECT * FROM public.lost`.execute(db);
  });

  test('is whoever was suspended: by the channel, or by all', async () => {
    const { suspendChannel, resumeChannel } = await import('../suspend-channel.ts');
    const parts = { db: kz().database.db, clock: kz().clock, membership: kz().node.membership };
    await suspendChannel(parts, ACTOR, { node: 'in', reason: 'a test' });
    expect(await ask(india(), await path())).toEqual({ status: 403, code: 'channel-suspended' });
    await resumeChannel(parts, ACTOR, { node: 'in', reason: 'a test' });
    await decide(
      constellation.nodes,
      { kind: 'suspension', subject: 'IN', body: { reason: 'invented for the test' } },
      {
        consenting: [kz(), constellation.of('CN')],
      },
    );
    expect(await ask(india(), await path())).toEqual({ status: 403, code: 'member-suspended' });
  });
});

test('what nothing encloses any more, and no room keeps, is deleted with the content of its envelope', async () => {
  const { db } = kz().database;
  const count = async () => {
    const { rows } = await sql<{ files: number; chunks: number }>`
      SELECT (SELECT count(*)::integer FROM exchange.file) AS files,
        (SELECT count(*)::integer FROM exchange.file_chunk) AS chunks`.execute(db);
    return rows[0]!;
  };
  const swept = (days: number) =>
    db.transaction().execute((tx) => sweep(tx, new Date(kz().clock.now().getTime() + days * 86_400_000)));
  const wish = { name: 'kept', mediaType: 'application/octet-stream', holder: 'tests' };
  const held = await kz().node.exchange.files.keep(db, [Buffer.from('kept')], wish);
  await swept(1);
  const before = await count();
  expect(await swept(1)).toBe(0);
  await sql`UPDATE exchange.outbox SET personal = NULL WHERE envelope IS NOT NULL`.execute(db);
  expect(await swept(1)).toBeGreaterThan(0);
  expect((await count()).files).toBeLessThan(before.files);
  expect(await hashOfFile(kz(), held.id)).toBeDefined();
});
