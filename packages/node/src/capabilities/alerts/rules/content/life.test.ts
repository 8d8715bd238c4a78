import type { AlertContent } from '@entente/contracts/alerts/content';
import { lawfulContent } from '@entente/testkit/alerts/lawful';
import { describe, expect, test } from 'vitest';
import { PROJECT } from '../../../../platform/config.ts';
import { loadMembership } from '../../../membership/index.ts';
import { assessContent } from '../assess.ts';
import type { Circumstances } from '../case.ts';

const membership = await loadMembership(`${PROJECT}/profiles/sco-2018`);
const categories = membership.categories();
const WHERE = { now: new Date('2026-12-01T07:30:00.000Z'), state: membership.stateByCode('KZ')! };
const AT: Circumstances = {
  ...WHERE,
  categories,
  actions: membership.actions(),
  grounds: membership.grounds(),
  instruments: membership.organisation().treaties.map(({ id }) => id),
  addressees: [],
  kind: 'issue',
};

/** Rules that refuse a lawful alert once it is changed so. */
function refusals(
  category: string,
  change: (content: AlertContent) => void,
  at: Partial<Circumstances> = {},
): string[] {
  const content = lawfulContent(categories.find(({ id }) => id === category)!, 3, WHERE);
  change(content);
  return assessContent(content, { ...AT, ...at }).map(({ rule }) => rule);
}

function until(expiresOn: string, reviewOn = '2026-12-20') {
  return (content: AlertContent) => Object.assign(content, { expiresOn, reviewOn });
}

describe('the life of an alert', () => {
  test('ends today at the earliest, and on the last day of the category at the latest', () => {
    expect(refusals('inquiry-check', until('2026-12-01', '2026-12-01'))).toEqual([]);
    expect(refusals('inquiry-check', until('2026-11-30', '2026-12-01'))).toEqual(['expiry-in-the-past']);
    expect(refusals('inquiry-check', until('2027-12-01'))).toEqual([]);
    expect(refusals('inquiry-check', until('2027-12-02'))).toEqual(['life-too-long']);
  });

  test('is looked at again within the category’s days, and before it ends', () => {
    expect(refusals('inquiry-check', until('2027-11-30', '2027-06-01'))).toEqual([]);
    expect(refusals('inquiry-check', until('2027-11-30', '2027-06-02'))).toEqual(['review-too-late']);
    expect(refusals('inquiry-check', until('2027-01-10', '2027-01-10'))).toEqual([]);
    expect(refusals('inquiry-check', until('2027-01-10', '2027-01-11'))).toEqual(['review-too-late']);
  });

  test('of a discreet check ends a year after its authorisation, in leap years too', () => {
    const authorised = (date: string, expiresOn: string) => (content: AlertContent) => {
      content.ground.authorisation!.date = date;
      until(expiresOn)(content);
    };
    expect(refusals('discreet-check', authorised('2026-08-01', '2027-08-01'))).toEqual([]);
    expect(refusals('discreet-check', authorised('2026-08-01', '2027-08-02'))).toEqual(['discreet-too-long']);
    const leap = { now: new Date('2028-03-01T07:30:00.000Z') };
    const late = authorised('2028-02-29', '2029-03-01');
    const days = (content: AlertContent) => {
      late(content);
      content.reviewOn = '2028-04-01';
    };
    expect(refusals('discreet-check', days, leap)).toEqual([]);
  });
});

describe('an extension', () => {
  const before = lawfulContent(categories.find(({ id }) => id === 'discreet-check')!, 3, WHERE);
  const extended = (change: Partial<NonNullable<AlertContent['ground']['authorisation']>>) => {
    const { authorisation } = before.ground;
    const content = structuredClone(before);
    content.expiresOn = '2027-11-25';
    content.ground.authorisation = { ...authorisation!, date: '2026-12-01', ...change };
    return assessContent(content, { ...AT, kind: 'extension', before }).map(({ rule }) => rule);
  };

  test('of a discreet check needs an authorisation of its own, and not the old one written otherwise', () => {
    const number = before.ground.authorisation!.number;
    expect(extended({ number: 'A-77/2026' })).toEqual([]);
    for (const same of [number, ` ${number.toLowerCase()} `, number.replace('-', ' / ')]) {
      expect(extended({ number: same })).toEqual(['extension-needs-authorisation']);
    }
    expect(extended({ number: 'A-77/2026', date: '2026-01-01' })).toContain('extension-needs-authorisation');
    expect(extended({ number: '' })).toEqual(['authorisation-missing']);
  });

  test('counts its life from its own day, so that what was the longest may be longer', () => {
    const inForce = lawfulContent(categories.find(({ id }) => id === 'inquiry-check')!, 3, WHERE);
    const later = { now: new Date('2027-08-01T07:30:00.000Z'), kind: 'extension', before: inForce } as const;
    const content = { ...inForce, expiresOn: '2028-07-31', reviewOn: '2027-12-01' };
    expect(assessContent(content, { ...AT, ...later })).toEqual([]);
  });
});

describe('a warrant of today', () => {
  const dated = (date: string) => (content: AlertContent) => {
    content.ground.warrant!.date = date;
  };

  test('is of today by the time of the state', () => {
    const afterMidnight = { now: new Date('2026-12-01T20:00:00.000Z') };
    expect(refusals('wanted-for-arrest', dated('2026-12-02'), afterMidnight)).toEqual([]);
    expect(refusals('wanted-for-arrest', dated('2026-12-03'), afterMidnight)).toEqual(['warrant-in-future']);
    expect(refusals('wanted-for-arrest', dated('2026-12-02'))).toEqual(['warrant-in-future']);
  });

  test('is no warrant of 1901', () => {
    expect(refusals('wanted-for-arrest', dated('1901-11-30'))).toEqual(['impossible-date']);
    expect(refusals('wanted-for-arrest', dated('1901-12-01'))).toEqual([]);
  });
});
