import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, type RunningNode, readConfig, startNode } from '@entente/node';
import { SEALED_TABLES } from '@entente/node/compose';
import { systemClock } from '@entente/node/platform/clock';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './database.ts';
import { dumpDatabase, findInDump } from './database-dump.ts';
import { LOST_PASSPORT, VICTIM, WANTED } from './demonstration/named-alerts.ts';
import { enterDemonstrationAlerts, passDemonstrationTravellers } from './demonstration/tell-story.ts';
import { foundDemonstrationNode } from './demonstration.ts';
import { DEMONSTRATION_OFFICERS } from './officers.ts';
import { actingBy, declareFounder } from './organisation.ts';
import { LISTED_BY_DOCUMENT, LISTED_BY_ORIGINAL_SCRIPT } from './people/demonstration-people.ts';

/** Enough for a few false alarms, which are referred and cleared. */
const TRAVELLERS = 120;
const TYPED = 'Зульфия Мирзоева';

let database: TestDatabase;
let folder: string;
let node: RunningNode;

/** A demonstration as `npm start` founds it: a list, alerts entered by officers, travellers who pass, a mistyped name. */
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'entente-dump-'));
  const config = readConfig({
    ENTENTE_DATABASE_URL: database.url,
    ENTENTE_KEY_FILE: database.keyFile,
    ENTENTE_DATA_DIR: folder,
    ENTENTE_PORT: '0',
  });
  const log = createLog('silent');
  node = await startNode(config, log, foundDemonstrationNode);
  const reach = { port: node.port, host: new URL(node.address).host };
  const parts = { db: database.db, clock: systemClock, log };
  await enterDemonstrationAlerts(parts, reach, { node: { state: 'KZ' }, travellers: TRAVELLERS });
  await passDemonstrationTravellers(parts, reach, { count: TRAVELLERS, signal: new AbortController().signal });
  await mistypeName(reach);
  // As an operator does before the node joins an organisation: its own keys lie in the database too.
  const own = { db: database.db, id: 'kz', holder: 'member', of: 'KZ', address: 'kz.example:9700' } as const;
  await declareFounder({ ...own, nodeKeyFile: config.nodeKeyFile }, actingBy(systemClock));
}, 600_000);
afterAll(async () => {
  await node?.stop();
  await database.close();
  rmSync(folder, { recursive: true });
});

async function mistypeName({ port, host }: { port: number; host: string }): Promise<void> {
  const body = JSON.stringify({ name: TYPED, password: 'not a password' });
  const headers = { host, 'content-type': 'application/json', origin: `http://${host}` };
  await new Promise<void>((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/api/session', method: 'POST', headers }, (answer) => {
      expect(answer.statusCode).toBe(401);
      answer.resume().on('end', resolve);
    })
      .on('error', reject)
      .end(body);
  });
}

/** Every sealed value, opened at its place. */
async function openAll(): Promise<{ table: string; content: Buffer }[]> {
  const opened: { table: string; content: Buffer }[] = [];
  for (const { name, key, column, place } of SEALED_TABLES) {
    const keys = sql.join(key.map((part) => sql`${sql.ref(part)}::text`));
    const { rows } = await sql<{ key: string[]; sealed: Buffer }>`
      SELECT ARRAY[${keys}] AS key, ${sql.ref(column)} AS sealed FROM ${sql.table(name)}
      WHERE ${sql.ref(column)} IS NOT NULL`.execute(database.db);
    for (const row of rows) {
      opened.push({ table: name, content: database.sealing.openBytes(place(...row.key), row.sealed) });
    }
  }
  return opened;
}

/** Whatever a sealed value calls a name or a number of somebody. */
function* namesIn(value: unknown, property = ''): Generator<string> {
  if (typeof value === 'string') {
    if (/^(full|family|given|original|latin|displayName|name|number|traveller|text)$/.test(property)) yield value;
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield* namesIn(inner, Array.isArray(value) ? property : key);
    }
  }
}

function parse(table: string, content: Buffer): unknown {
  // A part of the log is 32 bytes of salt and a text.
  if (table === 'audit.part') return { text: content.toString('utf8', 32) };
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return {};
  }
}

/** Shorter ones are parts of other words. */
function isTelling(name: string): boolean {
  return name.length >= 5 || /^\p{Script=Han}{3,}$/u.test(name);
}

/** Whom the test knows by itself, in Latin, Cyrillic, Chinese and Arabic letters. */
const KNOWN = [
  ...DEMONSTRATION_OFFICERS.flatMap(({ name, displayName }) => [name, displayName]),
  ...[LISTED_BY_DOCUMENT, LISTED_BY_ORIGINAL_SCRIPT].flatMap(({ family, original, aliases }) => [
    family,
    original,
    ...aliases.map(({ name }) => name),
  ]),
  ...[WANTED, VICTIM, LOST_PASSPORT].flatMap(({ family, number }) => [family, number]),
  TYPED,
];

describe('a dump of the database', () => {
  test('contains no name in clear, of an officer or of anyone listed, sought or checked', async () => {
    const opened = await openAll();
    const names = new Set<string>(KNOWN.filter((word) => word.length >= 4));
    for (const { table, content } of opened) {
      for (const name of namesIn(parse(table, content))) if (isTelling(name)) names.add(name);
    }
    // The test looks for what it must find if it were there.
    for (const name of KNOWN)
      expect(
        [...names].some((one) => one.includes(name)),
        name,
      ).toBe(true);
    const scripts = [/\p{Script=Cyrillic}{4}/u, /\p{Script=Han}{3}/u, /\p{Script=Arabic}{4}/u, /\p{Script=Latin}{4}/u];
    for (const script of scripts)
      expect([...names].filter((name) => script.test(name)).length, String(script)).toBeGreaterThan(20);
    expect(findInDump(await dumpDatabase(database), names)).toEqual([]);
  }, 240_000);

  test('contains no line of a private key of the node’s own', async () => {
    const keys = (await openAll()).filter(({ table }) => table === 'membership.own_key');
    const lines = keys.flatMap(({ content }) => content.toString().split('\n').slice(1, -2));
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(findInDump(await dumpDatabase(database), lines)).toEqual([]);
  });

  test('is searched in every form a name can take', async () => {
    await sql`CREATE SCHEMA planted`.execute(database.db);
    await sql`CREATE TABLE planted.names (plain text, json jsonb, list text[], bytes bytea, wide bytea)`.execute(
      database.db,
    );
    const name = 'Үміт Сағатқызы';
    await sql`INSERT INTO planted.names VALUES (${name}, ${JSON.stringify({ name })}, ${[name]},
      ${Buffer.from(`x${name}`)}, ${Buffer.from(name, 'utf16le')})`.execute(database.db);
    const found = findInDump(await dumpDatabase(database), [name.toUpperCase(), name]);
    for (const column of ['plain', 'json', 'list', 'bytes', 'wide']) {
      expect(found).toContain(`planted.names.${column}: ${name}`);
    }
    await sql`DROP SCHEMA planted CASCADE`.execute(database.db);
  });
});

describe('what is personal', () => {
  test('lies in every table that says so, sealed: each is registered, so that keys rotate and this test looks', async () => {
    const { rows } = await sql<{ table: string; type: string }>`
      SELECT table_schema || '.' || table_name AS table, data_type AS type FROM information_schema.columns
      WHERE column_name = 'personal' AND table_schema NOT LIKE 'pg\\_%'`.execute(database.db);
    const registered = SEALED_TABLES.filter(({ column }) => column === 'personal').map(({ name }) => name);
    expect(rows.map(({ table }) => table).sort()).toEqual([...registered].sort());
    for (const { table, type } of rows) expect(type, table).toBe('bytea');
  });

  test('is registered under columns that are there, by the key that is the table’s own', async () => {
    for (const { name, key, column } of SEALED_TABLES) {
      const { rows } = await sql<{ type: string; key: string[] }>`
        SELECT (SELECT format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = ${name}::regclass AND attname = ${column}) AS type,
          (SELECT array_agg(attname::text ORDER BY array_position(conkey, attnum))
             FROM pg_attribute JOIN pg_constraint ON conrelid = attrelid AND attnum = ANY(conkey)
            WHERE conrelid = ${name}::regclass AND contype = 'p') AS key`.execute(database.db);
      expect(rows[0], name).toEqual({ type: 'bytea', key });
    }
  });

  test('opens at its place, each row of each table, and nowhere else', async () => {
    const opened = await openAll();
    const tables = new Set(opened.map(({ table }) => table));
    for (const table of [
      'access.officer',
      'audit.part',
      'alerts.subject',
      'alerts.import_change',
      'alerts.version',
      'membership.own_key',
    ]) {
      expect(tables).toContain(table);
    }
    const { rows } = await sql<{ id: string; personal: Buffer }>`
      SELECT id, personal FROM access.officer LIMIT 2`.execute(database.db);
    expect(() => database.sealing.open(`access.officer/${rows[0]!.id}`, rows[1]!.personal)).toThrow('does not open');
  });
});
