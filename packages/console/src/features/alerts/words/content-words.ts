import type { Audience } from '@entente/contracts/alerts/content';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import { catalogueQuery } from '../../../api/alerts/catalogue.ts';
import { organisationQuery } from '../../../api/membership.ts';
import { type Countries, useCountries } from '../../../ui/countries.ts';
import { dayInWords } from '../../../ui/day.ts';
import { languageOf } from '../../../ui/translated.ts';
import { audienceInWords } from './audience-words.ts';
import { choicesOf, type Profile } from './choices.ts';
import { wordOf } from './fields.ts';

/** What the words of a content are made with. */
export interface Speech {
  intl: IntlShape;
  profile: Profile;
  countries: Pick<Countries, 'name'>;
}

/** The profile and the reader's language; null until the profile is there. */
export function useSpeech(): Speech | null {
  const intl = useIntl();
  const countries = useCountries();
  const { data: catalogue } = useQuery(catalogueQuery);
  const { data: organisation } = useQuery(organisationQuery);
  return useMemo(
    () => (catalogue && organisation ? { intl, countries, profile: { catalogue, organisation } } : null),
    [intl, countries, catalogue, organisation],
  );
}

/** The name of one field, without where it stands. */
export function fieldInWords(intl: IntlShape, pointer: string): string {
  const word = wordOf(pointer);
  if (word) return intl.formatMessage({ id: word });
  const identity = /^\/subject\/identities\/(\d+)$/.exec(pointer)?.[1];
  if (identity) return intl.formatMessage({ id: 'alert.field.identity' }, { number: Number(identity) + 1 });
  const item = /^(.+)\/(\d+)$/.exec(pointer);
  const list = item && wordOf(item[1]!);
  if (!list) return pointer;
  return intl.formatMessage(
    { id: 'alert.words.item' },
    { field: intl.formatMessage({ id: list }), number: Number(item[2]) + 1 },
  );
}

/** The field at a pointer with all it stands in: `Identity 2 · Documents 1 · Number`. */
export function placeInWords(intl: IntlShape, pointer: string): string {
  const names = pointer.split('/').slice(1);
  return names
    .map((_, end) => `/${names.slice(0, end + 1).join('/')}`)
    .filter((at, end) => isNamed(at) && !(wordOf(at) && isIndex(names[end + 1])))
    .map((at) => fieldInWords(intl, at))
    .join(' · ');
}

function isIndex(name: string | undefined): boolean {
  return name !== undefined && /^\d+$/.test(name);
}

/** Whether a pointer is a field or the item of a list that has a name of its own. */
function isNamed(pointer: string): boolean {
  if (wordOf(pointer)) return true;
  const item = /^(.+)\/\d+$/.exec(pointer);
  return item !== null && wordOf(item[1]!) !== undefined;
}

const DAY = /\/(?:date|to|expiresOn|reviewOn|reportedOn|givenOn)$/;
const COUNTRY = /\/(?:country|issuer|flag|nationalities\/\d+|audience\/states\/\d+)$/;
const LANGUAGE = /\/languages\/\d+$/;

/** A value of a content in the reader's words, whatever it is: a text, a list, an object. */
export function valueInWords(speech: Speech, pointer: string, value: unknown): string {
  const { intl, profile, countries } = speech;
  if (value === null || value === undefined || value === '') return intl.formatMessage({ id: 'alert.words.nothing' });
  if (Array.isArray(value)) {
    return value.map((one, index) => valueInWords(speech, `${pointer}/${index}`, one)).join('; ');
  }
  if (pointer === '/audience') return audienceInWords(speech, value as Audience);
  if (typeof value === 'object') return folderInWords(speech, pointer, value);
  const text = String(value);
  const choice = choicesOf(intl, profile, pointer)?.find((one) => one.value === text);
  if (choice) return choice.label;
  if (DAY.test(pointer) && !pointer.startsWith('/subject/to')) return dayInWords(intl, text);
  if (COUNTRY.test(pointer)) return countries.name(text);
  if (LANGUAGE.test(pointer)) return languageInWords(intl, text);
  return text;
}

function folderInWords(speech: Speech, pointer: string, folder: object): string {
  return Object.entries(folder)
    .filter(([name, value]) => wordOf(`${pointer}/${name}`) && value !== '' && !isEmptyList(value))
    .map(([name, value]) => {
      const at = `${pointer}/${name}`;
      const label = fieldInWords(speech.intl, at);
      return speech.intl.formatMessage({ id: 'alert.words.pair' }, { label, value: valueInWords(speech, at, value) });
    })
    .join(', ');
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** The name of a language by its ISO 639 code. */
export function languageInWords(intl: IntlShape, code: string): string {
  try {
    return new Intl.DisplayNames(languageOf(intl), { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
