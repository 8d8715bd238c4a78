// Table: the alerts of the demonstration that a newcomer meets by name. Everyone and everything in it is invented.
import type { AlertContent } from '@entente/contracts/alerts/content';
import { ground, identity, name, names, ordinary, passport, person, warrant } from './alert-parts.ts';
import type { InDays, ScriptedAlert } from './scripted-alert.ts';

/** The man wanted for a bombing; his passport is known, so that his zone is an exact hit. */
export const WANTED = { family: 'Dosmagambetov', given: 'Yermek', number: 'N18840215', birthDate: '1986-09-14' };

/** Her identity is used by somebody else; her own passport meets the alert and clears her. */
export const VICTIM = { family: 'Bekenova', given: 'Aliya', number: 'N20571938', birthDate: '1990-02-27' };

/** Lost in a taxi, reported, found again by its holder, who travels on it. */
export const LOST_PASSPORT = { family: 'Iskakov', given: 'Ruslan', number: 'N09136647', birthDate: '1978-12-05' };

export const STOLEN_PLATE = '417 KBT 02';

export function namedAlerts(day: InDays): ScriptedAlert[] {
  return [
    {
      fate: 'in-force',
      content: {
        category: 'wanted-for-arrest',
        subject: person(
          [
            identity('confirmed', {
              names: [
                ...names('Досмағамбетов Ермек Сәкенұлы', 'Yermek Dosmagambetov'),
                name('Ермек Досмагамбетов', 'Cyrl', 'alias'),
              ],
              birthDates: [{ date: WANTED.birthDate }],
              birthPlaces: ['Taraz'],
              nationalities: ['KAZ'],
              sex: 'male',
              documents: [passport(WANTED.number, 'KAZ')],
            }),
            identity('false', {
              names: names('Рахимов Тимур', 'Timur Rakhimov'),
              birthDates: [{ date: '1985' }],
              nationalities: ['UZB'],
              documents: [passport('FA1180934', 'UZB')],
            }),
          ],
          {
            description: 'About 178 cm, slight build, grey at the temples.',
            marks: ['Burn scar on the back of the left hand', 'Two fingers of the right hand shortened'],
            languages: ['kk', 'ru', 'uz'],
            dangers: ['explosives', 'violent'],
          },
        ),
        ground: ground(day, 1, {
          instrument: 'shanghai-convention-2001',
          offence: {
            kind: 'terrorism',
            description: 'Placed an explosive device in a bus station; two people were killed and eleven injured.',
            provision: 'Criminal Code (invented), article 255, part 3',
            definition: 'terrorism-2001',
            conduct: 'violence',
            violentAct: {
              act: 'explosion',
              description: 'Explosion of a device of about 2 kg in the waiting room; two killed, eleven injured.',
              date: '2025-11-08',
              place: 'Bus station of an invented town',
            },
          },
          warrant: warrant(day, 311),
        }),
        action: 'arrest',
        expiresOn: day(900),
        reviewOn: day(180),
        note: 'May travel with a folding stick; last seen on a long-distance coach.',
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'wanted-for-arrest',
        subject: person([
          identity('confirmed', {
            names: names('Құсайынова Гүлмира', 'Gulmira Kussainova'),
            birthDates: [{ date: '1988', circa: true }],
            nationalities: ['KAZ'],
            sex: 'female',
            documents: [],
          }),
          identity('misused', {
            names: names('Бекенова Әлия Маратқызы', 'Aliya Bekenova'),
            birthDates: [{ date: VICTIM.birthDate }],
            nationalities: ['KAZ'],
            sex: 'female',
            documents: [passport(VICTIM.number, 'KAZ')],
            victimConsent: { reference: 'Consent INV-C-77, given to the inspectorate (invented)', givenOn: day(-18) },
          }),
        ]),
        ground: ground(day, 2, {
          offence: ordinary(
            'Took out loans under another woman’s name and left the country.',
            'Criminal Code (invented), article 190, part 4',
          ),
          warrant: warrant(day, 322),
        }),
        action: 'arrest',
        expiresOn: day(700),
        reviewOn: day(300),
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'document-lost-stolen',
        subject: {
          kind: 'document',
          documentType: 'passport',
          number: LOST_PASSPORT.number,
          issuer: 'KAZ',
          status: 'stolen',
          reportedOn: day(-9),
          holder: identity('confirmed', {
            names: names('Ысқақов Руслан', 'Ruslan Iskakov'),
            birthDates: [{ date: LOST_PASSPORT.birthDate }],
            nationalities: ['KAZ'],
            sex: 'male',
          }),
        },
        ground: ground(day, 3, {
          legalBasis: 'Law on identity documents (invented), article 17',
        }),
        action: 'verify-document',
        expiresOn: day(2000),
        reviewOn: day(600),
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'discreet-check',
        subject: person(
          [
            identity('confirmed', {
              names: names('Сапарбаев Олжас', 'Olzhas Saparbayev'),
              birthDates: [{ date: '1991-04-30' }],
              nationalities: ['KAZ'],
              sex: 'male',
              documents: [passport('N15529081', 'KAZ')],
            }),
          ],
          { dangers: ['armed'] },
        ),
        ground: ground(day, 4, {
          authorisation: {
            by: 'court',
            authority: 'Investigating judge of Shymkent (invented)',
            number: 'DC-19/2026',
            date: day(-12),
            ground: 'concrete-threat',
            description:
              'Intercepted delivery of detonators to an address he rents; an attack with explosives is feared.',
          },
        }),
        action: 'discreet-report',
        expiresOn: day(160),
        reviewOn: day(80),
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'protective',
        subject: person(
          [
            identity('confirmed', {
              names: names('Жүнісова Аружан', 'Aruzhan Zhunusova'),
              birthDates: [{ date: day(-365 * 9) }],
              nationalities: ['KAZ'],
              sex: 'female',
              documents: [passport('N22000417', 'KAZ')],
            }),
          ],
          {
            childProtection: {
              authority: 'Department for the Protection of Children, Almaty (invented)',
              contact: '+7 700 000 00 17, day and night',
            },
            languages: ['kk', 'ru'],
          },
        ),
        ground: ground(day, 5, {
          legalBasis: 'Law on the rights of the child (invented), article 62',
        }),
        action: 'prevent-departure-of-child',
        expiresOn: day(200),
        reviewOn: day(90),
        note: 'A court has left her with her mother; her father may try to take her abroad.',
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'missing',
        subject: person([
          identity('confirmed', {
            names: names('Ким Виктор Сергеевич', 'Viktor Kim'),
            birthDates: [{ date: '1962-07' }],
            nationalities: ['KAZ'],
            sex: 'male',
          }),
        ]),
        ground: ground(day, 6, { legalBasis: 'Law on the search for missing persons (invented)' }),
        action: 'inform-person-missed',
        expiresOn: day(1000),
        reviewOn: day(300),
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'witness',
        subject: person([
          identity('confirmed', {
            names: names('Тұрсынбекова Сәуле', 'Saule Tursynbekova'),
            birthDates: [{ date: '1975-03-03' }],
            nationalities: ['KAZ'],
            sex: 'female',
            documents: [passport('N11208834', 'KAZ')],
          }),
        ]),
        ground: ground(day, 7, { warrant: { ...warrant(day, 401), kind: 'decision' } }),
        action: 'serve-summons',
        expiresOn: day(4),
        reviewOn: day(3),
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'entry-ban',
        subject: person([
          identity('confirmed', {
            names: names('عباس کاظمی', 'Abbas Kazemi', 'Arab'),
            birthDates: [{ date: '1969', to: '1971' }],
            nationalities: ['IRN'],
            sex: 'male',
            documents: [passport('K48810277', 'IRN')],
          }),
        ]),
        ground: ground(day, 8, {
          legalBasis: 'Law on the entry and exit of foreigners (invented), article 48',
          offence: ordinary(
            'Overstayed twice and worked without a permit.',
            'Code of Administrative Offences (invented)',
          ),
          warrant: { ...warrant(day, 410), kind: 'decision', authority: 'Migration Service (invented)' },
        }),
        action: 'refuse-entry',
        expiresOn: day(2),
        reviewOn: day(1),
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'inquiry-check',
        subject: person([
          identity('claimed', {
            names: names('Нурпеисов Дамир', 'Damir Nurpeisov'),
            birthDates: [{ date: '1983' }],
            nationalities: ['KAZ'],
            sex: 'male',
            documents: [passport('N07711450', 'KAZ')],
          }),
        ]),
        ground: ground(day, 9, {
          offence: ordinary(
            'Suspected of carrying undeclared precursors of drugs in a lorry.',
            'Criminal Code (invented), article 297, part 2',
          ),
        }),
        action: 'inquiry-check',
        expiresOn: day(200),
        reviewOn: day(100),
        note: 'Which companies ordered the load; who paid; whether the seals were changed on the way.',
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'blank-documents-stolen',
        subject: {
          kind: 'blank-documents',
          documentType: 'passport',
          issuer: 'KAZ',
          prefix: 'N',
          from: '30014000',
          to: '30014499',
          reportedOn: day(-40),
        },
        ground: ground(day, 10, { legalBasis: 'Law on identity documents (invented), article 19' }),
        action: 'verify-document',
        expiresOn: day(3000),
        reviewOn: day(700),
      },
    },
    {
      fate: 'disputed',
      content: {
        category: 'document-invalidated',
        subject: {
          kind: 'document',
          documentType: 'passport',
          number: 'N16630992',
          issuer: 'KAZ',
          status: 'invalidated',
          reportedOn: day(-30),
          holder: identity('confirmed', {
            names: names('Оспанов Тәуекел', 'Tauekel Ospanov'),
            birthDates: [{ date: '1981-01-19' }],
            nationalities: ['KAZ'],
            sex: 'male',
          }),
          invalidation: {
            authority: 'Migration Service of Karaganda (invented)',
            number: 'D-2206',
            date: day(-31),
            appeal: 'Within a month at the District Court of Karaganda (invented)',
          },
        },
        ground: ground(day, 11, { legalBasis: 'Law on identity documents (invented), article 18' }),
        action: 'verify-document',
        expiresOn: day(1500),
        reviewOn: day(300),
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'object-sought',
        subject: {
          kind: 'vehicle',
          plate: STOLEN_PLATE,
          country: 'KAZ',
          vin: 'XTA210990Y2766012',
          make: 'Lada',
          model: 'Granta',
          colour: 'silver',
        },
        ground: ground(day, 12),
        action: 'seize-object',
        expiresOn: day(1200),
        reviewOn: day(400),
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'object-sought',
        subject: { kind: 'firearm', serialNumber: 'KB 704418', make: 'Izhmash', model: 'Saiga', calibre: '7.62x39' },
        ground: ground(day, 13),
        action: 'seize-object',
        expiresOn: day(1800),
        reviewOn: day(500),
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'object-sought',
        subject: { kind: 'container', number: 'CSQU3054383' },
        ground: ground(day, 14),
        action: 'search-object',
        expiresOn: day(90),
        reviewOn: day(45),
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'object-sought',
        subject: { kind: 'vessel', name: 'Pelican of Aktau', imo: '9074729', flag: 'KAZ' },
        ground: ground(day, 15),
        action: 'search-object',
        expiresOn: day(120),
        reviewOn: day(60),
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'object-sought',
        subject: { kind: 'aircraft', registration: 'UP-AN217', model: 'An-2' },
        ground: ground(day, 16),
        action: 'search-object',
        expiresOn: day(60),
        reviewOn: day(30),
      },
    },
    {
      fate: 'in-force',
      content: {
        category: 'organisation-designated',
        subject: {
          kind: 'organisation',
          names: names('Чёрный перевал', 'Black Pass Group'),
          identifiers: [],
          addresses: [],
          designation: {
            authority: 'Supreme Court (invented)',
            instrument: 'Law against terrorism (invented), article 14',
            reference: 'NL-31',
            date: day(-400),
          },
        },
        ground: ground(day, 17),
        action: 'freeze-assets-inform',
        expiresOn: day(900),
        reviewOn: day(200),
      },
    },
    {
      fate: 'in-review',
      content: {
        category: 'wanted-for-arrest',
        subject: person(
          [
            identity('confirmed', {
              names: names('Мырзабеков Асхат', 'Askhat Myrzabekov'),
              birthDates: [{ date: '1979-10-21' }],
              nationalities: ['KAZ'],
              sex: 'male',
              documents: [passport('N08842216', 'KAZ')],
            }),
          ],
          {
            memberships: [
              {
                organisation: 'Black Pass Group',
                source: 'Statement of a co-accused, not confirmed',
                reliability: 'C',
                credibility: '4',
              },
            ],
          },
        ),
        ground: ground(day, 18, {
          offence: {
            kind: 'ordinary',
            description: 'Stabbed a guard during a robbery of a cash van; the guard was killed.',
            provision: 'Criminal Code (invented), articles 192 and 99',
            definition: 'national-criminal-law',
            conduct: 'violence',
          },
          warrant: warrant(day, 455),
        }),
        action: 'arrest-for-extradition',
        expiresOn: day(1000),
        reviewOn: day(300),
      },
    },
    {
      fate: 'in-review',
      content: {
        category: 'document-lost-stolen',
        subject: {
          kind: 'document',
          documentType: 'passport',
          number: 'N19005521',
          issuer: 'KAZ',
          status: 'lost',
          reportedOn: day(-1),
        },
        ground: ground(day, 19, {
          legalBasis: 'Law on identity documents (invented), article 17',
        }),
        action: 'verify-document',
        expiresOn: day(1800),
        reviewOn: day(600),
      },
    },
    {
      fate: 'refused',
      content: {
        category: 'wanted-for-arrest',
        subject: person([
          identity('confirmed', {
            names: names('Абдрахманов Ерлан', 'Yerlan Abdrakhmanov'),
            birthDates: [{ date: '1971-05-05' }],
            nationalities: ['KAZ'],
            sex: 'male',
          }),
        ]),
        ground: ground(day, 20, {
          offence: ordinary(
            'Owes a former business partner for two deliveries of grain.',
            'Civil claim, no article of the Criminal Code named',
          ),
          warrant: warrant(day, 466),
        }),
        action: 'arrest-for-extradition',
        expiresOn: day(800),
        reviewOn: day(200),
      },
    },
    {
      fate: 'withdrawn',
      content: {
        category: 'witness',
        subject: person([
          identity('confirmed', {
            names: names('Ержанов Бауыржан', 'Bauyrzhan Yerzhanov'),
            birthDates: [{ date: '1994-08-12' }],
            nationalities: ['KAZ'],
            sex: 'male',
          }),
        ]),
        ground: ground(day, 21, { warrant: { ...warrant(day, 470), kind: 'decision' } }),
        action: 'serve-summons',
        expiresOn: day(90),
        reviewOn: day(60),
      },
    },
    { fate: 'draft', content: unwarranted(day) },
  ];
}

/** A draft somebody left on Friday evening: no warrant, no review date, half a name. */
function unwarranted(day: InDays): AlertContent {
  return {
    category: 'wanted-for-arrest',
    subject: person([identity('claimed', { names: [name('Sanzhar', 'Latn')] })]),
    ground: ground(day, 22),
    action: 'arrest',
    expiresOn: day(365),
  };
}
