import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { foundDemonstrationNode } from '@entente/testkit/demonstration';
import { type TestNode, testNode } from '@entente/testkit/node';
import { writeDemonstrationList } from '@entente/testkit/people/demonstration-list';
import { LEADING_PEOPLE, LISTED_BY_DOCUMENT } from '@entente/testkit/people/demonstration-people';
import { TEST_KEYS } from '@entente/testkit/sealing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../../../platform/config.ts';
import { createDatabase } from '../../../../platform/database/database.ts';
import { createLog } from '../../../../platform/log.ts';
import { decodeKeyRing } from '../../../../platform/sealing/key-ring.ts';
import { fixedSource } from '../../../../platform/sealing/key-source.ts';
import { createSealing } from '../../../../platform/sealing/sealing.ts';
import { operatorAttribution } from '../../../access/index.ts';
import { startImport } from '../../../alerts/index.ts';
import { createSearchThreads } from '../search-threads.ts';
import { catchUp, createWatch, load, type Watch } from '../watch.ts';
import { keepSnapshots } from './keep-snapshots.ts';
import { readSnapshot } from './read-snapshot.ts';
import { hashSources } from './sources.ts';
import { writeSnapshot } from './write-snapshot.ts';

vi.mock('./sources.ts', { spy: true });

let folder: string;
let path: string;
let database: TestDatabase;
let node: TestNode;
/** What was said about a file that is not used. */
const said: string[] = [];
const log = createLog('warn', (line) => said.push((JSON.parse(line) as { reason: string }).reason));
const LISTS = ['invented'] as const;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-'));
  path = join(folder, 'index.sealed');
  database = await testDatabase();
  node = await testNode(database);
  const opened = { ...database, lost: new Promise<Error>(() => {}) };
  const { clock } = node;
  await foundDemonstrationNode({ config: readConfig({}), clock, log, database: opened, sealing: database.sealing });
  for (const work of node.background) await work.start();
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.close();
  await database.close();
  await rm(folder, { recursive: true });
});

const empty = () => createWatch(createSearchThreads(0, log));
const partsOf = (watch: Watch, db = database.db) => ({ watch, db, log, path });

/** An index that holds everything, as after a start without a file. */
async function loaded(): Promise<Watch> {
  const watch = empty();
  await load(watch, database.db, node.clock);
  return watch;
}

async function written(copy = true): Promise<Watch> {
  const watch = await loaded();
  await writeSnapshot(partsOf(watch), { copy, file: true });
  return watch;
}

/** The same numbers of keys, and other keys. */
function otherSealing() {
  const keys = { '00000001': Buffer.alloc(32, 'another key').toString('base64') };
  return createSealing(fixedSource(decodeKeyRing(JSON.stringify({ ...JSON.parse(TEST_KEYS), keys }))));
}

/** What everybody meets who is asked for. */
function answers(watch: Watch) {
  const asked = LEADING_PEOPLE.flatMap(({ given, family, original, passport }) => [
    { names: [`${given} ${family}`] },
    { names: [original] },
    { names: [], documents: passport ? [{ number: passport.number }] : [] },
  ]);
  return asked.map((query) => watch.index.search(query, LISTS));
}

async function importList(text: string): Promise<void> {
  const list = join(folder, 'list.xml');
  await writeFile(list, text);
  const attribution = operatorAttribution('test');
  const request = { format: 'un-sc', list: 'invented', paths: [list], attribution, confirmRemovals: true } as const;
  const { done } = await startImport({ db: database.db, clock: node.clock, log }, request);
  expect(await done).toMatchObject({ state: 'done' });
}

describe('an index read from disk', () => {
  test.for([true, false])(
    'answers as the one that was written, and shows the same (written anew: %s)',
    async (copy) => {
      const before = await written(copy);
      const after = empty();
      expect(await readSnapshot(partsOf(after))).toBe(true);
      await catchUp(after, database.db, node.clock);
      expect(after.index.size).toBe(before.index.size);
      expect(after.alerts.size).toBe(before.alerts.size);
      expect(answers(after)).toEqual(answers(before));
      expect(answers(after).flat().length).toBeGreaterThan(3);
    },
  );

  test('knows after catching up what came and went since', async () => {
    await written();
    const whole = writeDemonstrationList();
    const number = LISTED_BY_DOCUMENT.passport!.number;
    await importList(whole.replaceAll(number, 'ZZ0000001'));
    const after = empty();
    expect(await readSnapshot(partsOf(after))).toBe(true);
    await vi.waitFor(
      async () => {
        await catchUp(after, database.db, node.clock);
        expect(after.index.search({ names: [], documents: [{ number }] }, LISTS)).toEqual([]);
      },
      { timeout: 10_000, interval: 50 },
    );
    expect(after.index.search({ names: [], documents: [{ number: 'ZZ0000001' }] }, LISTS)).toHaveLength(1);
    await importList(whole);
  });
});

/** What a file is told that was not written as it is, or under other keys. */
const UNSEALED = /Not a sealed file|cut short|does not open|is not what was sealed here|too short or too long/;

describe('a file that is not used, so that everything is loaded:', () => {
  const isRefused = async (reason: RegExp | undefined, db = database.db) => {
    const watch = empty();
    said.length = 0;
    expect(await readSnapshot(partsOf(watch, db))).toBe(false);
    expect(watch.index.size).toBe(0);
    expect(watch.position).toBeNull();
    await expect(stat(path)).rejects.toThrow('ENOENT');
    expect(said).toEqual(reason ? [expect.stringMatching(reason)] : []);
  };

  test('none', async () => {
    await rm(path, { force: true });
    await isRefused(undefined);
  });

  test('one that is cut, at any place', async () => {
    for (const left of [5, 40, 700, -1]) {
      await written();
      const { size } = await stat(path);
      await truncate(path, left < 0 ? size + left : left);
      await isRefused(UNSEALED);
    }
  });

  test('one in which a byte was altered, wherever it is', async () => {
    for (const at of [0, 9, 30, 0.3, 0.99]) {
      await written();
      const bytes = await readFile(path);
      const place = at < 1 && at > 0 ? Math.floor(bytes.length * at) : at;
      bytes[place]! ^= 1;
      await writeFile(path, bytes);
      await isRefused(UNSEALED);
    }
  });

  test('one that goes on after its end', async () => {
    await written();
    await writeFile(path, Buffer.concat([await readFile(path), Buffer.alloc(40)]));
    await isRefused(UNSEALED);
  });

  test('one of a node with other keys', async () => {
    await written();
    await isRefused(UNSEALED, createDatabase(database.pool, otherSealing()));
  });

  test('one that another version of the node wrote', async () => {
    vi.mocked(hashSources).mockReturnValueOnce('the sources of another version');
    await written();
    await isRefused(/another version/);
  });

  test('one of another state of the database: restored, and gone on otherwise', async () => {
    const watch = await written();
    await sql`UPDATE alerts.change SET change = 'removed' WHERE position = ${watch.position}`.execute(database.db);
    await isRefused(/another state of the database/);
    await sql`UPDATE alerts.change SET change = 'added' WHERE position = ${watch.position}`.execute(database.db);
  });
});

test('nobody’s name or number can be read in the file', async () => {
  await written();
  const bytes = await readFile(path);
  for (const { family, original, passport } of LEADING_PEOPLE)
    for (const text of [family, original, passport?.number ?? family]) expect(bytes.includes(text)).toBe(false);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

describe('a node', () => {
  const kept = (watch: Watch, { everyMs = 60_000, worthAFile = 1 } = {}) =>
    keepSnapshots({ watch, db: database.db, log, folder, everyMs, worthAFile });
  const file = () => stat(join(folder, 'screening-index.sealed'));

  test('writes the index when it stops, and reads it when it starts', async () => {
    const before = await loaded();
    await kept(before).last();
    const after = empty();
    expect(await kept(after).read()).toBe(true);
    expect(answers(after)).toEqual(answers(before));
  });

  test('leaves no file of what is too little to be worth one, or where none is wanted', async () => {
    const watch = await loaded();
    await kept(watch).last();
    await file();
    await kept(watch, { worthAFile: 1_000_000 }).last();
    await expect(file()).rejects.toThrow('ENOENT');
    await kept(watch).last();
    await file();
    expect(await kept(empty(), { everyMs: 0 }).read()).toBe(false);
    await expect(file()).rejects.toThrow('ENOENT');
  });

  test('writes it anew in time when something changed, while it goes on', async () => {
    const watch = await loaded();
    const snapshots = kept(watch, { everyMs: 1 });
    await snapshots.read();
    snapshots.look();
    await vi.waitFor(file, { timeout: 20_000 });
    const first = (await file()).ino;
    const [removed] = watch.index.beside();
    watch.index.remove(removed!.id);
    await vi.waitFor(
      async () => {
        snapshots.look();
        expect((await file()).ino).not.toBe(first);
      },
      { timeout: 20_000, interval: 50 },
    );
    await snapshots.last();
  });
});
