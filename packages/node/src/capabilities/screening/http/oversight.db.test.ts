import type { ScreeningFigures } from '@entente/contracts/screening/shift';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Browser, purposeHeaders, type TestNode, testClock, testNode } from '@entente/testkit/node';
import { DEMONSTRATION_OFFICERS, officerWith } from '@entente/testkit/officers';
import { askScreening, FOR_OVERSIGHT, makeCheck, mustScreening } from '@entente/testkit/screening/desk';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const [aigerim, daniyar] = DEMONSTRATION_OFFICERS.filter(({ roles }) => roles.includes('border-officer'));

let database: TestDatabase;
let node: TestNode;
let desk: Browser;
let colleague: Browser;
let oversight: Browser;
const clock = testClock(new Date('2026-11-25T09:00:00Z'));

beforeAll(async () => {
  database = await testDatabase();
  node = await testNode(database, { clock });
  for (const work of node.background) await work.start();
  [desk, colleague] = [await node.signIn(aigerim!), await node.signIn(daniyar!)];
  oversight = await node.signIn(officerWith('oversight-officer'));
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.close();
  await database.close();
});

const figures = () => mustScreening<ScreeningFigures>(oversight, 'GET', '/figures', undefined, FOR_OVERSIGHT);
const typed = (browser: Browser, name: string) => makeCheck(browser, { by: 'identity', identity: { names: [name] } });

describe('figures for oversight', () => {
  test('count each officer’s checks by day and outcome, names typed, and refusals, and the look is recorded', async () => {
    await typed(desk, 'Nikto Odin');
    await typed(desk, 'Nikto Dva');
    await makeCheck(desk, { by: 'document', number: 'X1234567' });
    await makeCheck(desk, { by: 'mrz', text: 'P<UTO' });
    await makeCheck(colleague, { by: 'document', number: 'X7654321' });
    await askScreening(desk, 'GET', '/figures', undefined, FOR_OVERSIGHT);
    const { days, officers, verdicts } = await figures();
    expect(days).toEqual([{ day: '2026-11-25', checks: 5, listed: 0, hits: 0, noHits: 4, unreadable: 1 }]);
    expect(officers).toEqual([
      { id: aigerim!.id, name: aigerim!.displayName, checks: 4, listed: 0, hits: 0, byName: 2, refused: 1 },
      { id: daniyar!.id, name: daniyar!.displayName, checks: 1, listed: 0, hits: 0, byName: 0, refused: 0 },
    ]);
    expect(verdicts).toEqual({ samePerson: 0, notTheSame: 0, notEstablished: 0 });
    const { rows } = await sql`SELECT 1 FROM audit.record WHERE event = 'screening.figures-read'`.execute(database.db);
    expect(rows).toHaveLength(1);
  });

  test('show who searched far more than the others, mostly by typed names, for the same again and again, or was often refused', async () => {
    // Two hundred checks by typed names, as the counter would hold them.
    await sql`
      INSERT INTO screening.counter (officer, hour, outcome, way, slot, count)
      VALUES (${aigerim!.id}, ${new Date('2026-11-24T11:00:00Z')}, 'no-hit', 'identity', 0, 240),
        (${daniyar!.id}, ${new Date('2026-11-24T11:00:00Z')}, 'no-hit', 'mrz', 0, 30)`.execute(database.db);
    for (let time = 0; time < 5; time++) await typed(colleague, 'Odin Iskomyi');
    for (let time = 0; time < 10; time++) {
      const wrong = purposeHeaders('criminal-investigation', 'operational-search', 'K-1');
      expect((await askScreening(colleague, 'GET', '/second-line', undefined, wrong)).statusCode).toBe(403);
    }
    const { patterns } = await figures();
    expect(patterns.map(({ pattern, officer, day }) => `${day} ${officer.name} ${pattern}`).sort()).toEqual([
      `2026-11-24 ${aigerim!.displayName} far-above-others`,
      `2026-11-24 ${aigerim!.displayName} mostly-typed-names`,
      `2026-11-25 ${daniyar!.displayName} many-refusals`,
      `2026-11-25 ${daniyar!.displayName} same-question-again`,
    ]);
  });

  test('hold no figure older than a month, and none of what was asked', async () => {
    await sql`
      INSERT INTO screening.counter (officer, hour, outcome, way, slot, count)
      VALUES (${aigerim!.id}, ${new Date('2026-10-20T11:00:00Z')}, 'hit', 'mrz', 0, 7)`.execute(database.db);
    const shown = await figures();
    expect(shown.days.map(({ day }) => day)).toEqual(['2026-11-25', '2026-11-24']);
    expect(JSON.stringify(shown)).not.toMatch(/Iskomyi|X1234567/);
  });

  test('are for oversight alone', async () => {
    for (const role of ['border-officer', 'contact-point-officer', 'reviewer', 'administrator'] as const) {
      const browser = await node.signIn(officerWith(role));
      expect((await askScreening(browser, 'GET', '/figures', undefined, FOR_OVERSIGHT)).statusCode).toBe(403);
    }
  });
});
