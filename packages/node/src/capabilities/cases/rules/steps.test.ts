import { describe, expect, test } from 'vitest';
import { openSteps, refuseAcknowledgement, refuseMessage, refuseOutcome } from './steps.ts';

const now = new Date('2026-11-26T09:00:00Z');
const fresh = { side: 'owning', acknowledgedAt: null, closedAt: null } as const;
const taken = { ...fresh, acknowledgedAt: now };
const closed = { ...taken, closedAt: now };
const abroad = { ...fresh, side: 'reporting' } as const;
const rules = (refusals: { rule: string; pointer: string }[]) =>
  refusals.map(({ rule, pointer }) => `${rule} ${pointer}`);

describe('a message', () => {
  const question = { kind: 'identity', form: 'asked', here: false, answeredAt: null } as const;
  const given = { kind: 'identity', form: 'given', answers: 'a', text: 'Here' } as const;

  test('is written while the case is open', () => {
    expect(refuseMessage(fresh, { kind: 'text', text: 'Hold him' }, undefined)).toEqual([]);
    expect(rules(refuseMessage(closed, { kind: 'text', text: 'Hold him' }, undefined))).toEqual(['case-closed ']);
  });

  test('with information says whether it asks or gives; a plain one says neither', () => {
    expect(rules(refuseMessage(fresh, { kind: 'warrant', text: '?' }, undefined))).toEqual(['asked-or-given /form']);
    expect(rules(refuseMessage(fresh, { kind: 'text', form: 'given', text: '?' }, undefined))).toHaveLength(1);
    expect(refuseMessage(fresh, { kind: 'warrant', form: 'asked', text: '?' }, undefined)).toEqual([]);
  });

  test.each([
    ['a question of the other side', question, 0],
    ['nothing', undefined, 1],
    ['its own question', { ...question, here: true }, 1],
    ['a question of another kind', { ...question, kind: 'warrant' as const }, 1],
    ['what was given', { ...question, form: 'given' as const }, 1],
    ['what was answered before', { ...question, answeredAt: now }, 1],
  ])('answers %s', (_, asked, refused) => {
    expect(refuseMessage(fresh, given, asked)).toHaveLength(refused);
  });
});

test('the owner acknowledges a hit, once', () => {
  expect(refuseAcknowledgement(fresh)).toEqual([]);
  expect(rules(refuseAcknowledgement(taken))).toEqual(['acknowledged-before ']);
  expect(rules(refuseAcknowledgement(abroad))).toEqual(['owner-acknowledges ']);
});

test('an outcome is recorded once by each side, by the owner after acknowledging', () => {
  expect(rules(refuseOutcome(fresh, { recorded: false }))).toEqual(['not-acknowledged ']);
  expect(refuseOutcome(taken, { recorded: false })).toEqual([]);
  expect(refuseOutcome(abroad, { recorded: false })).toEqual([]);
  expect(rules(refuseOutcome(abroad, { recorded: true }))).toEqual(['outcome-recorded-before ']);
  expect(rules(refuseOutcome(closed, { recorded: false }))).toEqual(['case-closed ']);
});

test('the steps open are those that no rule stands against', () => {
  expect(openSteps(fresh, { recorded: false })).toEqual(['acknowledge', 'write']);
  expect(openSteps(taken, { recorded: false })).toEqual(['write', 'record-outcome']);
  expect(openSteps(abroad, { recorded: true })).toEqual(['write']);
  expect(openSteps(closed, { recorded: true })).toEqual([]);
});
