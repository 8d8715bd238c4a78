import { scriptOf } from './script.ts';

/** Lower-case letters drawn alike, Cyrillic against Latin (Unicode TR 39 confusables, the letters names use). */
const CYRILLIC = 'аеорсухіјѕһԛԝкмтнвьгп';
const LATIN = 'aeopcyxijshqwkmthbbrn';
const STRICT = 13;

/** Greek letters drawn like Latin ones. */
const GREEK = 'ονραικτυχ';
const GREEK_AS_LATIN = 'ovpaiktux';

/** Digits typed for letters. */
const DIGITS = '01345';
const DIGITS_AS_LATIN = 'olebs';

/**
 * Puts right a word in which letters of a second script stand in for look-alikes of its own: Latin
 * letters inside a Cyrillic word, the reverse, Greek in Latin, digits in Latin. The word's own
 * script is the one with more letters that have no look-alike, then the one with more letters.
 */
export function repairLookAlikes(word: string): string {
  let latin = 0;
  let cyrillic = 0;
  let greek = 0;
  let digits = 0;
  for (let at = 0; at < word.length; at++) {
    const script = scriptOf(word.charCodeAt(at));
    if (script === 'latin') latin++;
    else if (script === 'cyrillic') cyrillic++;
    else if (script === 'greek') greek++;
    else if (script === 'digit') digits++;
  }
  if (latin > 0 && cyrillic > 0)
    return isCyrillic(word, latin, cyrillic) ? map(word, LATIN, CYRILLIC) : map(word, CYRILLIC, LATIN);
  if (latin > 0 && greek > 0) return map(word, GREEK, GREEK_AS_LATIN);
  if (digits > 0 && latin >= 2 && latin > digits) return map(word, DIGITS, DIGITS_AS_LATIN);
  return word;
}

function isCyrillic(word: string, latin: number, cyrillic: number): boolean {
  const latinOnly = countOutside(word, 'latin', LATIN.slice(0, STRICT));
  const cyrillicOnly = countOutside(word, 'cyrillic', CYRILLIC.slice(0, STRICT));
  if (latinOnly !== cyrillicOnly) return cyrillicOnly > latinOnly;
  return cyrillic >= latin;
}

function countOutside(word: string, script: string, known: string): number {
  let count = 0;
  for (const letter of word) if (scriptOf(letter.charCodeAt(0)) === script && !known.includes(letter)) count++;
  return count;
}

function map(word: string, from: string, to: string): string {
  let mapped = '';
  for (const letter of word) {
    const at = from.indexOf(letter);
    mapped += at < 0 ? letter : to[at];
  }
  return mapped;
}
