import type { GuideStep } from '@entente/contracts/access/guide';
import type { LeafContent } from '@entente/contracts/audit';
import type { AuditEvent } from '@entente/contracts/audit-events';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordEvent } from '../../audit/index.ts';
import { createGuide, notePrepared } from './guide.ts';

const NEWCOMER = '0d8f6c1e-5a3b-4c7d-9e21-7b4f0a6c2d11';
const GATE = '3b7e9a42-1c6d-4f80-8b35-62d1e4f7a912';

let database: TestDatabase;
let now: Date;
const clock = { now: () => now };
const parts = () => ({ db: database.db, clock });

beforeEach(async () => {
  database = await testDatabase();
  now = new Date('2026-11-25T20:00:00Z');
});
afterEach(() => database.close());

const forward = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1_000);
};
const prepare = () => notePrepared(parts(), { travellersBy: GATE, travellers: 10 });

function record(officer: string, event: AuditEvent, facts: LeafContent['facts']): Promise<unknown> {
  return database.db.transaction().execute((tx) =>
    recordEvent(tx, {
      actor: { kind: 'officer', id: officer, authority: 'border-service' },
      at: now,
      event,
      outcome: event === 'alerts.refused' ? 'refused' : 'done',
      facts,
    }),
  );
}

const pass = (answer: 'hit' | 'no-hit') => record(GATE, 'screening.checked', { answer, by: 'mrz' });

describe('the guide of a demonstration', () => {
  test('begins when the invented data is complete, and ticks nothing that was done before', async () => {
    const guide = createGuide({ ...parts(), others: () => [] });
    await record(NEWCOMER, 'audit.searched', {});
    expect(await guide()).toMatchObject({ prepared: false, travellers: { passed: 0, of: 0, alarms: 0 } });
    forward(1);
    await prepare();
    const view = await guide();
    expect(view.prepared).toBe(true);
    expect(view.steps.every(({ doneAt }) => doneAt === null)).toBe(true);
  });

  const TICKED: [GuideStep, AuditEvent, LeafContent['facts']][] = [
    ['clean-traveller', 'screening.checked', { answer: 'no-hit', by: 'text' }],
    ['explained-hit', 'screening.checked', { answer: 'hit', by: 'text' }],
    ['namesake-referred', 'screening.referred', {}],
    ['namesake-cleared', 'screening.verdict-given', { verdict: 'not-the-same' }],
    ['extremism-refused', 'alerts.refused', { rules: 'no-ground-of-speech no-violent-act' }],
    ['alert-approved', 'alerts.approved', {}],
    ['notice-printed', 'screening.notice-given', {}],
    ['trail-searched', 'audit.searched', {}],
  ];
  test.each(TICKED)('ticks %s, and it alone, by the record of %s', async (step, event, facts) => {
    await prepare();
    forward(5);
    await record(NEWCOMER, event, facts);
    const at = now.toISOString();
    forward(5);
    await record(NEWCOMER, event, facts);
    const { steps } = await createGuide({ ...parts(), others: () => [] })();
    expect(steps.filter(({ doneAt }) => doneAt !== null)).toEqual([{ step, doneAt: at }]);
  });

  const UNTICKED: [string, string, AuditEvent, LeafContent['facts']][] = [
    ['what the gate of the invented travellers does', GATE, 'screening.referred', {}],
    ['a scan that could not be read', NEWCOMER, 'screening.checked', { answer: 'unreadable', by: 'text' }],
    ['a verdict that it is the same person', NEWCOMER, 'screening.verdict-given', { verdict: 'same-person' }],
    ['an alert refused for a missing warrant', NEWCOMER, 'alerts.refused', { rules: 'warrant-missing' }],
  ];
  test.each(UNTICKED)('is not ticked by %s', async (_, officer, event, facts) => {
    await prepare();
    forward(5);
    await record(officer, event, facts);
    expect((await createGuide({ ...parts(), others: () => [] })()).steps.every(({ doneAt }) => doneAt === null)).toBe(
      true,
    );
  });

  test('counts each invented traveller once, however often and whenever it is asked', async () => {
    const guide = createGuide({ ...parts(), others: () => [] });
    await prepare();
    const passed = async () => (await guide()).travellers;
    await pass('no-hit');
    await pass('hit');
    expect(await passed()).toEqual({ passed: 2, of: 10, alarms: 1 });
    forward(20);
    await pass('no-hit');
    forward(20);
    await pass('no-hit');
    expect(await passed()).toEqual({ passed: 4, of: 10, alarms: 1 });
    forward(25);
    await pass('hit');
    await record(NEWCOMER, 'screening.checked', { answer: 'hit', by: 'text' });
    expect(await passed()).toEqual({ passed: 5, of: 10, alarms: 2 });
    forward(600);
    expect(await passed()).toEqual({ passed: 5, of: 10, alarms: 2 });
    expect(await passed()).toEqual((await createGuide({ ...parts(), others: () => [] })()).travellers);
  });

  test('says no less were to pass than have passed', async () => {
    await notePrepared(parts(), { travellersBy: GATE, travellers: 0 });
    await pass('no-hit');
    expect((await createGuide({ ...parts(), others: () => [] })()).travellers).toEqual({
      passed: 1,
      of: 1,
      alarms: 0,
    });
  });
});
