import type { Candidate, ReadAs } from '@entente/contracts/screening';
import { describe, expect, test } from 'vitest';
import type { SecondLineCase, StoredReport, StoredVerdict } from '../model/case.ts';
import { confirmedHit } from './confirmed-hit.ts';
import { areRefugeePapers, isProtected } from './protection.ts';
import {
  chosenReport,
  concernOf,
  isToBeSent,
  keepChoice,
  refuseChoice,
  refuseNewChoice,
  refuseReview,
  reviewed,
} from './report.ts';

const at = new Date('2026-11-26T09:00:00Z');
const by = { at, by: 'aigerim' };
const abroad = { source: { kind: 'alert', owner: 'IN' } } as Candidate;
const same = { verdict: 'same-person' } as const;
const home = { ended: false, ownState: 'KZ' };

describe('whom a verdict concerns', () => {
  test.each([
    ['the owner, where his alert met the same person', same, abroad, home, 'owner'],
    ['own cases, where the alert is this state’s', same, { source: { kind: 'alert', owner: 'KZ' } }, home, 'own'],
    ['nobody, where it is another person', { verdict: 'not-the-same' }, abroad, home, 'nobody'],
    ['nobody, where the alert has ended', same, abroad, { ...home, ended: true }, 'nobody'],
    ['nobody, where a list was met', same, { source: { kind: 'list' } }, home, 'nobody'],
  ] as const)('%s', (_, verdict, candidate, circumstances, concern) => {
    expect(concernOf(verdict, candidate as Candidate, circumstances)).toBe(concern);
  });
});

describe('a choice', () => {
  const rules = (choice: Parameters<typeof refuseChoice>[0], isProtected = false, concern = 'owner' as const) =>
    refuseChoice(choice, { concern, isProtected }).map(({ rule, pointer }) => `${rule} ${pointer}`);

  test('is made by a person where the owner is concerned, and only there', () => {
    expect(rules(undefined)).toEqual(['report-not-chosen /report']);
    expect(rules({ choice: 'report' })).toEqual([]);
    expect(refuseChoice({ choice: 'report' }, { concern: 'own', isProtected: false })).toHaveLength(1);
    expect(refuseChoice(undefined, { concern: 'nobody', isProtected: true })).toEqual([]);
  });

  test('of silence has a reason, unless the person is protected; of a report, if he is', () => {
    expect(rules({ choice: 'do-not-report', reason: ' ' })).toEqual(['silence-unexplained /report/reason']);
    expect(rules({ choice: 'do-not-report', reason: 'No offence here' })).toEqual([]);
    expect(rules({ choice: 'do-not-report' }, true)).toEqual([]);
    expect(rules(undefined, true)).toEqual([]);
    expect(chosenReport(undefined, true)).toEqual({ choice: 'do-not-report' });
    for (const choice of ['report', 'report-without-place-and-time'] as const) {
      expect(rules({ choice }, true)).toEqual(['report-despite-protection /report/reason']);
      expect(rules({ choice, reason: 'He asks for it' }, true)).toEqual([]);
    }
  });

  test('waits for a second officer where it is silence, or the person is protected', () => {
    expect(keepChoice({ choice: 'report', words: 'Held' }, false, by)).toMatchObject({
      state: 'stands',
      words: 'Held',
    });
    const silent = keepChoice({ choice: 'do-not-report', reason: 'No offence', words: 'For nobody' }, false, by);
    expect(silent).toMatchObject({ state: 'awaits-second', reason: 'No offence' });
    expect(silent).not.toHaveProperty('words');
    expect(keepChoice({ choice: 'report', reason: 'Asked' }, true, by).state).toBe('awaits-second');
  });

  test('is confirmed by another; once it stands it is neither reviewed nor made anew', () => {
    const waiting: StoredReport = { choice: 'report', at: '', by: 'aigerim', state: 'awaits-second' };
    expect(refuseReview(waiting, 'aigerim')).toMatchObject([{ rule: 'chooser-never-confirms' }]);
    expect(refuseReview(waiting, 'daniyar')).toEqual([]);
    expect(isToBeSent(waiting)).toBe(false);
    const stands = reviewed(waiting, { agrees: true }, { at, by: 'daniyar' });
    expect(isToBeSent(stands)).toBe(true);
    expect(isToBeSent({ ...stands, choice: 'do-not-report' })).toBe(false);
    expect(refuseReview(stands, 'daniyar')).toMatchObject([{ rule: 'nothing-awaits-a-second' }]);
    expect(refuseReview(undefined, 'daniyar')).toHaveLength(1);
    expect(refuseNewChoice(stands)).toMatchObject([{ rule: 'choice-stands' }]);
    const declined = reviewed(waiting, { agrees: false, note: 'Ask him again' }, { at, by: 'daniyar' });
    expect(declined).toMatchObject({ state: 'declined', second: { note: 'Ask him again' } });
    expect(refuseNewChoice(declined)).toEqual([]);
    expect(isToBeSent(declined)).toBe(false);
  });
});

describe('protection', () => {
  const readAs = { kind: 'mrz', names: [], mrz: { issuer: 'UZB', nationality: 'UZB' } } as unknown as ReadAs;
  const papers = (mrz: object) => ({ ...readAs, mrz: { ...readAs.mrz, ...mrz } }) as ReadAs;

  test('is claimed by the person, or by papers of a refugee', () => {
    expect(areRefugeePapers(papers({ nationality: 'XXB' }))).toBe(true);
    expect(areRefugeePapers(papers({ issuer: 'XXC' }))).toBe(true);
    expect(areRefugeePapers({ ...readAs, nationality: 'XXB' })).toBe(true);
    // A stateless person is no refugee by his papers.
    expect(areRefugeePapers(papers({ nationality: 'XXA' }))).toBe(false);
    expect(isProtected({ readAs, given: [] })).toBe(false);
    expect(isProtected({ readAs, given: [] }, { claimsProtection: true })).toBe(true);
  });

  test('once claimed holds for every later verdict on the person', () => {
    expect(isProtected({ readAs, given: [{ claimsProtection: true } as StoredVerdict] })).toBe(true);
  });
});

describe('what goes on from a verdict', () => {
  const alert = { kind: 'alert', reference: 'IN-2026-000001', owner: 'IN', category: 'wanted-for-arrest' };
  const candidate = { source: alert, action: 'arrest' } as Candidate;
  const mrz = { documentCode: 'P', issuer: 'UZB', nationality: 'UZB', documentNumber: 'N1' };
  const of = (change: object = {}) =>
    ({
      openedAt: at,
      personal: { place: 'Gate', direction: 'entry', readAs: { kind: 'mrz', names: [], mrz: { ...mrz, ...change } } },
    }) as unknown as SecondLineCase;
  const given = (choice: StoredReport['choice']) =>
    ({
      checklist: [{ item: 'photograph', finding: 'agrees', note: 'At the gate; he asks for asylum' }],
      note: 'He asks for asylum',
      claimsProtection: true,
      report: { choice, reason: 'His wish', state: 'stands' },
    }) as unknown as StoredVerdict;

  test('is place, time and document, never a note, a reason or the claim', () => {
    const hit = confirmedHit(of(), candidate, given('report'));
    expect(hit).toMatchObject({
      met: { at, place: 'Gate', direction: 'entry' },
      documents: [{ code: 'P', issuer: 'UZB', number: 'N1' }],
      compared: [{ item: 'photograph', finding: 'agrees' }],
    });
    expect(JSON.stringify(hit)).not.toMatch(/asylum|wish|claim/);
  });

  test('without place and time is without both', () => {
    expect(JSON.stringify(confirmedHit(of(), candidate, given('report-without-place-and-time')))).not.toMatch(
      /Gate|entry|2026-11/,
    );
  });

  test('holds no document of a refugee', () => {
    expect(confirmedHit(of({ nationality: 'XXB' }), candidate, given('report')).documents).toEqual([]);
  });
});
