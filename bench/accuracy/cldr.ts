import { type Split, splitPairs } from './pairs.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const LANGUAGES = LETTERS.flatMap((a) => LETTERS.flatMap((b) => [a + b, ...LETTERS.map((c) => a + b + c)]));
const STATES = LETTERS.flatMap((a) => LETTERS.map((b) => (a + b).toUpperCase()));

/** A zone's abbreviation, not its city. */
const ABBREVIATION = /^[A-Z]{2,4}$/u;

/**
 * Names of languages, states and cities of time zones as a locale of CLDR writes them beside English, single words only: mostly the same
 * name in another script, a few translated. They come with Node's own ICU (Unicode licence); for scripts for
 * which there are no pairs of personal names at hand.
 */
export function cldrPairs(locale: string): Split {
  const together = new Map<string, { left: string; right: string }>();
  for (const [left, right] of [
    ...namedAlike('language', LANGUAGES, locale),
    ...namedAlike('region', STATES, locale),
    ...cities(locale),
  ])
    if (left && right && left !== right && !/\s/u.test(left + right))
      together.set(`${left}\t${right}`, { left, right });
  return splitPairs([...together.values()], new Set(together.keys()));
}

function namedAlike(type: 'language' | 'region', codes: string[], locale: string): [string?, string?][] {
  const [english, local] = ['en', locale].map((one) => new Intl.DisplayNames(one, { type, fallback: 'none' }));
  return codes.map((code) => [english!.of(code), local!.of(code)]);
}

/** A zone without a name of its own is called by its city and a word for time. */
function cities(locale: string): [string?, string?][] {
  const [english, local] = ['en', locale].map((one) => {
    const names = Intl.supportedValuesOf('timeZone').map((zone) => zoneName(one, zone));
    return names.map((name) => withoutTime(name, names));
  });
  return english!.map((city, at): [string?, string?] => [ABBREVIATION.test(city) ? undefined : city, local![at]]);
}

function zoneName(locale: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** The word for time is the last that most names share. */
function withoutTime(name: string, names: string[]): string {
  const last = / \S+$/u.exec(name)?.[0];
  return last && names.filter((other) => other.endsWith(last)).length > names.length / 4
    ? name.slice(0, -last.length)
    : name;
}
