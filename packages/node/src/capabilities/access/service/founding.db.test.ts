import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { DEMONSTRATION_AUTHORITIES, DEMONSTRATION_OFFICERS } from '@entente/testkit/officers';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock.ts';
import { readConfig } from '../../../platform/config.ts';
import { loadMembership } from '../../membership/index.ts';
import { openAccess } from '../http/access.ts';
import { readFounding } from '../store/founding.ts';
import { listOfficers } from '../store/officers.ts';
import { foundDemonstration } from './founding.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

const demonstration = { state: 'KZ', authorities: DEMONSTRATION_AUTHORITIES, officers: DEMONSTRATION_OFFICERS };
const found = () => foundDemonstration({ db: database.db, clock: systemClock }, demonstration);

async function events(): Promise<string[]> {
  const { rows } = await sql<{ event: string }>`SELECT event FROM audit.record ORDER BY id`.execute(database.db);
  return rows.map(({ event }) => event);
}

/** Opens the gate as a node does at its start. */
const start = async (state = 'KZ') => {
  const config = readConfig({ ENTENTE_STATE: state });
  const membership = await loadMembership(config.profile);
  return await openAccess({
    config,
    db: database.db,
    clock: systemClock,
    membership,
    standing: () => null,
    version: '0',
  });
};

describe('a node', () => {
  test('that starts for the first time is founded, once, and is no demonstration', async () => {
    await start();
    expect((await start()).founding).toMatchObject({ state: 'KZ', demonstration: false });
    expect(await events()).toEqual(['access.node-founded']);
  });

  test('started twice in one moment is founded once', async () => {
    await Promise.all([start(), start(), start()]);
    expect(await events()).toEqual(['access.node-founded']);
  });

  test('never becomes a demonstration afterwards', async () => {
    await start();
    await expect(found()).rejects.toThrow(/has been founded before/);
    expect(await readFounding(database.db)).toMatchObject({ demonstration: false });
    expect(await listOfficers(database.db)).toEqual([]);
  });

  test("of another state is not run as one's own", async () => {
    await start();
    await expect(start('UZ')).rejects.toThrow(/This database is the node of KZ, but ENTENTE_STATE says UZ/);
  });

  test.each(['MN', 'FR'])('of %s, no member of the organisation, is not founded', async (state) => {
    await expect(start(state)).rejects.toThrow(`ENTENTE_STATE=${state} is no member of SCO`);
    expect(await readFounding(database.db)).toBeUndefined();
  });
});

describe('the demonstration', () => {
  test('has an invented officer for each role, whom only one click signs in', async () => {
    await found();
    const officers = await listOfficers(database.db);
    expect(new Set(officers.flatMap(({ roles }) => roles))).toEqual(
      new Set(['border-officer', 'contact-point-officer', 'reviewer', 'oversight-officer', 'administrator']),
    );
    for (const { passwordHash, authority } of officers) {
      expect(passwordHash).toBeNull();
      expect(authority.names.en).toContain('invented');
    }
  });

  test('is founded whole or not at all', async () => {
    const doubled = { ...demonstration, officers: [...DEMONSTRATION_OFFICERS, DEMONSTRATION_OFFICERS[0]!] };
    await expect(foundDemonstration({ db: database.db, clock: systemClock }, doubled)).rejects.toThrow();
    expect(await readFounding(database.db)).toBeUndefined();
    expect(await listOfficers(database.db)).toEqual([]);
    expect(await events()).toEqual([]);
    await found();
    expect(await listOfficers(database.db)).toHaveLength(DEMONSTRATION_OFFICERS.length);
  });
});
