import { countryOf } from './country.ts';
import { splitValues } from './names.ts';

/** `(a) … (b) …`, `a) …, b) …`, `(1) … (2) …`: the ways annexes and lists number values within a field. */
const MARK = /(?:^|[\s,;])\(?(?:[a-j]|\d{1,2})\)\s+/;

/** The values of a field that may be enumerated or separated by `;`. */
export function splitEnumerated(text: string): string[] {
  return splitValues(text)
    .flatMap((value) => (/^\W*\(?[a1]\)/.test(value) || / \(?b\) /.test(value) ? value.split(MARK) : [value]))
    .map((value) => value.replace(/[\s,;]+$/, '').trim())
    .filter(Boolean);
}

/** Countries and nationalities of a free field: `Russian and Belarusian`, `Syrian/Lebanese`, `Italian since 1990`. */
export function splitNationalities(field: string): string[] {
  const text = field.replace(/\s+/g, ' ').slice(0, 2000);
  return splitEnumerated(
    text.replace(/[.,]?\s*(?:[A-Z][a-z]+ )?(?:National [Ii]dentification|[Pp]assport)\b.*$/s, ''),
  ).flatMap((value) => {
    const bare = value
      .replace(/\(.*$/s, '')
      .replace(/\s+(?:since|until|as at)\b.*$/i, '')
      .replace(/\.$/, '')
      .trim();
    return countryOf(bare) ? [bare] : bare.split(/\s*(?:,|\/|\band\b)\s*/).filter(Boolean);
  });
}
