import type { AlertStatus } from '@entente/contracts/alerts/alert';
import { LIFECYCLE_RULES } from '@entente/contracts/alerts/rules';
import { describe, expect, test } from 'vitest';
import {
  decideOutcome,
  isExpired,
  isSetBack,
  MOVE_PERMISSIONS,
  type Move,
  may,
  mustSuspend,
  refuseMove,
  type Standing,
} from './lifecycle.ts';

const NOW = new Date('2026-12-01T07:30:00.000Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const EVERYTHING = [...new Set(Object.values(MOVE_PERMISSIONS))];

const FIRST_DRAFT: Standing = {
  kind: 'person',
  status: 'draft',
  pending: { kind: 'issue', state: 'draft', authors: ['aigerim'] },
  disputed: false,
  lastStepAt: later(-1),
  expiresAt: null,
};
const IN_REVIEW: Standing = {
  ...FIRST_DRAFT,
  status: 'in-review',
  pending: { kind: 'issue', state: 'in-review', authors: ['aigerim'] },
};
const IN_FORCE: Standing = { ...FIRST_DRAFT, status: 'in-force', pending: null, expiresAt: later(1000) };
const EXTENDING: Standing = { ...IN_FORCE, pending: { kind: 'extension', state: 'draft', authors: ['aigerim'] } };
const PASSPORT: Standing = { ...IN_FORCE, kind: 'document' };
const DISPUTED: Standing = { ...PASSPORT, disputed: true };

const HELD: Standing = { ...IN_FORCE, held: { acceptance: null, flagged: false } };
const ASLEEP: Standing = { ...IN_FORCE, held: { acceptance: 'awaited', flagged: false } };
const FLAGGED: Standing = { ...IN_FORCE, held: { acceptance: 'accepted', flagged: true } };

function movesOf(standing: Standing, officer = 'svetlana', now = NOW): Move[] {
  return may(standing, { now, officer, granted: EVERYTHING });
}

describe('what may be done with an alert', () => {
  test.each<[string, Standing, Move[]]>([
    ['a draft', FIRST_DRAFT, ['edit', 'submit', 'abandon']],
    ['a draft in review', IN_REVIEW, ['review']],
    ['one in force', IN_FORCE, ['amend', 'extend', 'withdraw']],
    ['one in force whose extension is written', EXTENDING, ['edit', 'submit', 'abandon', 'withdraw']],
    ['a record of a passport', PASSPORT, ['amend', 'extend', 'withdraw', 'dispute']],
    ['a disputed record', DISPUTED, ['amend', 'withdraw', 'resolve']],
    ['a suspended record', { ...DISPUTED, status: 'suspended' }, ['amend', 'withdraw', 'resolve']],
  ])('%s', (_, standing, moves) => expect(movesOf(standing)).toEqual(moves));

  test.each<[string, Standing, Move[]]>([
    ['one of another state', HELD, ['flag']],
    ['one that sleeps until it is accepted', ASLEEP, ['accept', 'refuse']],
    ['one that was not accepted', { ...HELD, held: { acceptance: 'refused', flagged: false } }, ['accept']],
    ['one that is flagged', FLAGGED, ['unflag']],
    ['one that has ended', { ...HELD, status: 'withdrawn' }, []],
  ])('with an alert of another state: %s', (_, standing, moves) => expect(movesOf(standing)).toEqual(moves));

  test('what has ended is deleted, and no more', () => {
    for (const status of ['withdrawn', 'expired'] as const)
      expect(movesOf({ ...IN_FORCE, status })).toEqual(['delete']);
  });

  test.each(['refused', 'abandoned', 'deleted'] satisfies AlertStatus[])('nothing once it is %s', (status) => {
    expect(movesOf({ ...IN_FORCE, status })).toEqual([]);
  });

  test('only what the gate grants', () => {
    const granted = ['alerts.draft'];
    expect(may(IN_FORCE, { now: NOW, officer: 'svetlana', granted })).toEqual(['amend', 'extend']);
    expect(may(IN_REVIEW, { now: NOW, officer: 'svetlana', granted })).toEqual([]);
  });

  test('no author reviews what he wrote, in the first version or a later one', () => {
    expect(movesOf(IN_REVIEW, 'aigerim')).toEqual([]);
    const extension: Standing = {
      ...EXTENDING,
      pending: { kind: 'extension', state: 'in-review', authors: ['timur', 'aigerim'] },
    };
    expect(movesOf(extension, 'aigerim')).not.toContain('review');
    expect(movesOf(extension, 'svetlana')).toContain('review');
  });

  test('nothing while the clock is set back, by anybody', () => {
    for (const standing of [FIRST_DRAFT, IN_REVIEW, IN_FORCE, DISPUTED]) {
      expect(movesOf(standing, 'svetlana', later(-2))).toEqual([]);
      expect(isSetBack(standing, later(-2))).toBe(true);
      expect(isSetBack(standing, later(-1))).toBe(false);
    }
  });

  test('nothing from the moment it expires, before the node has written so', () => {
    expect(movesOf(IN_FORCE, 'svetlana', later(1000))).toEqual([]);
    expect(movesOf(EXTENDING, 'svetlana', later(1000))).toEqual([]);
    expect(movesOf(IN_FORCE, 'svetlana', new Date(later(1000).getTime() - 1))).not.toEqual([]);
  });
});

describe('every rule of the order of steps', () => {
  const EXAMPLES: Record<string, [Move, Standing, Date?]> = {
    'clock-set-back': ['withdraw', IN_FORCE, later(-2)],
    'not-a-draft': ['submit', IN_REVIEW],
    'not-in-review': ['review', FIRST_DRAFT],
    'not-in-force': ['withdraw', FIRST_DRAFT],
    'version-under-way': ['amend', EXTENDING],
    'disputed-not-extended': ['extend', DISPUTED],
    'dispute-of-documents-only': ['dispute', IN_FORCE],
    'already-disputed': ['dispute', DISPUTED],
    'not-disputed': ['resolve', PASSPORT],
    'not-ended': ['delete', IN_FORCE],
    'not-the-owner': ['withdraw', HELD],
    'own-alert': ['flag', IN_FORCE],
    'nothing-to-accept': ['accept', HELD],
    'not-accepted-yet': ['flag', ASLEEP],
    'already-flagged': ['flag', FLAGGED],
    'not-flagged': ['unflag', HELD],
  };
  // That of those alike is weighed with the index's answer, in alike.ts.
  const rules = Object.keys(LIFECYCLE_RULES).filter((rule) => rule !== 'alike-unconsidered');

  test('has an example', () => expect(Object.keys(EXAMPLES).sort()).toEqual(rules.sort()));

  test.each(Object.entries(EXAMPLES))('%s', (rule, [move, standing, now = NOW]) => {
    expect(refuseMove(move, standing, { now, officer: 'svetlana' })).toEqual({ rule, pointer: '' });
  });

  test('own-review', () => {
    expect(refuseMove('review', IN_REVIEW, { now: NOW, officer: 'aigerim' })?.rule).toBe('own-review');
  });
});

describe('what follows from a step', () => {
  test('a first version passes draft, review, force', () => {
    expect(decideOutcome('submit', FIRST_DRAFT)).toEqual({
      status: 'in-review',
      pending: 'in-review',
      disputed: false,
    });
    expect(decideOutcome({ review: 'approve' }, IN_REVIEW)).toMatchObject({ status: 'in-force', pending: 'approved' });
    expect(decideOutcome({ review: 'return' }, IN_REVIEW)).toMatchObject({ status: 'draft', pending: 'draft' });
    expect(decideOutcome({ review: 'refuse' }, IN_REVIEW)).toMatchObject({ status: 'refused', pending: 'refused' });
    expect(decideOutcome('abandon', FIRST_DRAFT)).toMatchObject({ status: 'abandoned', pending: 'abandoned' });
  });

  test('a later version leaves the alert in force, whatever becomes of it', () => {
    const standing: Standing = { ...EXTENDING, pending: { kind: 'amendment', state: 'in-review', authors: [] } };
    for (const step of [
      'amend',
      'submit',
      'abandon',
      { review: 'approve' },
      { review: 'return' },
      { review: 'refuse' },
    ] as const) {
      expect(decideOutcome(step, standing).status).toBe('in-force');
    }
  });

  test('an alert that ends takes with it what was being written', () => {
    expect(decideOutcome('withdraw', EXTENDING)).toMatchObject({ status: 'withdrawn', pending: 'abandoned' });
    expect(decideOutcome('expire', EXTENDING)).toMatchObject({ status: 'expired', pending: 'abandoned' });
    expect(decideOutcome('expire', IN_FORCE)).toMatchObject({ status: 'expired', pending: 'none' });
  });

  test('a dispute suspends a record after 48 hours, and its end lets it answer again or withdraws it', () => {
    expect(decideOutcome('dispute', PASSPORT)).toMatchObject({ status: 'in-force', disputed: true });
    const disputed = { status: 'in-force', disputedAt: NOW } as const;
    expect(mustSuspend(disputed, 48, later(47.99))).toBe(false);
    expect(mustSuspend(disputed, 48, later(48))).toBe(true);
    expect(mustSuspend({ ...disputed, disputedAt: null }, 48, later(100))).toBe(false);
    const suspended: Standing = { ...DISPUTED, status: decideOutcome('suspend', DISPUTED).status };
    expect(decideOutcome({ resolve: 'rejected' }, suspended)).toMatchObject({ status: 'in-force', disputed: false });
    expect(decideOutcome({ resolve: 'upheld' }, suspended)).toMatchObject({ status: 'withdrawn', disputed: false });
  });

  test('a suspended record expires too, a draft never', () => {
    expect(isExpired({ status: 'suspended', expiresAt: NOW }, NOW)).toBe(true);
    expect(isExpired({ status: 'draft', expiresAt: NOW }, NOW)).toBe(false);
    expect(isExpired({ status: 'in-force', expiresAt: later(1) }, NOW)).toBe(false);
  });
});
