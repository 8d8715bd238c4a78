import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '@entente/contracts/problem';
import type { SecondLineView } from '@entente/contracts/screening/second-line';
import type { Handover, Handovers } from '@entente/contracts/screening/shift';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { foundDemonstrationNode } from '@entente/testkit/demonstration';
import { type Browser, type TestNode, testClock, testNode } from '@entente/testkit/node';
import { DEMONSTRATION_OFFICERS, officerWith } from '@entente/testkit/officers';
import { writeDemonstrationList } from '@entente/testkit/people/demonstration-list';
import { DOCUMENT_HIT_ZONE, LISTED_BY_DOCUMENT, NAME_HIT_ZONE } from '@entente/testkit/people/demonstration-people';
import { dumpSchema } from '@entente/testkit/schema-dump';
import { askScreening, makeCheck, mustScreening, referHit } from '@entente/testkit/screening/desk';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../../platform/config.ts';
import { createLog } from '../../../platform/log.ts';
import { operatorAttribution } from '../../access/index.ts';
import { startImport } from '../../alerts/index.ts';

const [aigerim, daniyar] = DEMONSTRATION_OFFICERS.filter(({ roles }) => roles.includes('border-officer'));
const soon = { timeout: 10_000, interval: 50 };
const shift = { place: 'Invented crossing', notes: 'Wind from the north.', outages: ['Reader 2 is broken'] };

let database: TestDatabase;
let node: TestNode;
let leaving: Browser;
let next: Browser;
const clock = testClock(new Date('2026-11-25T09:00:00Z'));

beforeAll(async () => {
  database = await testDatabase();
  node = await testNode(database, { clock });
  await foundDemonstrationNode({
    config: readConfig({}),
    clock,
    log: createLog('silent'),
    database: { ...database, lost: new Promise(() => {}) },
    sealing: database.sealing,
  });
  for (const work of node.background) await work.start();
  [leaving, next] = [await node.signIn(aigerim!), await node.signIn(daniyar!)];
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.close();
  await database.close();
});

/** Imports the demonstration's list anew, as it would be published with an entry taken off. */
async function importWithout(ref: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-'));
  const path = join(folder, 'list.xml');
  await writeFile(
    path,
    writeDemonstrationList().replace(new RegExp(`<INDIVIDUAL><DATAID>${ref}<.*?</INDIVIDUAL>\\n?`), ''),
  );
  const attribution = operatorAttribution('test');
  const request = { format: 'un-sc', list: 'invented', paths: [path], attribution, confirmRemovals: false } as const;
  const { done } = await startImport({ db: database.db, clock, log: createLog('silent') }, request);
  expect(await done).toMatchObject({ state: 'done' });
  await rm(folder, { recursive: true });
}

const rulesOf = (body: Problem) => body.errors?.map(({ rule }) => rule);
const handOver = (asked = shift) => mustScreening<Handover>(leaving, 'POST', '/handovers', asked);
const sign = (browser: Browser, { id }: Handover) => askScreening(browser, 'POST', `/handovers/${id}/signature`);

describe('a list at the desk', () => {
  test('is told apart in second line too, and a rejected pair goes when the entry is taken off the list', async () => {
    const hit = await makeCheck(leaving, { by: 'text', text: DOCUMENT_HIT_ZONE });
    const key = `list/invented/${LISTED_BY_DOCUMENT.ref}`;
    const opened = await referHit(leaving, hit);
    expect(opened).toMatchObject({ found: [{ key, caution: 'list-never-detains' }], alerts: [] });
    const verdict = { revision: 1, candidate: key, checklist: [{ item: 'photograph', finding: 'agrees' }] };
    const arrest = { ...verdict, verdict: 'same-person', taken: 'arrest' };
    const refused = await askScreening(leaving, 'POST', `/second-line/${opened.id}/verdicts`, arrest);
    expect(rulesOf(refused.json())).toContain('list-never-detains');
    const another = {
      ...verdict,
      verdict: 'not-the-same',
      checklist: [{ item: 'marks', finding: 'differs' }],
      notTaken: 'Another person',
    };
    await mustScreening(leaving, 'POST', `/second-line/${opened.id}/verdicts`, another);
    const again = await makeCheck(leaving, { by: 'text', text: DOCUMENT_HIT_ZONE });
    expect(again.candidates[0]).toMatchObject({ key, clearedBefore: { secondLine: opened.id } });
    await importWithout(LISTED_BY_DOCUMENT.ref);
    await vi.waitFor(async () => {
      const { rows } = await sql`SELECT 1 FROM screening.cleared`.execute(database.db);
      expect(rows).toEqual([]);
    }, soon);
  });
});

describe('a shift handed over', () => {
  test('names what is open, which clock runs, what is broken and what to know, and is signed by both', async () => {
    const open = await referHit(leaving, await makeCheck(leaving, { by: 'text', text: NAME_HIT_ZONE }), true);
    const handover = await handOver();
    expect(handover).toMatchObject({
      ...shift,
      open: [{ id: open.id, traveller: expect.stringContaining('•••'), limitAt: open.clock!.limitAt }],
      from: { id: aigerim!.id, name: aigerim!.displayName },
      to: null,
    });
    const signed = await sign(next, handover);
    expect(signed.statusCode, signed.body).toBe(200);
    expect(signed.json()).toMatchObject({ to: { id: daniyar!.id, name: daniyar!.displayName } });
    const { rows } = await sql<{ event: string }>`
      SELECT event FROM audit.record WHERE content::jsonb -> 'subject' ->> 'ref' = ${handover.id} ORDER BY id`.execute(
      database.db,
    );
    expect(rows.map(({ event }) => event)).toEqual(['screening.shift-handed-over', 'screening.shift-taken-over']);
    const { handovers } = await mustScreening<Handovers>(next, 'GET', '/handovers');
    expect(handovers[0]).toEqual(signed.json());
  });

  test('takes in cases at that place, and those the officer opened elsewhere', async () => {
    const hit = await makeCheck(next, { by: 'text', text: NAME_HIT_ZONE });
    const referral = { check: hit.id, direction: 'exit', place: 'Far gate', held: false };
    const far = await mustScreening<SecondLineView>(next, 'POST', '/referrals', referral);
    const ids = (handover: Handover) => handover.open.map(({ id }) => id);
    expect(ids(await handOver())).not.toContain(far.id);
    expect(ids(await handOver({ ...shift, place: ' far  GATE' }))).toContain(far.id);
    const own = await mustScreening<Handover>(next, 'POST', '/handovers', shift);
    expect(ids(own)).toContain(far.id);
  });

  test('is signed for by another officer, once, and on a clock that was not set back', async () => {
    const handover = await handOver();
    const own = await sign(leaving, handover);
    expect(own.statusCode).toBe(422);
    expect(rulesOf(own.json())).toEqual(['own-handover']);
    clock.forward(-5);
    expect(rulesOf((await sign(next, handover)).json())).toEqual(['clock-set-back']);
    clock.forward(5);
    expect((await sign(next, handover)).statusCode).toBe(200);
    expect(rulesOf((await sign(next, handover)).json())).toEqual(['taken-over-before']);
  });

  test('is read by the officers of that authority, and sealed in the database', async () => {
    const handover = await handOver();
    const contact = await node.signIn(officerWith('contact-point-officer'));
    expect(await mustScreening<Handovers>(contact, 'GET', '/handovers')).toEqual({ handovers: [] });
    expect((await sign(contact, handover)).json()).toMatchObject({ code: 'unknown-handover' });
    expect(await dumpSchema(database, 'screening')).not.toMatch(/Wind from the north|Reader 2|•••/);
  });
});
