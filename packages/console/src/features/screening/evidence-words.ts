import type { Candidate, Evidence, NationalScheme, ObjectScheme, TokenEvidence } from '@entente/contracts/screening';
import type { IntlShape } from 'react-intl';
import { countryName } from '../../ui/countries.ts';
import { dayInWords } from '../../ui/day.ts';
import { SEXES } from '../../ui/identity-words.ts';

export type Verdict = 'matches' | 'near' | 'partial' | 'contradicts' | 'unknown';
type NationalNumberEvidence = Extract<Evidence, { kind: 'national-number' }>;
type FactEvidence = Exclude<
  Evidence,
  { kind: 'name' } | { kind: 'document' } | { kind: 'object' } | { kind: 'national-number' }
>;
/** What the evidence is held against: sentences name it. */
export type Source = Candidate['source']['kind'];

export const VERDICTS = {
  matches: 'verdict.matches',
  near: 'verdict.near',
  partial: 'verdict.partial',
  contradicts: 'verdict.contradicts',
  unknown: 'verdict.unknown',
} as const satisfies Record<Verdict, string>;

export const EVIDENCE_KINDS = {
  name: 'evidence.name',
  document: 'evidence.document',
  'national-number': 'evidence.national-number',
  object: 'evidence.object',
  'birth-date': 'evidence.birth-date',
  nationality: 'evidence.nationality',
  sex: 'evidence.sex',
} as const satisfies Record<Evidence['kind'], string>;

export const TOKENS = {
  same: 'token.same',
  script: 'token.script',
  spelling: 'token.spelling',
  initial: 'token.initial',
  variant: 'token.variant',
  absent: 'token.absent',
  extra: 'token.extra',
  differs: 'token.differs',
} as const satisfies Record<TokenEvidence['how'], string>;

/** What an object is known by. */
export const SCHEMES = {
  plate: 'scheme.plate',
  vin: 'scheme.vin',
  imo: 'scheme.imo',
  mmsi: 'scheme.mmsi',
  'call-sign': 'scheme.call-sign',
  'aircraft-registration': 'scheme.aircraft-registration',
  'icao-address': 'scheme.icao-address',
  container: 'scheme.container',
  'firearm-serial': 'scheme.firearm-serial',
  'serial-number': 'scheme.serial-number',
} as const satisfies Record<ObjectScheme, string>;

/** Numbers that states give. */
const NATIONAL_SCHEMES = {
  'chinese-resident': 'scheme.chinese-resident',
  'kazakh-iin': 'scheme.kazakh-iin',
  'kyrgyz-pin': 'scheme.kyrgyz-pin',
  'uzbek-pinfl': 'scheme.uzbek-pinfl',
  'indian-aadhaar': 'scheme.indian-aadhaar',
  'pakistani-cnic': 'scheme.pakistani-cnic',
  'russian-passport': 'scheme.russian-passport',
  'russian-snils': 'scheme.russian-snils',
  'russian-inn': 'scheme.russian-inn',
} as const satisfies Record<NationalScheme, string>;

const BIRTH_DATES = {
  'day-month-swapped': 'birth-date.day-month-swapped',
  'off-by-one': 'birth-date.off-by-one',
  'other-calendar': 'birth-date.other-calendar',
  'same-year': 'birth-date.same-year',
  'year-within-range': 'birth-date.year-within-range',
} as const;

/** What a whole piece of evidence says; for a name, what its tokens say together. */
export function verdictOf(evidence: Evidence): Verdict {
  if (evidence.kind !== 'name') return evidence.verdict;
  const hows = new Set(evidence.tokens.map(({ how }) => how));
  if (hows.has('differs')) return 'partial';
  if (hows.has('spelling') || hows.has('initial') || hows.has('variant') || hows.has('extra')) return 'near';
  return 'matches';
}

/** Names a state by its code: as the organisation's profile does, where it is at hand. */
type CountryName = (code: string) => string;

/** One value of a fact, in the reader's words. */
export function valueInWords(intl: IntlShape, kind: FactEvidence['kind'], value: string, country: CountryName): string {
  if (kind === 'nationality') return country(value);
  if (kind === 'birth-date') return dayInWords(intl, value);
  const sex = SEXES[value as keyof typeof SEXES];
  return sex ? intl.formatMessage({ id: sex }) : value;
}

/** The name of a scheme, or that of a paper's number; a code the console does not know stands as it is. */
export function schemeInWords(intl: IntlShape, scheme: string): string {
  if (scheme === 'document') return intl.formatMessage({ id: 'narrow.document' });
  const id = SCHEMES[scheme as ObjectScheme];
  return id ? intl.formatMessage({ id }) : scheme;
}

/** Birth date, nationality or sex as a sentence: what the traveller shows against what the list or the alert has. */
export function factInWords(
  intl: IntlShape,
  evidence: FactEvidence,
  source: Source,
  country: CountryName = (code) => countryName(intl, code),
): string {
  const query = evidence.query === undefined ? '' : valueInWords(intl, evidence.kind, evidence.query, country);
  const listed = intl.formatList(
    evidence.listed.toSorted().map((value) => valueInWords(intl, evidence.kind, value, country)),
    { type: 'disjunction' },
  );
  if (!query) return intl.formatMessage({ id: 'fact.unasked' }, { listed, source });
  if (evidence.listed.length === 0) return intl.formatMessage({ id: 'fact.unlisted' }, { query, source });
  const how = BIRTH_DATES[evidence.how as keyof typeof BIRTH_DATES];
  const sentence = intl.formatMessage({ id: 'fact.both' }, { query, listed, source });
  return how ? `${sentence} ${intl.formatMessage({ id: how })}` : sentence;
}

/** What the number of a paper says by itself, as sentences: which number it is, birth date and sex in it, a wrong check digit. */
export function nationalNumberInWords(intl: IntlShape, evidence: NationalNumberEvidence): string {
  const scheme = intl.formatMessage({ id: NATIONAL_SCHEMES[evidence.scheme] });
  const sentences = [intl.formatMessage({ id: 'national-number.is' }, { number: evidence.query, scheme })];
  const { birthDate, sex } = evidence;
  if (birthDate !== undefined)
    sentences.push(intl.formatMessage({ id: 'national-number.born' }, { day: dayInWords(intl, birthDate) }));
  if (sex !== undefined)
    sentences.push(intl.formatMessage({ id: 'national-number.sex' }, { sex: intl.formatMessage({ id: SEXES[sex] }) }));
  if (evidence.otherThanStated) sentences.push(intl.formatMessage({ id: 'national-number.other-than-stated' }));
  if (evidence.checkDigit === 'invalid') sentences.push(intl.formatMessage({ id: 'national-number.check-digit' }));
  return sentences.join(' ');
}
