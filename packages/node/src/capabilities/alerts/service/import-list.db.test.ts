import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@entente/node/platform/log';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock.ts';
import { numberPending } from '../../../platform/database/sequence.ts';
import { operatorAttribution } from '../../access/index.ts';
import { feedHead, feedSequence, readFeed } from '../store/feed.ts';
import { findImport, lockList } from '../store/imports.ts';
import { readChanges, readProblems } from '../store/reports.ts';
import { countByList, loadSubjects, streamSubjects } from '../store/subjects.ts';
import { ImportEnd } from './import-end.ts';
import { startImport } from './import-list.ts';
import { recoverImports } from './recovery.ts';

let database: TestDatabase;
let folder: string;
const ALL = { after: 0, limit: 10_000 };

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'entente-lists-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await sql`TRUNCATE alerts.change, alerts.subject, alerts.import CASCADE`.execute(database.db);
  await sql`UPDATE alerts.feed SET size = 0`.execute(database.db);
});

interface Person {
  id: number;
  given: string;
  family: string;
  born?: string;
}

const AISULU: Person = { id: 1, given: 'Aisulu', family: 'Invented', born: '1971' };
const BOLAT: Person = { id: 2, given: 'Bolat', family: 'Invented', born: '1980-02-29' };
const CHEN: Person = { id: 3, given: 'Chen', family: 'Invented' };

function person({ id, given, family, born }: Person): string {
  const birth = born ? `<INDIVIDUAL_DATE_OF_BIRTH><DATE>${born}</DATE></INDIVIDUAL_DATE_OF_BIRTH>` : '';
  return `<INDIVIDUAL><DATAID>${id}</DATAID><FIRST_NAME>${given}</FIRST_NAME><SECOND_NAME>${family}</SECOND_NAME>${birth}</INDIVIDUAL>`;
}

function list(people: string[]): string {
  return `<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2018-06-10"><INDIVIDUALS>${people.join('\n')}</INDIVIDUALS></CONSOLIDATED_LIST>`;
}

function crowd(count: number): string[] {
  return Array.from({ length: count }, (_, at) => person({ id: at + 1, given: `Person${at + 1}`, family: 'Invented' }));
}

async function start(text: string, options: { confirmRemovals?: boolean } = {}) {
  const path = join(folder, `${crypto.randomUUID()}.xml`);
  await writeFile(path, text);
  const parts = { db: database.db, clock: systemClock, log: createLog('silent') };
  return await startImport(parts, {
    format: 'un-sc',
    paths: [path],
    attribution: operatorAttribution('lists import'),
    confirmRemovals: false,
    ...options,
  });
}

async function importList(text: string, options: { confirmRemovals?: boolean } = {}) {
  return await (await start(text, options)).done;
}

async function listedNames(): Promise<string[]> {
  const names: string[] = [];
  for await (const { subject } of streamSubjects(database.db)) names.push(subject.identities[0]!.names[0]!.full);
  return names.sort();
}

async function events(): Promise<string[]> {
  const { rows } = await sql<{ event: string }>`SELECT event FROM audit.record ORDER BY id`.execute(database.db);
  return rows.map((row) => row.event);
}

async function follow(after: number): Promise<string[]> {
  while ((await numberPending(database.db, feedSequence)) > 0);
  return (await readFeed(database.db, after, 1000)).map((change) => change.change);
}

/** The row of an import that has begun, whoever runs it. */
async function begun(id: string): Promise<void> {
  const personal = database.sealing.seal(`alerts.import/${id}`, { files: [] });
  await sql`INSERT INTO alerts.import (id, list, format, state, started_at, started_by, personal, bytes_total)
    VALUES (${id}, 'un-sc', 'un-sc', 'reading', now(), 'lists import', ${personal}, 1)`.execute(database.db);
}

describe('an import', () => {
  test('brings a list in, with counts that add up, and is recorded', async () => {
    const before = (await events()).length;
    const done = await importList(list([person(AISULU), person(BOLAT), '<INDIVIDUAL><DATAID>9</DATAID></INDIVIDUAL>']));
    expect(done).toMatchObject({
      state: 'done',
      failure: null,
      listDate: '2018-06-10',
      counts: { read: 3, added: 2, changed: 0, unchanged: 0, removed: 0, refused: 1 },
      kinds: { person: 2 },
    });
    expect(await listedNames()).toEqual(['Aisulu Invented', 'Bolat Invented']);
    expect((await countByList(database.db)).get('un-sc')).toMatchObject({ person: 2 });
    expect((await events()).slice(before)).toEqual(['alerts.list-import-started', 'alerts.list-imported']);
    const problems = await readProblems(database.db, done.id, ALL);
    expect(problems.map(({ row }) => row)).toEqual([
      expect.objectContaining({
        ref: '9',
        reason: 'the record has no name',
        place: expect.stringContaining('INDIVIDUAL[3]'),
      }),
    ]);
  });

  test('a second time is a delta: added, changed by field, unchanged, removed', async () => {
    await importList(list([person(AISULU), person(BOLAT)]));
    const done = await importList(list([person({ ...AISULU, born: '1972' }), person(CHEN)]));
    expect(done.counts).toEqual({ read: 2, added: 1, changed: 1, unchanged: 0, removed: 1, refused: 0 });
    const changes = (await readChanges(database.db, done.id, undefined, ALL)).map(({ row }) => row);
    expect(changes).toEqual([
      { change: 'changed', ref: '1', kind: 'person', name: 'Aisulu Invented', fields: ['birthDates'] },
      { change: 'added', ref: '3', kind: 'person', name: 'Chen Invented', fields: [] },
      { change: 'removed', ref: '2', kind: 'person', name: 'Bolat Invented', fields: [] },
    ]);
    expect(await listedNames()).toEqual(['Aisulu Invented', 'Chen Invented']);
  });

  test('of the same file again changes nothing and tells the index nothing', async () => {
    const text = list([person(AISULU), person(BOLAT)]);
    await importList(text);
    await follow(0);
    const head = await feedHead(database.db);
    const done = await importList(text);
    expect(done.counts).toEqual({ read: 2, added: 0, changed: 0, unchanged: 2, removed: 0, refused: 0 });
    expect(await follow(head)).toEqual([]);
  });

  test('tells the index of each change, and a person taken off keeps no personal data here', async () => {
    await importList(list([person(AISULU), person(BOLAT)]));
    expect(await follow(0)).toEqual(['added', 'added']);
    await importList(list([person({ ...AISULU, born: '1973' })]));
    expect(await follow(2)).toEqual(['changed', 'removed']);
    const last = (await readFeed(database.db, 3, 10))[0]!;
    expect(last).toMatchObject({ position: 4, list: 'un-sc', change: 'removed' });
    expect(await loadSubjects(database.db, [last.subjectId!])).toEqual(new Map());
    const { rows } = await sql`SELECT personal FROM alerts.subject WHERE ref = '2'`.execute(database.db);
    expect(rows).toEqual([{ personal: null }]);
  });

  test('brings back a person who was taken off under the same subject', async () => {
    const both = list([person(AISULU), person(BOLAT)]);
    await importList(both);
    const { rows: before } = await sql`SELECT id FROM alerts.subject WHERE ref = '2'`.execute(database.db);
    await importList(list([person(AISULU)]));
    const done = await importList(both);
    expect(done.counts).toMatchObject({ added: 1, unchanged: 1 });
    const { rows: after } = await sql`SELECT id FROM alerts.subject WHERE ref = '2'`.execute(database.db);
    expect(after).toEqual(before);
  });

  test('keeps a person whose record has become unreadable as he was', async () => {
    await importList(list([person(AISULU), person(BOLAT)]));
    const done = await importList(list([person(AISULU), '<INDIVIDUAL><DATAID>2</DATAID></INDIVIDUAL>']));
    expect(done.counts).toMatchObject({ unchanged: 1, refused: 1, removed: 0 });
    expect(await listedNames()).toEqual(['Aisulu Invented', 'Bolat Invented']);
  });

  test('removes nobody while a record without a reference cannot be read', async () => {
    await importList(list([person(AISULU), person(BOLAT)]));
    const done = await importList(list([person(AISULU), '<INDIVIDUAL><FIRST_NAME>Bolat</FIRST_NAME></INDIVIDUAL>']));
    expect(done.counts).toMatchObject({ unchanged: 1, refused: 1, removed: 0 });
    expect(await listedNames()).toEqual(['Aisulu Invented', 'Bolat Invented']);
    const problems = await readProblems(database.db, done.id, ALL);
    expect(problems.at(-1)?.row.reason).toContain('were kept');
  });
});

test('whatever lists follow each other, the desk has the last one, the counts add up and the index is told of each difference', async () => {
  const people = fc.uniqueArray(
    fc.record({ id: fc.integer({ min: 1, max: 8 }), born: fc.constantFrom('1971', '1972') }),
    {
      selector: ({ id }) => id,
      minLength: 1,
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(people, { minLength: 1, maxLength: 4 }), async (lists) => {
      let before = await importedPeople();
      for (const next of lists) {
        const head = await feedHead(database.db);
        const text = list(next.map((one) => person({ ...one, given: `Person${one.id}`, family: 'Invented' })));
        const { counts } = await importList(text, { confirmRemovals: true });
        const after = new Map(next.map(({ id, born }) => [String(id), born]));
        expect(await importedPeople()).toEqual(after);
        const expected = {
          read: next.length,
          added: next.filter(({ id }) => !before.has(String(id))).length,
          changed: next.filter(({ id, born }) => before.has(String(id)) && before.get(String(id)) !== born).length,
          unchanged: next.filter(({ id, born }) => before.get(String(id)) === born).length,
          removed: [...before.keys()].filter((id) => !after.has(id)).length,
          refused: 0,
        };
        expect(counts).toEqual(expected);
        expect(await follow(head)).toHaveLength(expected.added + expected.changed + expected.removed);
        before = after;
      }
    }),
    { numRuns: 15 },
  );
});

async function importedPeople(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { subject } of streamSubjects(database.db)) {
    found.set(subject.ref, subject.identities[0]!.birthDates[0]!.date);
  }
  return found;
}

describe('an import that must not go through', () => {
  test('of a cut file changes nothing', async () => {
    await importList(list([person(AISULU), person(BOLAT)]));
    const whole = list([person(AISULU), person(CHEN)]);
    const done = await importList(whole.slice(0, -60));
    expect(done).toMatchObject({ state: 'failed', failure: { code: 'list-cut' } });
    expect(await listedNames()).toEqual(['Aisulu Invented', 'Bolat Invented']);
    expect((await events()).at(-1)).toBe('alerts.list-import-failed');
  });

  test('that would remove most of a list waits for a person to confirm it', async () => {
    await importList(list(crowd(50)));
    const refused = await importList(list(crowd(10)));
    expect(refused).toMatchObject({ state: 'failed', failure: { code: 'removals-unconfirmed' } });
    expect(await listedNames()).toHaveLength(50);
    const done = await importList(list(crowd(10)), { confirmRemovals: true });
    expect(done).toMatchObject({ state: 'done', counts: { unchanged: 10, removed: 40 } });
    expect(await listedNames()).toHaveLength(10);
  });

  test('is refused while another import of the list is under way, in whatever process', async () => {
    await database.db.connection().execute(async (other) => {
      expect(await lockList(other, 'un-sc')).toBe(true);
      await expect(start(list([person(AISULU)]))).rejects.toMatchObject({ code: 'import-under-way' });
      await sql`SELECT pg_advisory_unlock_all()`.execute(other);
    });
  });

  test('aborted at any moment leaves the list as it was', async () => {
    await importList(list([person(AISULU)]));
    const running = await start(list([person(AISULU), ...crowd(3000).slice(1)]));
    running.abort(ImportEnd.aborted());
    expect(await running.done).toMatchObject({
      state: 'aborted',
      failure: { code: 'import-aborted' },
      counts: { added: 0, removed: 0 },
    });
    expect(await listedNames()).toEqual(['Aisulu Invented']);
    expect((await events()).at(-1)).toBe('alerts.list-import-aborted');
  });

  test('whose process was killed is marked as interrupted at the next start', async () => {
    const parts = { db: database.db, clock: systemClock };
    const id = '0190163d-8694-739b-aea5-966c26f8ad91';
    await begun(id);
    await recoverImports(parts);
    expect(await findImport(database.db, id)).toMatchObject({
      state: 'failed',
      failure: { code: 'import-interrupted' },
    });
  });

  test('an import under way is not taken for an interrupted one', async () => {
    await database.db.connection().execute(async (other) => {
      await lockList(other, 'un-sc');
      const id = '0190163d-8694-739b-aea5-966c26f8ad92';
      await begun(id);
      await recoverImports({ db: database.db, clock: systemClock });
      expect(await findImport(database.db, id)).toMatchObject({ state: 'reading' });
      await sql`SELECT pg_advisory_unlock_all()`.execute(other);
    });
  });
});
