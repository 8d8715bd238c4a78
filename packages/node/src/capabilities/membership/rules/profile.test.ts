import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PROFILE_FILES, type Profile } from '../model/profile.ts';
import { describeOrganisation, findFaults } from './profile.ts';

const FOLDER = fileURLToPath(new URL('../../../../../../profiles/sco-2018/', import.meta.url));

function readProfile(): Profile {
  return Object.fromEntries(
    PROFILE_FILES.map((file) => [file, JSON.parse(readFileSync(`${FOLDER}${file}.json`, 'utf8'))]),
  ) as Profile;
}

/** The shipped profile with one thing put wrong. */
function spoil(change: (profile: Profile) => void): string[] {
  const profile = readProfile();
  change(profile);
  return findFaults(profile);
}

const state = (profile: Profile, code: string) => profile.states.find(({ iso2 }) => iso2 === code)!;
const body = (profile: Profile, id: string) => profile.bodies.find((candidate) => candidate.id === id)!;
const treaty = (profile: Profile, id: string) => profile.treaties.find((candidate) => candidate.id === id)!;

describe('the shipped profile', () => {
  test('holds together', () => expect(findFaults(readProfile())).toEqual([]));

  test('seats the members in the order of the Russian alphabet, Kyrgyzstan after China', () => {
    const { states } = describeOrganisation(readProfile());
    const members = states.filter(({ role }) => role === 'member');
    expect(members.map(({ iso2 }) => iso2)).toEqual(['IN', 'KZ', 'CN', 'KG', 'PK', 'RU', 'TJ', 'UZ']);
    const russian = members.map(({ names }) => names.ru);
    expect([...russian].sort((left, right) => left.localeCompare(right, 'ru'))).toEqual(russian);
  });

  test('names members before observers before dialogue partners, eighteen states in all', () => {
    const { states } = describeOrganisation(readProfile());
    expect(states.map(({ role }) => role)).toEqual([
      ...Array(8).fill('member'),
      ...Array(4).fill('observer'),
      ...Array(6).fill('dialogue-partner'),
    ]);
  });

  test('asks for a case only where a criminal case is investigated', () => {
    const needing = readProfile().purposes.filter(({ caseRequired }) => caseRequired);
    expect(needing.map(({ id }) => id)).toEqual(['criminal-investigation']);
  });
});

describe('a broken profile is refused:', () => {
  const cases: [string, (profile: Profile) => void, string][] = [
    [
      'a time zone nobody knows',
      (p) => {
        state(p, 'KZ').timeZone = 'Asia/Atlantis';
      },
      'states: KZ has the time zone Asia/Atlantis, which nobody knows',
    ],
    ['a state twice', (p) => p.states.push({ ...state(p, 'IR') }), 'states: IR is there more than once'],
    [
      'a category whose action nobody defined',
      (p) => {
        p.categories[0]!.actions.push('deport');
      },
      'categories: wanted-for-arrest names the action deport, which is not in actions.json',
    ],
    [
      'a minor who would be detained',
      (p) => {
        p.categories[0]!.minorActions.push('arrest');
      },
      'categories: wanted-for-arrest would let a minor be detained by arrest',
    ],
    [
      'a detention over a document',
      (p) => {
        p.categories.find(({ id }) => id === 'document-lost-stolen')!.actions.push('arrest');
      },
      'categories: document-lost-stolen would detain by arrest over what is no person',
    ],
    [
      'no action to clear the victim of a misused identity',
      (p) => {
        p.actions = p.actions.filter(({ id }) => id !== 'clear-victim');
      },
      'actions: clear-victim is missing, which the desk asks for',
    ],
    [
      'a list that would detain',
      (p) => {
        p.actions.find(({ id }) => id === 'freeze')!.detains = true;
      },
      'actions: freeze detains, and is asked for where nobody may be held',
    ],
    [
      'a definition of a treaty that is not there',
      (p) => {
        p.grounds.definitions[0]!.instrument = 'no-treaty';
      },
      'grounds: terrorism-2001 names the instrument no-treaty, which is not in treaties.json',
    ],
    [
      'two states with one long code',
      (p) => {
        state(p, 'IR').iso3 = 'MNG';
      },
      'states: MNG is there more than once',
    ],
    [
      'a body with the id of an organ',
      (p) => {
        body(p, 'secretariat').id = 'rats-council';
      },
      'bodies: rats-council is there more than once',
    ],
    [
      'a treaty twice',
      (p) => p.treaties.push({ ...treaty(p, 'charter-2002') }),
      'treaties: charter-2002 is there more than once',
    ],
    [
      'a purpose twice',
      (p) => p.purposes.push({ ...p.purposes[0]! }),
      'purposes: border-check is there more than once',
    ],
    [
      'a legal basis twice',
      (p) => p.purposes[0]!.legalBases.push({ ...p.purposes[0]!.legalBases[0]! }),
      'purposes: legal bases of border-check: border-law is there more than once',
    ],
    [
      'a member left out of the order',
      (p) => {
        p.organisation.protocolOrder.order.pop();
      },
      'organisation: protocolOrder leaves out the member UZ',
    ],
    [
      'an observer in the order',
      (p) => {
        p.organisation.protocolOrder.order.push('IR');
      },
      'organisation: protocolOrder names IR, which is no member',
    ],
    [
      'a member twice in the order',
      (p) => {
        p.organisation.protocolOrder.order.push('IN');
      },
      'organisation: protocolOrder: IN is there more than once',
    ],
    [
      "a gap in the members' numbers",
      (p) => {
        state(p, 'UZ').protocolOrder = 9;
      },
      'states: UZ has protocolOrder 9, but stands 8 in the order',
    ],
    [
      'a member without a number',
      (p) => {
        delete state(p, 'KG').protocolOrder;
      },
      'states: KG has protocolOrder none, but stands 4 in the order',
    ],
    [
      'an observer with a number',
      (p) => {
        state(p, 'IR').protocolOrder = 9;
      },
      'states: IR is no member and has a protocolOrder',
    ],
    [
      'a body under an unknown one',
      (p) => {
        body(p, 'moi').parent = 'nobody';
      },
      'bodies: moi has the parent nobody, which is no other body',
    ],
    [
      'a body under itself',
      (p) => {
        body(p, 'moi').parent = 'moi';
      },
      'bodies: moi has the parent moi, which is no other body',
    ],
    [
      'a seat in an unknown state',
      (p) => {
        body(p, 'rats').seat!.iso2 = 'FR';
      },
      'bodies: rats has its seat in FR, which is no state of the profile',
    ],
    [
      'a body on an unknown treaty',
      (p) => {
        body(p, 'rats').foundingInstrument = 'rats-1999';
      },
      'bodies: rats rests on rats-1999, which is no treaty of the profile',
    ],
    [
      'a treaty on a day no calendar has',
      (p) => {
        treaty(p, 'cae-2017').date = '2017-02-30';
      },
      'treaties: cae-2017 has the date 2017-02-30, which no calendar has',
    ],
    [
      'a treaty later than the profile',
      (p) => {
        treaty(p, 'cae-2017').date = '2019-06-09';
      },
      "treaties: cae-2017 has the date 2019-06-09, later than the profile's own 2018-06-10",
    ],
    [
      'a treaty in force before its signature',
      (p) => {
        treaty(p, 'charter-2002').inForce = '2001-01-01';
      },
      'treaties: charter-2002 is in force before it was signed',
    ],
    [
      'a programme that runs backwards',
      (p) => {
        treaty(p, 'tse-2019-2021').period = '2021/2019';
      },
      'treaties: tse-2019-2021 runs backwards, 2021/2019',
    ],
    [
      'a plan for an unknown strategy',
      (p) => {
        treaty(p, 'plan-2016-2020').implements = 'strategy-2030';
      },
      'treaties: plan-2016-2020 implements strategy-2030, which is no other treaty of the profile',
    ],
    [
      'a state that joins in the future',
      (p) => {
        state(p, 'IN').since = '2020-01-01';
      },
      "states: IN has the date 2020-01-01, later than the profile's own 2018-06-10",
    ],
    [
      'a source nobody knows',
      (p) => {
        treaty(p, 'cae-2017').sources.push('hearsay');
      },
      'treaties: cae-2017 cites hearsay, which sources.json does not have',
    ],
    [
      'a fact without a source',
      (p) => {
        const t = treaty(p, 'cae-2017');
        t.sources = [];
        delete t.unsourced;
      },
      'treaties: cae-2017 has no source and does not say so in "unsourced"',
    ],
    [
      'a name missing in Chinese',
      (p) => {
        delete (state(p, 'KZ').names as Partial<Record<string, string>>).zh;
      },
      'states at /1/names: must have required properties zh',
    ],
    [
      'an empty name',
      (p) => {
        state(p, 'KZ').names.ru = '';
      },
      'states at /1/names/ru: must not have fewer than 1 characters',
    ],
    [
      'a role the organisation does not have',
      (p) => {
        (state(p, 'IR') as { role: string }).role = 'guest';
      },
      'states at /10/role: must be equal to one of the allowed values (member, observer, dialogue-partner)',
    ],
    [
      'a mistyped field',
      (p) => {
        Object.assign(treaty(p, 'declaration-2001'), { plase: 'Shanghai' });
      },
      'treaties at /0/plase: is not known here',
    ],
    [
      'a purpose without a legal basis',
      (p) => {
        p.purposes[0]!.legalBases = [];
      },
      'purposes at /0/legalBases: must not have fewer than 1 items',
    ],
    [
      'sessions that idle longer than they last',
      (p) => {
        p.limits.session.idleMinutes = 1000;
      },
      'limits: session.idleMinutes is longer than session.absoluteMinutes',
    ],
    [
      'a first lock longer than the longest',
      (p) => {
        p.limits.lockOut.firstMinutes = 61;
      },
      'limits: lockOut.firstMinutes is longer than lockOut.longestMinutes',
    ],
  ];
  test.each(cases)('%s', (_, change, fault) => expect(spoil(change)).toContain(fault));

  test('all its faults are told at once', () => {
    const faults = spoil((profile) => {
      state(profile, 'UZ').protocolOrder = 9;
      body(profile, 'moi').parent = 'nobody';
      treaty(profile, 'cae-2017').date = '2017-02-30';
    });
    expect(faults).toHaveLength(3);
  });
});
