import type { ListedName } from '@entente/contracts/alerts';
import type { AlertGround, AlertIdentity, PersonSubject } from '@entente/contracts/alerts/content';
import type { InDays } from './scripted-alert.ts';

/** Parts the demonstration's alerts are written with; everyone and everything in them is invented. */

export const name = (
  full: string,
  script: string,
  kind: ListedName['kind'] = 'primary',
  quality: ListedName['quality'] = 'good',
) => ({ full, script, kind, quality }) as ListedName;

/** Original script and Latin, as a register and a passport have them. */
export function names(original: string, latin: string, script = 'Cyrl'): ListedName[] {
  return [name(latin, 'Latn'), name(original, script, 'original-script')];
}

export function identity(status: AlertIdentity['status'], known: Partial<AlertIdentity>): AlertIdentity {
  return { status, names: [], birthDates: [], birthPlaces: [], nationalities: [], documents: [], ...known };
}

export const passport = (number: string, country: string) => ({ type: 'passport', number, country }) as const;

/** Every alert of these is decided by the same invented prosecutor. */
export function ground(day: InDays, number: number, more: Partial<AlertGround> = {}): AlertGround {
  return {
    legalBasis: 'Criminal Procedure Code (invented), article 178',
    issuingAuthority: {
      name: 'Prosecutor’s Office of the Almaty Region (invented)',
      reference: `INV-2026/${String(number).padStart(4, '0')}`,
      date: day(-20),
    },
    ...more,
  };
}

export const warrant = (day: InDays, number: number) => ({
  kind: 'arrest-warrant' as const,
  authority: 'District Court No. 2 of Almaty (invented)',
  number: `W-${number}/2026`,
  date: day(-25),
});

export const ordinary = (description: string, provision: string): NonNullable<AlertGround['offence']> => ({
  kind: 'ordinary',
  description,
  provision,
  definition: 'national-criminal-law',
  conduct: 'other-conduct',
});

export function person(identities: AlertIdentity[], more: Partial<PersonSubject> = {}): PersonSubject {
  return { kind: 'person', identities, protection: 'none-known', ...more };
}
