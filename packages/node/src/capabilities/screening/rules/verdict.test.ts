import { readFileSync } from 'node:fs';
import type { Candidate } from '@entente/contracts/screening';
import type { ChecklistItem, Verdict } from '@entente/contracts/screening/second-line';
import { describe, expect, test } from 'vitest';
import { actionsById } from './actions.ts';
import { refuseVerdict, type Weighed } from './verdict.ts';

const profile = new URL('../../../../../../profiles/sco-2018/actions.json', import.meta.url);
const actions = actionsById(JSON.parse(readFileSync(profile, 'utf8')));

const wanted = {
  key: 'alert/a',
  source: { kind: 'alert', alert: 'a', reference: 'KZ-2026-000001' },
  kind: 'person',
  identities: ['confirmed'],
  action: 'arrest',
} as unknown as Candidate;
const listed = { ...wanted, source: { kind: 'list', list: 'un-sc' }, action: 'inform' } as Candidate;
const victim = { ...wanted, identities: ['misused'], action: 'clear-victim', caution: 'victim' } as Candidate;
const document = { ...wanted, kind: 'document', identities: [], action: 'verify-document' } as Candidate;

const photograph: ChecklistItem = { item: 'photograph', finding: 'agrees' };
const other: ChecklistItem = { item: 'photograph', finding: 'differs' };
const same: Verdict = {
  revision: 1,
  candidate: 'alert/a',
  verdict: 'same-person',
  checklist: [photograph],
  taken: 'arrest',
};
const another: Verdict = {
  ...same,
  verdict: 'not-the-same',
  checklist: [other],
  taken: '',
  notTaken: 'Another person',
};
const open: Verdict = {
  ...same,
  verdict: 'cannot-be-established',
  checklist: [],
  taken: '',
  notTaken: 'Not known who it is',
  note: 'No photograph at hand',
};

const rules = (verdict: Verdict, candidate = wanted, change: Partial<Weighed> = {}) =>
  refuseVerdict(verdict, { candidate, ended: false, minor: false, actions, ...change }).map(
    ({ rule, pointer }) => `${rule} ${pointer}`,
  );

describe('the same person', () => {
  test('is said when a document, a photograph or marks agree', () => {
    for (const item of ['document', 'photograph', 'marks'] as const)
      expect(rules({ ...same, checklist: [{ item, finding: 'agrees' }] })).toEqual([]);
  });

  test.each([
    ['nothing compared', []],
    ['answers alone', [{ item: 'questions', finding: 'agrees' }]],
    ['a photograph that could not be compared', [{ item: 'photograph', finding: 'not-possible' }]],
  ] as [string, ChecklistItem[]][])('is not said over %s', (_, checklist) => {
    expect(rules({ ...same, checklist })).toEqual(['verified-on-name-alone /checklist']);
  });

  test('is not said while something that differs is not explained', () => {
    const differs: ChecklistItem = { item: 'marks', finding: 'differs' };
    expect(rules({ ...same, checklist: [photograph, differs] })).toEqual(['differs-unexplained /checklist/1/note']);
    expect(rules({ ...same, checklist: [photograph, { ...differs, note: ' ' }] })).toHaveLength(1);
    expect(rules({ ...same, checklist: [photograph, { ...differs, note: 'The scar was removed in 2024' }] })).toEqual(
      [],
    );
  });
});

describe('another person', () => {
  test('is said when something differs', () => expect(rules(another)).toEqual([]));

  test('is not said when nothing does', () => {
    expect(rules({ ...another, checklist: [] })).toEqual(['nothing-differs /checklist']);
    expect(rules({ ...another, checklist: [{ item: 'questions', finding: 'agrees' }] })).toEqual([
      'nothing-differs /checklist',
    ]);
  });

  test('may be the victim of a misused identity, known by the answers; the document is what was misused, and tells nothing', () => {
    const known = { ...another, taken: 'clear-victim', notTaken: '' };
    expect(rules({ ...known, checklist: [{ item: 'questions', finding: 'agrees' }] }, victim)).toEqual([]);
    expect(rules({ ...known, checklist: [{ item: 'document', finding: 'agrees' }] }, victim)).toEqual([
      'nothing-differs /checklist',
    ]);
  });

  test('does not meet with the action asked for somebody else', () => {
    expect(rules({ ...another, taken: 'arrest', notTaken: '' })).toEqual(['action-on-another /taken']);
  });

  test('may still bring a document that is kept, or a vehicle that is seized', () => {
    expect(rules({ ...another, taken: 'verify-document', notTaken: '' }, document)).toEqual([]);
    const vehicle = { ...wanted, kind: 'vehicle', identities: [], action: 'seize-object' } as Candidate;
    expect(rules({ ...another, taken: 'seize-object', notTaken: '' }, vehicle)).toEqual([]);
  });
});

describe('what cannot be established', () => {
  test('is said with a note', () => {
    expect(rules(open)).toEqual([]);
    expect(rules({ ...open, note: ' ' })).toEqual(['note-missing /note']);
  });

  test('lets nobody be held', () => {
    expect(rules({ ...open, taken: 'arrest', notTaken: '' })).toEqual(['action-before-identity /taken']);
  });
});

describe('the action', () => {
  test.each([
    ['neither', { taken: '', notTaken: ' ' }],
    ['both', { taken: 'arrest', notTaken: 'He is ill' }],
  ])('or why none was taken, not %s', (_, change) => {
    expect(rules({ ...same, ...change })).toEqual(['action-or-why-not /taken']);
  });

  test.each([
    ['arrest', 'arrest', true],
    // A milder one that adds nothing.
    ['arrest-for-extradition', 'arrest', true],
    ['arrest', 'refuse-entry', true],
    // A graver one, or one that does more.
    ['arrest', 'arrest-for-extradition', false],
    ['refuse-entry', 'arrest', false],
    ['refuse-entry', 'serve-summons', false],
    ['inform-person-missed', 'report-whereabouts', false],
    ['inform-person-missed', 'refuse-entry', false],
    ['place-under-protection', 'inform-person-missed', true],
    ['arrest', 'deport', false],
  ] as const)('asked to %s, an officer may %s: %s', (action, taken, may) => {
    expect(rules({ ...same, taken }, { ...wanted, action })).toEqual(may ? [] : ['action-not-asked /taken']);
  });

  test.each([
    ['a document', document, {}, 'document-never-detains'],
    ['a list', listed, {}, 'list-never-detains'],
    ['a misused identity', victim, {}, 'victim-never-detained'],
    [
      'evidence that mixes in a misused identity',
      { ...wanted, identities: ['confirmed', 'misused'] },
      {},
      'victim-never-detained',
    ],
    ['a minor', wanted, { minor: true }, 'minor-never-detained'],
  ] as [string, Candidate, Partial<Weighed>, string][])('never detains over %s', (_, candidate, change, rule) => {
    expect(rules(same, candidate, change)).toContain(`${rule} /taken`);
  });

  test('is not taken on the strength of an alert that has ended', () => {
    expect(rules(same, wanted, { ended: true })).toEqual(['alert-ended /taken']);
    expect(rules({ ...same, taken: '', notTaken: 'The alert has ended' }, wanted, { ended: true })).toEqual([]);
  });
});

test('nothing is on the checklist twice', () => {
  expect(rules({ ...same, checklist: [photograph, photograph] })).toEqual(['checked-twice /checklist/1']);
});
