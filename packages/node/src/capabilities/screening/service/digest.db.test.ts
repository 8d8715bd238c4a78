import { invent, seek } from '@entente/testkit/cases/hit-abroad';
import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { castOf } from '@entente/testkit/constellation/members';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operatorAttribution } from '../../access/index.ts';
import { digestScreening } from './digest.ts';

let constellation: Constellation;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN', 'CN'] });
  const [india, kz] = [constellation.of('IN'), constellation.of('KZ')];
  const [delhi, astana] = [await castOf(india), await castOf(kz)];
  for (let people = 0; people < 3; people += 1) await seek(constellation, india, delhi, invent());
  await seek(constellation, kz, astana, invent());
}, 120_000);
afterAll(() => constellation.close());

const digest = (state: 'KZ' | 'IN' | 'CN', ...owners: string[]) => {
  const { database, clock } = constellation.of(state);
  return digestScreening({ db: database.db, clock, state }, operatorAttribution('screening digest'), { owners });
};

describe('the digest of alerts and answers', () => {
  test('is the same at the owner and at everybody who holds its alerts', async () => {
    const atHome = await digest('IN', 'IN');
    expect(atHome).toMatchObject({ owners: { IN: 3 }, unicode: process.versions.unicode });
    expect(await digest('KZ', 'IN')).toEqual(atHome);
    expect(await digest('CN', 'IN')).toEqual(atHome);
    expect(await digest('CN')).toMatchObject({ owners: { IN: 3, KZ: 1 } });
    expect(await digest('CN')).toEqual(await digest('KZ'));
  });

  test('is taken over the alerts named, and those alone', async () => {
    const { database, clock } = constellation.of('KZ');
    const by = operatorAttribution('screening digest');
    const parts = { db: database.db, clock, state: 'KZ' };
    const references = new Set(['IN-2026-000002', 'XX-2026-000001']);
    expect(await digestScreening(parts, by, { owners: [], references })).toMatchObject({ owners: { IN: 1 } });
  });

  test('is another for other alerts', async () => {
    const [some, all] = [await digest('IN', 'IN'), await digest('IN')];
    expect(all.alerts).not.toBe(some.alerts);
    expect(all.answers).not.toBe(some.answers);
  });

  test('goes on record with how many alerts were read, and holds nobody’s name', async () => {
    const made = await digest('KZ', 'IN');
    expect(Object.keys(made)).toEqual(['unicode', 'owners', 'alerts', 'questions', 'answers']);
    const { rows } = await sql<{ content: string }>`
      SELECT content FROM audit.record WHERE event = 'screening.digested' ORDER BY id DESC LIMIT 1`.execute(
      constellation.of('KZ').database.db,
    );
    expect(JSON.parse(rows[0]!.content)).toMatchObject({ facts: { alerts: 3, owners: 'IN' } });
  });
});
