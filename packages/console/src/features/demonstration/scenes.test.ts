import { AlertContent } from '@entente/contracts/alerts/content';
import { castOf } from '@entente/testkit/demonstration/casts';
import { namedAlerts, STOLEN_PLATE } from '@entente/testkit/demonstration/named-alerts';
import {
  FLED_FROM_INDIA_ZONE,
  LOST_PASSPORT_ZONE,
  SOUGHT_BY_INDIA_ZONE,
  VICTIM_ZONE,
  WANTED_ZONE,
} from '@entente/testkit/demonstration/named-travellers';
import { DEMONSTRATION_OFFICERS } from '@entente/testkit/officers';
import { CLEAN_TRAVELLER_ZONE, NAME_HIT_ZONE, NAMESAKE_ZONE } from '@entente/testkit/people/demonstration-people';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { GUIDED_OFFICERS, OFFICERS_OF_INDIA, TRAVELLERS_OFFICER } from './guided-officers.ts';
import { newspaperAlert } from './newspaper-alert.ts';
import { SCENES } from './scenes.ts';

/** The number of the passport whose alert waits for the second officer. */
function awaitedPassport(): string | undefined {
  return namedAlerts(() => '2026-11-25').flatMap(({ fate, content: { subject } }) =>
    fate === 'in-review' && subject.kind === 'document' ? [subject.number] : [],
  )[0];
}

describe('what the guide offers is what the demonstration holds', () => {
  test('the zones are those of its travellers, the plate that of its stolen car, the number that of the passport under review', () => {
    expect(Object.fromEntries(Object.entries(SCENES).map(([scene, { text }]) => [scene, text]))).toEqual({
      clean: CLEAN_TRAVELLER_ZONE,
      listed: NAME_HIT_ZONE,
      namesake: NAMESAKE_ZONE,
      wanted: WANTED_ZONE,
      victim: VICTIM_ZONE,
      stolen: LOST_PASSPORT_ZONE,
      sought: SOUGHT_BY_INDIA_ZONE,
      fled: FLED_FROM_INDIA_ZONE,
      plate: STOLEN_PLATE,
      lost: awaitedPassport(),
    });
  });

  test('the officers are among its officers, each in the role that is said', () => {
    for (const { id, name, role } of Object.values(GUIDED_OFFICERS)) {
      const officer = DEMONSTRATION_OFFICERS.find((one) => one.id === id);
      expect(officer?.displayName).toBe(name);
      expect(officer?.roles).toContain(role);
    }
  });

  test('those of India are among India’s, each in the role that is said', () => {
    for (const { id, name, role } of Object.values(OFFICERS_OF_INDIA)) {
      const officer = castOf({ state: 'IN' }).find((one) => one.id === id);
      expect(officer?.displayName).toBe(name);
      expect(officer?.roles).toContain(role);
    }
  });

  test('the gate the invented travellers pass is nobody’s whom the guide leads as', () => {
    expect(DEMONSTRATION_OFFICERS.find(({ id }) => id === TRAVELLERS_OFFICER)?.name).toBe('d.seitkali');
    expect(Object.values(GUIDED_OFFICERS).map(({ id }) => id)).not.toContain(TRAVELLERS_OFFICER);
  });
});

test('the draft over a newspaper article is a whole alert but for the violent act it cannot name', () => {
  const content = newspaperAlert(new Date('2026-11-25T20:00:00Z'));
  expect(Value.Check(AlertContent, content)).toBe(true);
  expect(content.ground.offence).toMatchObject({ kind: 'extremism', conduct: 'publication-or-speech' });
  expect(content.ground.offence).not.toHaveProperty('violentAct');
  expect(content.ground.warrant?.date).toBe('2026-11-15');
  expect(content.expiresOn).toBe('2027-11-20');
});
