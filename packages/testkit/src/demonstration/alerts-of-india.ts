import type { AlertGround } from '@entente/contracts/alerts/content';
import { ground, identity, names, ordinary, passport, person, warrant } from './alert-parts.ts';
import type { InDays, ScriptedAlert } from './scripted-alert.ts';

/** Wanted by India for a bombing; he comes to Kazakhstan's border on his own passport. Invented, as all are. */
export const SOUGHT_BY_INDIA = { family: 'Rathaur', given: 'Vikramjit', number: 'Z4417092', birthDate: '1984-03-19' };

/** Wanted by India, which he fled; he shows a refugee's document and claims protection. Invented, as all are. */
export const FLED_FROM_INDIA = { family: 'Mokashi', given: 'Ishaan', number: 'R7710432', birthDate: '1991-06-23' };

/** The alerts of the Indian node. What it wants to be known elsewhere names its audience; the rest stays there. */
export function alertsOfIndia(day: InDays): ScriptedAlert[] {
  return [
    {
      // A second officer in Delhi approves it: then it travels.
      fate: 'in-review',
      content: {
        category: 'wanted-for-arrest',
        subject: person(
          [
            identity('confirmed', {
              names: names('विक्रमजीत राठौड़', 'Vikramjit Rathaur', 'Deva'),
              birthDates: [{ date: SOUGHT_BY_INDIA.birthDate }],
              birthPlaces: ['Bikaner'],
              nationalities: ['IND'],
              sex: 'male',
              documents: [passport(SOUGHT_BY_INDIA.number, 'IND')],
            }),
          ],
          { marks: ['Scar across the right eyebrow'], languages: ['hi', 'pa'], dangers: ['explosives'] },
        ),
        ground: byIndia(day, 41, {
          instrument: 'shanghai-convention-2001',
          offence: {
            kind: 'terrorism',
            description:
              'Placed an explosive device on a market square; three people were killed and nineteen injured.',
            provision: 'Bharatiya Nyaya Sanhita (as invented here), section 113',
            definition: 'terrorism-2001',
            conduct: 'violence',
            violentAct: {
              act: 'explosion',
              description: 'Explosion of a device hidden in a handcart; three killed, nineteen injured.',
              date: '2026-02-14',
              place: 'Market square of an invented town',
            },
          },
          warrant: { ...warrant(day, 77), authority: 'Sessions Court of Bikaner (invented)' },
        }),
        action: 'arrest',
        expiresOn: day(700),
        reviewOn: day(170),
        audience: { kind: 'all-members' },
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'wanted-for-arrest',
        subject: person([
          identity('confirmed', {
            names: names('सुनन्दा वर्गीज़', 'Sunanda Varghese', 'Deva'),
            birthDates: [{ date: '1979' }],
            nationalities: ['IND'],
            sex: 'female',
            documents: [passport('Z2290417', 'IND')],
          }),
        ]),
        ground: byIndia(day, 42, {
          offence: ordinary('Took deposits of 340 people for flats that were never built.', 'Section 318'),
          warrant: { ...warrant(day, 78), authority: 'Metropolitan Magistrate of Kochi (invented)' },
        }),
        action: 'arrest',
        expiresOn: day(500),
        reviewOn: day(150),
        audience: { kind: 'members', states: ['KZ', 'CN'] },
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'document-lost-stolen',
        subject: {
          kind: 'document',
          documentType: 'passport',
          number: 'Z8815530',
          issuer: 'IND',
          status: 'stolen',
          reportedOn: day(-9),
        },
        ground: byIndia(day, 43),
        action: 'verify-document',
        expiresOn: day(1000),
        reviewOn: day(400),
        audience: { kind: 'all-members' },
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'wanted-for-arrest',
        subject: person([
          identity('confirmed', {
            names: names('ईशान मोकाशी', 'Ishaan Mokashi', 'Deva'),
            birthDates: [{ date: FLED_FROM_INDIA.birthDate }],
            birthPlaces: ['Satara'],
            nationalities: ['IND'],
            sex: 'male',
            documents: [passport('Z6120834', 'IND')],
          }),
        ]),
        ground: byIndia(day, 44, {
          offence: ordinary('Set fire to the archive of a district office on the night of a strike.', 'Section 326'),
          warrant: { ...warrant(day, 79), authority: 'Sessions Court of Satara (invented)' },
        }),
        action: 'arrest',
        expiresOn: day(500),
        reviewOn: day(150),
        audience: { kind: 'members', states: ['KZ'] },
      },
    },
    {
      // Kept for the day on which the committee's node is away.
      fate: 'in-review',
      content: {
        category: 'document-lost-stolen',
        subject: {
          kind: 'document',
          documentType: 'passport',
          number: 'Z3307718',
          issuer: 'IND',
          status: 'lost',
          reportedOn: day(-2),
        },
        ground: byIndia(day, 45, { legalBasis: 'Passports Act (as invented here), section 10' }),
        action: 'verify-document',
        expiresOn: day(1000),
        reviewOn: day(400),
        audience: { kind: 'all-members' },
      },
    },
  ];
}

/** The ground of an alert, stated by an invented authority of India. */
export function byIndia(day: InDays, number: number, more: Partial<AlertGround> = {}): AlertGround {
  const { issuingAuthority, ...rest } = ground(day, number, more);
  return {
    ...rest,
    legalBasis: more.legalBasis ?? 'Criminal procedure of India (as invented here), section 72',
    issuingAuthority: { ...issuingAuthority!, name: 'National Investigation Bureau (invented)' },
  };
}
