import type { Category, OffenceKind } from '@entente/contracts/alerts/catalogue';
import type { AlertGround } from '@entente/contracts/alerts/content';
import type { Random } from '../people/random.ts';
import { dayFrom } from './days.ts';
import { digitsOf } from './numbers.ts';

/** What an invented ground is made from. */
export interface GroundWish {
  category: Category;
  random: Random;
  now: Date;
  offence: OffenceKind;
}

/** Definitions of the shipped profile, one for each kind of offence. */
const DEFINITIONS: Record<OffenceKind, string> = {
  ordinary: 'national-criminal-law',
  terrorism: 'terrorism-2001',
  separatism: 'separatism-2001',
  extremism: 'extremism-2001',
};

const ORDINARY = [
  {
    description: 'Robbery of a shop with threats, two thousand in cash taken.',
    provision: 'Criminal Code, art. 192(2)',
  },
  { description: 'Кража автомобиля со взломом, ущерб в крупном размере.', provision: 'Уголовный кодекс, ст. 188(3)' },
  { description: '以虚假合同骗取货款，数额巨大。', provision: '《刑法》第二百二十四条' },
];

const VIOLENT = [
  {
    act: 'armed-attack',
    description: 'Opened fire with a rifle on a bus stop; two passengers were wounded.',
    place: 'Invented town',
  },
  {
    act: 'explosion',
    description: 'Взорвал самодельную бомбу на рынке, погибли три человека.',
    place: 'Вымышленный город',
  },
  { act: 'hostage-taking', description: '持枪劫持人质，致一人受伤。', place: '虚构市' },
];

/** The law, the authority and whatever else the category asks for; every document of it invented. */
export function inventGround({ category, random, now, offence }: GroundWish): AlertGround {
  const { requires, consentForWhereabouts } = category;
  const number = digitsOf(random, 5);
  return {
    legalBasis: 'Law on the search for persons and objects, article 7 (invented)',
    issuingAuthority: {
      name: 'Investigation Department of the Interior (invented)',
      reference: `R-${number}`,
      date: dayFrom(now, -5 - random.below(20)),
    },
    ...(requires.includes('offence') && { offence: inventOffence(random, now, offence) }),
    ...(offence !== 'ordinary' && requires.includes('offence') && { instrument: 'shanghai-convention-2001' }),
    ...(requires.includes('warrant') && {
      warrant: {
        kind: requires.includes('offence') ? 'arrest-warrant' : 'decision',
        authority: 'District court (invented)',
        number: `W-${number}`,
        date: dayFrom(now, -30),
      },
    }),
    ...(requires.includes('authorisation') && {
      authorisation: {
        by: 'court',
        authority: 'Regional court (invented)',
        number: `A-${number}`,
        date: dayFrom(now, -10),
        ground: 'serious-violent-offence',
        description: 'Suspected of supplying the explosives of a bombing in which people died.',
      },
    }),
    ...(consentForWhereabouts && {
      whereaboutsConsent: { reference: `C-${number}`, givenOn: dayFrom(now, -40) },
    }),
  };
}

function inventOffence(random: Random, now: Date, kind: OffenceKind): AlertGround['offence'] {
  if (kind === 'ordinary') {
    return { kind, ...random.pick(ORDINARY), definition: DEFINITIONS[kind], conduct: 'other-conduct' };
  }
  const { act, description, place } = random.pick(VIOLENT);
  return {
    kind,
    description,
    provision: 'Criminal Code, art. 255(2)',
    definition: DEFINITIONS[kind],
    conduct: 'violence',
    violentAct: { act, description, place, date: dayFrom(now, -90) },
  };
}
