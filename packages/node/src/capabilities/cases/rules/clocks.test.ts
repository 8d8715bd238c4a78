import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Procedure } from '../../membership/index.ts';
import type { Entry } from '../model/entry.ts';
import { alarmMoments, alarmOf } from './alarm.ts';
import { clockOf, dueAt, firstDue } from './clocks.ts';

const profile = new URL('../../../../../../profiles/sco-2018/procedure.json', import.meta.url);
const { followUp } = JSON.parse(readFileSync(profile, 'utf8')) as Procedure;
const at = (hour: number) => new Date(Date.UTC(2026, 10, 26, hour));

test('what is asked falls due by its kind, sooner where it is urgent; nothing else does', () => {
  expect(dueAt({ kind: 'identity', form: 'asked' }, at(0), followUp)).toEqual(at(12));
  expect(dueAt({ kind: 'identity', form: 'asked', urgent: true }, at(0), followUp)).toEqual(at(1));
  expect(dueAt({ kind: 'warrant', form: 'asked', urgent: true }, at(0), followUp)).toEqual(at(3));
  expect(dueAt({ kind: 'identity', form: 'given' }, at(0), followUp)).toBeNull();
  expect(dueAt({ kind: 'text' }, at(0), followUp)).toBeNull();
});

test('a clock runs until its moment or the answer', () => {
  const asked = { dueAt: at(3), answeredAt: null };
  expect(clockOf(asked, at(2))).toMatchObject({ state: 'running' });
  expect(clockOf(asked, at(3))).toMatchObject({ state: 'over' });
  expect(clockOf({ ...asked, answeredAt: at(2) }, at(9))).toMatchObject({ state: 'answered' });
  expect(clockOf({ dueAt: null, answeredAt: null }, at(9))).toBeNull();
});

test('this side owes the first open answer to a question of the other', () => {
  const entry = { here: false, dueAt: at(5), answeredAt: null } as Entry;
  const others = [
    { ...entry, here: true, dueAt: at(1) },
    { ...entry, answeredAt: at(1), dueAt: at(2) },
  ];
  expect(firstDue([entry, ...others, { ...entry, dueAt: at(4) }])).toEqual(at(4));
  expect(firstDue(others)).toBeUndefined();
});

test('an urgent hit sounds at its owner’s until it is acknowledged or closed', () => {
  const hit = {
    side: 'owning',
    urgent: true,
    acknowledgedAt: null,
    closedAt: null,
    soundedAt: null,
    escalatedAt: null,
  };
  const of = (change: object) => alarmOf({ ...hit, ...change } as Parameters<typeof alarmOf>[0]);
  expect(of({})).toBe('quiet');
  expect(of({ soundedAt: at(1) })).toBe('sounding');
  expect(of({ soundedAt: at(1), escalatedAt: at(2) })).toBe('escalated');
  for (const change of [{ side: 'reporting' }, { urgent: false }, { acknowledgedAt: at(1) }, { closedAt: at(1) }]) {
    expect(of({ soundedAt: at(1), ...change })).toBe('none');
  }
  expect(alarmMoments(at(1), followUp)).toEqual({
    soundsSince: new Date('2026-11-26T00:59:00Z'),
    escalatesSince: new Date('2026-11-26T00:45:00Z'),
  });
});
