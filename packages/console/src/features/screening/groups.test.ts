import type { Candidate, Evidence } from '@entente/contracts/screening';
import { describe, expect, test } from 'vitest';
import { groupCandidates, ownersOf } from './groups.ts';

const words = (text: string) => ({ en: text, ru: text, zh: text });

function named(listed: string): Evidence {
  return { kind: 'name', query: 'x', listed, nameKind: 'primary', quality: 'good', tokens: [], score: 1 };
}
function born(...listed: string[]): Evidence {
  return { kind: 'birth-date', verdict: 'matches', query: '1984-03-17', listed };
}
function passport(listed: string): Evidence {
  return { kind: 'document', verdict: 'matches', query: listed, listed, type: 'passport' };
}

function alert(owner: string, evidence: Evidence[], more: Partial<Candidate> = {}): Candidate {
  return {
    key: `alert/${owner}`,
    source: {
      kind: 'alert',
      alert: owner,
      reference: owner,
      owner,
      category: 'wanted',
      categoryNames: words('Wanted'),
    },
    kind: 'person',
    name: 'Serik AKHMETOV',
    score: 0.9,
    band: 'strong',
    evidence,
    identities: ['confirmed'],
    action: 'arrest',
    actionNames: words('Arrest'),
    instructions: words('Arrest'),
    ...more,
  };
}

const keys = (candidates: Candidate[]) =>
  groupCandidates(candidates).map((group) => group.candidates.map(({ key }) => key));

describe('alerts that read as one', () => {
  test('several states’ alerts on one passport are one group, in the order given', () => {
    const alerts = [alert('KG', [passport('N1234567')]), alert('KZ', [passport('N 1234567')])];
    expect(keys(alerts)).toEqual([['alert/KG', 'alert/KZ']]);
    expect(ownersOf(groupCandidates(alerts)[0]!)).toEqual(['KG', 'KZ']);
  });

  test('the same name and birth date are one group', () => {
    const name = 'Серік Ахметов';
    expect(
      keys([alert('KZ', [named(name), born('1984-03-17')]), alert('UZ', [named(name), born('1984-03-17')])]),
    ).toEqual([['alert/KZ', 'alert/UZ']]);
  });

  test('namesakes born on other days, or on a day nobody knows, stand apart', () => {
    const name = 'Serik AKHMETOV';
    expect(
      keys([alert('KZ', [named(name), born('1984-03-17')]), alert('UZ', [named(name), born('1991-01-02')])]),
    ).toHaveLength(2);
    expect(keys([alert('KZ', [named(name), born()]), alert('UZ', [named(name), born()])])).toHaveLength(2);
  });

  test('one alert can show that two others are about the same person', () => {
    const [first, second] = [alert('KZ', [passport('A1')]), alert('UZ', [passport('B2')])];
    expect(keys([first, second, alert('TJ', [passport('A1'), passport('B2')])])).toEqual([
      ['alert/KZ', 'alert/UZ', 'alert/TJ'],
    ]);
  });

  test('the record of a document is not laid together with the person who bears it', () => {
    const document = alert('KZ', [passport('N1')], { kind: 'document' });
    expect(keys([document, alert('UZ', [passport('N1')])])).toHaveLength(2);
  });

  test('a group stands where its best candidate stands', () => {
    const groups = groupCandidates([
      alert('KZ', [passport('N1')], { band: 'exact-document' }),
      alert('CN', [named('Wang'), born('1970')], { name: 'Wang' }),
      alert('UZ', [passport('N1')]),
    ]);
    expect(groups.map(({ band }) => band)).toEqual(['exact-document', 'strong']);
    expect(groups[0]!.candidates).toHaveLength(2);
  });
});
