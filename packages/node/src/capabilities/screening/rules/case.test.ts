import type { Candidate } from '@entente/contracts/screening';
import type { Verdict } from '@entente/contracts/screening/second-line';
import { describe, expect, test } from 'vitest';
import type { SecondLineCase, StoredReport } from '../model/case.ts';
import type { PossibleHit } from '../model/kept.ts';
import {
  authorityInView,
  isDecided,
  isLast,
  isWhollyDiscreet,
  keepVerdict,
  openCase,
  refuseCandidate,
  withDraft,
  withReport,
  withVerdict,
} from './case.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));
const candidate = (key: string, category = 'wanted-for-arrest') =>
  ({ key, source: { kind: 'alert', category } }) as Candidate;
const hit = (candidates: Candidate[], discreet: Candidate[] = []): PossibleHit => ({
  check: 'check',
  officerId: 'officer',
  at: at(0),
  personal: { readAs: { kind: 'identity', names: ['Nobody'] }, candidates, discreet, subjects: {}, document: 'N1/KAZ' },
});
const referral = { check: 'check', direction: 'entry', place: 'Gate', held: true } as const;
const opening = { id: 'case', authority: 'border', officerId: 'officer', now: at(5) };
const verdict = (key: string): Verdict => ({
  revision: 1,
  candidate: key,
  verdict: 'not-the-same',
  checklist: [],
  taken: ' ',
  notTaken: 'Another person',
});
const given = (key: string, report?: StoredReport) =>
  keepVerdict(verdict(key), { at: at(9), by: 'second', record: 'record', report });

describe('a case', () => {
  const opened = openCase(hit([candidate('a')], [candidate('b', 'discreet-check')]), referral, opening);

  test('holds every candidate, those to be met without a word among them, and the document shown', () => {
    expect(opened.personal).toMatchObject({ found: [{ key: 'a' }, { key: 'b' }], document: 'N1/KAZ', place: 'Gate' });
    expect(opened.held).toEqual({ since: at(5), stoppedAt: null });
    expect(openCase(hit([candidate('a')]), { ...referral, held: false }, opening).held).toBeNull();
  });

  test('is closed by the last verdict, which also stops the clock', () => {
    expect(isLast(opened)).toBe(false);
    const one = withVerdict(opened, given('a'), at(9));
    expect(one).toMatchObject({ closedAt: null, held: { stoppedAt: null } });
    expect(isLast(one)).toBe(true);
    expect(withVerdict(one, given('b'), at(9))).toMatchObject({ closedAt: at(9), held: { stoppedAt: at(9) } });
  });

  test('stays open while a choice about a report awaits a second officer; nobody is held for that', () => {
    const choice: StoredReport = { choice: 'do-not-report', at: '', by: 'second', state: 'awaits-second' };
    const decided = withVerdict(withVerdict(opened, given('a'), at(9)), given('b', choice), at(9));
    expect(decided).toMatchObject({ closedAt: null, held: { stoppedAt: at(9) } });
    expect(isDecided(decided)).toBe(true);
    expect(withReport(decided, 'b', { ...choice, state: 'declined' }, at(10)).closedAt).toBeNull();
    expect(withReport(decided, 'b', { ...choice, state: 'stands' }, at(11)).closedAt).toEqual(at(11));
  });

  test('keeps what was said, and nothing where nothing was', () => {
    const [said] = withVerdict(opened, given('a'), at(9)).personal.given;
    expect(said).toMatchObject({ notTaken: 'Another person', by: 'second', record: 'record' });
    expect(said).not.toHaveProperty('taken');
  });

  test('forgets a draft when its verdict is given', () => {
    const drafted = withDraft(withDraft(opened, 'a', []), 'b', [{ item: 'marks', finding: 'agrees' }]);
    expect(Object.keys(drafted.personal.drafts)).toEqual(['a', 'b']);
    expect(Object.keys(withVerdict(drafted, given('a'), at(9)).personal.drafts)).toEqual(['b']);
  });

  test('takes a step on a candidate of its own that has no verdict', () => {
    expect(refuseCandidate(opened, 'a')).toEqual([]);
    expect(refuseCandidate(opened, 'c')).toMatchObject([{ rule: 'unknown-candidate' }]);
    const one: SecondLineCase = withVerdict(opened, given('a'), at(9));
    expect(refuseCandidate(one, 'a')).toMatchObject([{ rule: 'verdict-given-before' }]);
  });
});

test('a case is wholly discreet where nothing but discreet checks was met', () => {
  const categories = new Map([
    ['discreet-check', { mark: 'neutral' }],
    ['wanted-for-arrest', { mark: 'plain' }],
  ]) as unknown as Parameters<typeof isWhollyDiscreet>[1];
  expect(isWhollyDiscreet([candidate('a', 'discreet-check')], categories)).toBe(true);
  expect(isWhollyDiscreet([candidate('a', 'discreet-check'), candidate('b')], categories)).toBe(false);
  expect(isWhollyDiscreet([{ key: 'l', source: { kind: 'list' } } as Candidate], categories)).toBe(false);
});

test('the contact point works on every case, a border officer on those of his authority', () => {
  const asking = (role: string) =>
    ({ officer: { roles: [role], authority: { id: 'border' } } }) as unknown as Parameters<typeof authorityInView>[0];
  expect(authorityInView(asking('border-officer'))).toBe('border');
  expect(authorityInView(asking('contact-point-officer'))).toBeUndefined();
});
