import type { Countries } from '../../../ui/countries.ts';
import { dayInWords } from '../../../ui/day.ts';
import { choicesOf } from './choices.ts';
import type { Speech } from './content-words.ts';

/** What tells one subject from another, as the node lists it (`1971-04-28, KAZ`), in the reader's words. */
export function particularsInWords(speech: Speech, particulars: string): string {
  return particulars
    .split(', ')
    .filter((part) => part !== '')
    .map((part) => partInWords(speech, part))
    .join(' · ');
}

function partInWords(speech: Speech, part: string): string {
  if (/^\d{4}(-\d{2}){0,2}$/.test(part)) return dayInWords(speech.intl, part);
  if (/^[A-Z]{3}( [A-Z]{3})*$/.test(part)) return countriesInWords(speech.countries, part);
  for (const pointer of ['/subject/documentType', '/subject/status']) {
    const choice = choicesOf(speech.intl, speech.profile, pointer)?.find(({ value }) => value === part);
    if (choice) return choice.label;
  }
  return part;
}

function countriesInWords(countries: Pick<Countries, 'name'>, codes: string): string {
  return codes.split(' ').map(countries.name).join(', ');
}
