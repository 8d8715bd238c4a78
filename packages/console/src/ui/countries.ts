import { useQuery } from '@tanstack/react-query';
import codes from 'i18n-iso-countries/codes.json';
import { useMemo } from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import { organisationQuery } from '../api/membership.ts';
import { languageOf } from './translated.ts';

const TO_ALPHA_2 = new Map(codes.map(([alpha2, alpha3]) => [alpha3!, alpha2!]));

/** Codes in passports that are no state's (ICAO Doc 9303-3, 5, part D). */
const OTHER_CODES = {
  UTO: 'country.UTO',
  XXA: 'country.XXA',
  XXB: 'country.XXB',
  XXC: 'country.XXC',
  XXX: 'country.XXX',
  UNO: 'country.UNO',
} as const;

/** The name of a state or other issuer in the reader's language; the code itself where it is unknown. */
export function countryName(intl: IntlShape, code: string): string {
  const other = OTHER_CODES[code as keyof typeof OTHER_CODES];
  if (other) return intl.formatMessage({ id: other });
  const alpha2 = code === 'D' ? 'DE' : code.length === 2 ? code : TO_ALPHA_2.get(code);
  return (alpha2 && intl.formatDisplayName(alpha2, { type: 'region' })) || code;
}

export interface Countries {
  /** The organisation's states first, in protocol order, then all others by name. */
  all: { code: string; name: string }[];
  /** The code for a name of the list; anything else is left for the node to read. */
  code(typed: string): string;
  name(code: string): string;
}

/** Country names in the reader's language, as the organisation's profile writes and orders them. */
export function useCountries(): Countries {
  const intl = useIntl();
  const { data: organisation } = useQuery(organisationQuery);
  return useMemo(() => {
    const states = organisation?.states ?? [];
    const language = languageOf(intl);
    const profile = new Map(states.map(({ iso3, names }) => [iso3, names[language]]));
    const byAlpha2 = new Map(states.map(({ iso2, names }) => [iso2, names[language]]));
    const name = (code: string) => profile.get(code) ?? byAlpha2.get(code) ?? countryName(intl, code);
    const others = [...TO_ALPHA_2.keys()]
      .filter((code) => !profile.has(code))
      .map((code) => ({ code, name: name(code) }))
      .sort((left, right) => left.name.localeCompare(right.name, intl.locale));
    const all = [...[...profile].map(([code, own]) => ({ code, name: own })), ...others];
    return {
      all,
      name,
      code: (typed) => all.find((country) => country.name.toLowerCase() === typed.toLowerCase())?.code ?? typed,
    };
  }, [intl, organisation]);
}
