import type { AlertKind } from '@entente/contracts/alerts/catalogue';
import type { AlertIdentity, AlertSubject } from '@entente/contracts/alerts/content';
import { inventPerson } from '../people/person.ts';
import type { Random } from '../people/random.ts';
import { dayFrom } from './days.ts';
import {
  digitsOf,
  inventContainer,
  inventImo,
  inventPassportNumber,
  inventPlate,
  inventVin,
  lettersOf,
} from './numbers.ts';

/** What an invented subject is made from. */
export interface SubjectWish {
  kind: AlertKind;
  seed: number;
  random: Random;
  now: Date;
  /** ISO 3166-1 alpha-3 of the state that enters it. */
  state: string;
  minor: boolean;
  /** A document invalidated by a decision, rather than lost or stolen. */
  invalidated: boolean;
}

/** Somebody or something nobody is or has, whole enough for every rule. */
export function inventSubject(wish: SubjectWish): AlertSubject {
  const { kind, random, now, state } = wish;
  switch (kind) {
    case 'person':
      return inventPersonSubject(wish);
    case 'organisation':
      return {
        kind,
        names: [
          { full: `Invented Society ${lettersOf(random, 3)}`, kind: 'primary', quality: 'good', script: 'Latn' },
          { full: `Вымышленное общество ${digitsOf(random, 2)}`, kind: 'alias', quality: 'good', script: 'Cyrl' },
        ],
        identifiers: [],
        addresses: [],
        designation: {
          authority: 'Commission on designations (invented)',
          instrument: 'Order on the designation of organisations (invented)',
          reference: `D-${digitsOf(random, 4)}`,
          date: dayFrom(now, -60),
        },
      };
    case 'document':
      return inventDocument(wish);
    case 'blank-documents': {
      const first = 1 + random.below(9_000_000);
      return {
        kind,
        documentType: 'passport',
        issuer: state,
        prefix: 'N',
        from: String(first).padStart(8, '0'),
        to: String(first + 499).padStart(8, '0'),
        reportedOn: dayFrom(now, -3),
      };
    }
    case 'vehicle':
      return {
        kind,
        plate: inventPlate(random),
        country: 'KAZ',
        vin: inventVin(random),
        make: random.pick(['Lada', 'Toyota', 'Hyundai', 'Chevrolet']),
        colour: random.pick(['white', 'grey', 'black', 'blue']),
      };
    case 'vessel':
      return { kind, name: `Invented Star ${digitsOf(random, 2)}`, imo: inventImo(random), flag: 'KAZ' };
    case 'aircraft':
      return { kind, registration: `UP-${lettersOf(random, 2)}${digitsOf(random, 3)}`, model: 'An-2' };
    case 'container':
      return { kind, number: inventContainer(random) };
    case 'firearm':
      return { kind, serialNumber: `${lettersOf(random, 2)}${digitsOf(random, 6)}`, make: 'Izhmekh', calibre: '9x18' };
  }
}

function inventDocument({ random, now, state, seed, invalidated }: SubjectWish): AlertSubject {
  const reported = dayFrom(now, -4);
  return {
    kind: 'document',
    documentType: 'passport',
    number: inventPassportNumber(random),
    issuer: state,
    status: invalidated ? 'invalidated' : random.pick(['lost', 'stolen'] as const),
    reportedOn: reported,
    holder: inventAdult(seed, now),
    ...(invalidated && {
      invalidation: {
        authority: 'Passport service (invented)',
        number: `P-${digitsOf(random, 5)}`,
        date: reported,
        appeal: 'To the administrative court within three months (invented)',
      },
    }),
  };
}

function inventPersonSubject({ seed, random, now, minor }: SubjectWish): AlertSubject {
  const adult = inventAdult(seed, now);
  if (!minor) return { kind: 'person', identities: [adult], languages: ['ru'], protection: 'none-known' };
  const born = `${now.getUTCFullYear() - 6 - random.below(9)}-0${1 + random.below(9)}-1${random.below(10)}`;
  return {
    kind: 'person',
    identities: [{ ...adult, birthDates: [{ date: born }] }],
    childProtection: { authority: 'Committee for the Protection of Children (invented)', contact: '+7 000 000 00 00' },
  };
}

/** An invented person who is of age by every reading of every birth date, and told from namesakes. */
export function inventAdult(seed: number, now: Date): AlertIdentity {
  const { identity } = inventPerson(seed, seed);
  const latest = now.getUTCFullYear() - 25;
  const birthDates = identity.birthDates.filter(({ date, to }) => Number((to ?? date).slice(0, 4)) <= latest);
  return { ...identity, birthDates: birthDates.length > 0 ? birthDates : [{ date: String(latest - (seed % 40)) }] };
}
