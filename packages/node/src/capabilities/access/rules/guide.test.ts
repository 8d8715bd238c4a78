import type { GuideStep } from '@entente/contracts/access/guide';
import type { LeafContent } from '@entente/contracts/audit';
import type { AuditEvent } from '@entente/contracts/audit-events';
import { describe, expect, test } from 'vitest';
import { stepsAmong, TICKS } from './guide.ts';

const MADINA = '5f2a8d60-9e14-4b3c-a7d8-1c0e5b94f613';
const AIGERIM = '0d8f6c1e-5a3b-4c7d-9e21-7b4f0a6c2d11';

type Told = [event: AuditEvent, second: number, facts?: LeafContent['facts'], actor?: string];

/** When a step is ticked by these records, in seconds; undefined where it is not. */
function tickedAt(step: GuideStep, told: Told[]): number | undefined {
  const records = told.map(([event, second, facts = {}, actor = AIGERIM]) => ({
    event,
    facts,
    at: new Date(second * 1_000).toISOString(),
    actor: { kind: 'officer' as const, id: actor },
  }));
  const { events, find } = TICKS[step];
  const found = find((event) => {
    expect(events).toContain(event);
    return records.filter((record) => record.event === event) as LeafContent[];
  });
  return found && Date.parse(found.at) / 1_000;
}

describe('a hit that is kept silent', () => {
  const verdict: Told = ['screening.verdict-given', 10, { verdict: 'same-person', candidate: 'IN-2026-000004' }];

  test('is ticked when the verdict on another state’s alert reported nothing', () => {
    expect(tickedAt('protection-claimed', [verdict])).toBe(10);
    expect(
      tickedAt('protection-claimed', [verdict, ['cases.hit-reported', 10, { alert: 'IN-2026-000004' }]]),
    ).toBeUndefined();
  });

  test.each([
    ['an entry of a list', { verdict: 'same-person', candidate: 'un-sc 6908555' }],
    ['an alert of this state’s own', { verdict: 'same-person', candidate: 'KZ-2026-000001' }],
    ['somebody told apart', { verdict: 'not-the-same', candidate: 'IN-2026-000004' }],
  ])('is not ticked by a verdict on %s', (_, facts) => {
    expect(tickedAt('protection-claimed', [['screening.verdict-given', 10, facts]])).toBeUndefined();
  });

  test('is confirmed by a second officer’s word with which nothing went out', () => {
    const word: Told = ['screening.report-reviewed', 20, {}, MADINA];
    expect(tickedAt('silence-confirmed', [word])).toBe(20);
    expect(tickedAt('silence-confirmed', [word, ['cases.hit-reported', 20, {}, MADINA]])).toBeUndefined();
    expect(tickedAt('silence-confirmed', [word, ['cases.hit-reported', 20, {}, AIGERIM]])).toBe(20);
  });
});

describe('the committee’s node away', () => {
  const awake: Told = ['alerts.received', 40, { sleeps: false }];

  test('is ticked by the first alert that answers here after it was stopped', () => {
    const stopped: Told = ['access.demonstration-incident', 30, { act: 'stop-committee' }];
    expect(tickedAt('committee-away', [awake])).toBeUndefined();
    expect(tickedAt('committee-away', [['access.demonstration-incident', 30, { act: 'alter-log' }], awake])).toBe(
      undefined,
    );
    expect(tickedAt('committee-away', [['alerts.received', 5, { sleeps: false }], stopped])).toBeUndefined();
    expect(tickedAt('committee-away', [['alerts.received', 5, { sleeps: false }], stopped, awake])).toBe(40);
  });
});

test('an envelope that was refused for another reason is no altered software', () => {
  expect(tickedAt('altered-refused', [['exchange.refused', 1, { code: 'alerts.warrant-missing' }]])).toBeUndefined();
  expect(tickedAt('altered-refused', [['exchange.refused', 1, { code: 'alerts.no-ground-of-speech' }]])).toBe(1);
});

test('a log that is refused for being unread is not broken', () => {
  expect(tickedAt('log-broken', [['exchange.cosigning-refused', 1, { code: 'log-unread' }]])).toBeUndefined();
  expect(tickedAt('log-broken', [['exchange.cosigning-refused', 1, { code: 'log-altered' }]])).toBe(1);
});

test('steps between nodes are there among others, that of the committee where it has a node', () => {
  expect(stepsAmong([])).toHaveLength(8);
  expect(stepsAmong(['member'])).toContain('log-broken');
  expect(stepsAmong(['member'])).not.toContain('committee-away');
  expect(stepsAmong(['member', 'body'])).toContain('committee-away');
});
