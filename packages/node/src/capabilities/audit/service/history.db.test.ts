import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyLog } from '@entente/crypto/log/verify';
import { openCheckpoint } from '@entente/crypto/note/checkpoint';
import { parseVerifierKey } from '@entente/crypto/note/verifier-key';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/database/database.ts';
import { numberPending } from '../../../platform/database/sequence.ts';
import { readCheckpoint } from '../store/tree.ts';
import { readWholeLog } from '../store/whole-log.ts';
import { foldPending, foldSequence } from './fold.ts';
import { createHistory, HistoryContradicted, type SeenHead } from './history.ts';
import { type LogKey, openLogKey } from './log-key.ts';
import { readPublishedTile } from './publish.ts';
import { recordEvents } from './record-event.ts';

const actor = { kind: 'node', id: 'kz' } as const;
const clock = { now: () => new Date() };
/** Folded before the backup, written but not folded then, and folded after it. */
const [FOLDED, WAITING, AFTER] = [300, 5, 400];
const SIZE = FOLDED + WAITING + AFTER;

let folder: string;
let keyFile: string;
let whole: TestDatabase;
let restored: TestDatabase;
let key: LogKey;
let head: SeenHead;
let leaves: Buffer[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-history-'));
  keyFile = join(folder, 'node.key');
  whole = await testDatabase();
  key = await openLogKey(whole.db, keyFile, 'kz.localhost/log');
  for (const count of [FOLDED, WAITING, AFTER]) {
    await write(whole.db, count);
    await fold(whole.db);
  }
  const { size, note } = (await readCheckpoint(whole.db))!;
  head = { size, note, root: openCheckpoint(note, parseVerifierKey(key.verifierKey)).root };
  const { rows } = await sql<{ content: string; leaf_hash: Buffer }>`
    SELECT content, leaf_hash FROM audit.record ORDER BY position`.execute(whole.db);
  leaves = rows.slice(FOLDED).map(({ leaf_hash }) => leaf_hash);
  restored = await testDatabase();
  await openLogKey(restored.db, keyFile, 'kz.localhost/log');
  await insert(restored.db, rows.slice(0, FOLDED));
  await fold(restored.db);
  await insert(restored.db, rows.slice(FOLDED, FOLDED + WAITING));
});
afterAll(async () => {
  await whole.close();
  await restored.close();
  await rm(folder, { recursive: true });
});

async function write(db: Database, count: number): Promise<void> {
  const entry = { event: 'exchange.witness-restored' as const, actor, outcome: 'done' as const };
  await db.transaction().execute((tx) =>
    recordEvents(
      tx,
      Array.from({ length: count }, () => ({ ...entry, at: clock.now() })),
    ),
  );
}

async function insert(db: Database, records: readonly { content: string; leaf_hash: Buffer }[]): Promise<void> {
  await sql`
    INSERT INTO audit.record (content, leaf_hash)
    SELECT * FROM unnest(${records.map(({ content }) => content)}::text[], ${records.map(({ leaf_hash }) => leaf_hash)}::bytea[])`.execute(
    db,
  );
}

const fold = (db: Database) => numberPending(db, foldSequence(key));
const history = () => createHistory(key, clock);
const refill = (to: SeenHead, hashes: Buffer[]) =>
  restored.db.transaction().execute((tx) => history().refill(tx, { actor }, to, hashes));
const verify = () =>
  restored.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => verifyLog((await readWholeLog(tx))!, { verifierKey: key.verifierKey, pinned: head.note }));

describe('a log restored from a backup', () => {
  test('gives no record a place while it is held, neither to the node nor to a command', async () => {
    await history().hold(restored.db);
    expect(await fold(restored.db)).toBe(0);
    await foldPending(restored.db, keyFile);
    expect(await readCheckpoint(restored.db)).toMatchObject({ size: FOLDED });
  });

  test('does not grow into a head that is not its own, and stays as it was', async () => {
    const other = leaves.with(100, Buffer.alloc(32));
    await expect(refill(head, other)).rejects.toThrow(HistoryContradicted);
    expect(await readCheckpoint(restored.db)).toMatchObject({ size: FOLDED });
  });

  test('grows into the head its peers saw: what waited has its place, of the rest the hash is there and a leaf says so', async () => {
    expect(await refill(head, leaves)).toEqual({ from: FOLDED, lost: AFTER, kept: WAITING });
    await history().release(restored.db, 'witnessed');
    await write(restored.db, 3);
    while ((await fold(restored.db)) > 0);
    expect(await verify()).toMatchObject({ faults: [], size: SIZE + 4, lost: AFTER, pending: { count: 0 } });
  });

  test('shows witnesses the tiles that they mirrored', async () => {
    for (const index of [1, 2]) {
      const tile = { level: 0, index, width: index === 2 ? SIZE - 512 : 256 };
      expect(await readPublishedTile(restored.db, tile)).toEqual(await readPublishedTile(whole.db, tile));
    }
  });

  test('fails verification where a hash stands in the place of a record and no leaf says that it was lost', async () => {
    const tx = await restored.db.startTransaction().execute();
    await sql`ALTER TABLE audit.record DISABLE TRIGGER USER`.execute(tx);
    await sql`WITH gone AS (DELETE FROM audit.record WHERE position = 7 RETURNING position, leaf_hash)
      INSERT INTO audit.lost_record SELECT * FROM gone`.execute(tx);
    const { faults } = await verifyLog((await readWholeLog(tx))!, { verifierKey: key.verifierKey });
    await tx.rollback().execute();
    expect(faults).toMatchObject([{ code: 'loss-unlogged', where: 'record 7' }]);
  });

  test('fails verification where one of the hashes was changed', async () => {
    const tx = await restored.db.startTransaction().execute();
    await sql`ALTER TABLE audit.lost_record DISABLE TRIGGER USER`.execute(tx);
    await sql`UPDATE audit.lost_record SET leaf_hash = sha256('other') WHERE position = ${SIZE - 1}`.execute(tx);
    const { faults } = await verifyLog((await readWholeLog(tx))!, { verifierKey: key.verifierKey });
    await tx.rollback().execute();
    expect(faults.map(({ code }) => code)).toContain('root');
  });

  test('is left to the node by commands, since others vouch for it', async () => {
    await write(restored.db, 1);
    await foldPending(restored.db, keyFile);
    expect(await verify()).toMatchObject({ pending: { count: 1 } });
  });
});
