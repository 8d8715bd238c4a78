import { APART } from '../sounds/fold.ts';
import { soundPinyin } from './transcribed.ts';

/** Letters that do not decompose into a base and a mark, or that sound unlike their base (ICAO Doc 9303-3, 6.A, and use). */
const LETTERS: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŋ: 'n',
  ə: 'a',
  ɣ: 'gh',
  ħ: 'h',
  ĸ: 'k',
  ŧ: 't',
  ƣ: 'gh',
  ɵ: 'o',
  ɨ: 'i',
  ʉ: 'u',
  ꞑ: 'n',
};

/** Letters whose mark changes the sound: read as they sound, and once more bare, as passports print them. */
const SOUNDING: Record<string, string> = {
  č: 'ch',
  ć: 'ch',
  ç: 'ch',
  š: 'sh',
  ś: 'sh',
  ş: 'sh',
  ș: 'sh',
  ž: 'zh',
  ź: 'z',
  ż: 'zh',
  ğ: 'gh',
  ț: 'ts',
  ţ: 'ts',
  ř: 'rzh',
  ñ: 'ny',
  ń: 'ny',
  ň: 'ny',
  ą: 'on',
  ę: 'en',
  ḥ: 'h',
  ḫ: 'kh',
  ẖ: 'kh',
  ṯ: 'th',
  ḏ: 'dh',
  ġ: 'gh',
};

const SOUNDING_LETTER = new RegExp(`[${Object.keys(SOUNDING).join('')}]`, 'u');
const PLAIN = /^[a-z0-9]*$/;

/** A spelling that tongues sound in two ways: the letters it cannot do without, what it is, how it sounds besides. */
type Rule = [hint: string, spelling: RegExp, sounded: string];

/**
 * Endings, by their last letters: those that French does not sound (`Arnaud` Арно), Latin ones that Slavic languages
 * write otherwise or leave out (`Lucius` Луций, `Brutus` Брут), an ij that is no Slavic one (`Kshitij`).
 */
const ENDINGS: Rule[] = [
  ['au', /eau$/u, 'o'],
  ['x', /e?aux$/u, 'o'],
  ['x', /(?<=ou)x$/u, ''],
  ['d', /aud$/u, 'o'],
  ['t', /aul?t$/u, 'o'],
  ['s', /au(?:d|l?t|x)s$/u, 'o'],
  ['oi', /(?<=[b-df-hj-np-tv-z])oi$/u, 'wa'],
  ['s', /(?<=[b-df-hj-np-tv-z])ois$/u, 'wa'],
  ['t', /(?<=[b-df-hj-np-tv-z])oit$/u, 'wa'],
  ['x', /(?<=[b-df-hj-np-tv-z])oix$/u, 'wa'],
  ['ier', /(?<=[b-df-hj-np-tv-z])ier$/u, 'ye'],
  ['es', /(?<=[b-df-hj-np-tv-z])es$/u, ''],
  ['ius', /(?<=[b-df-hj-np-tv-z])ius$/u, 'iy'],
  ['us', /(?<=[aeiouy].*[b-df-hj-np-tv-z])us$/u, ''],
  ['ij', /ij$/u, `i${APART}j`],
];

/**
 * Inside a word: qu before e and i in French, Spanish and Portuguese; gn in French and Italian; a g that English, French and Italian
 * soften; rz and sz of Polish; the short u of Belarusian (`Marozau` Морозов).
 */
const INSIDE: Rule[] = [
  ['qu', /qu(?=[ei])/gu, 'k'],
  ['gn', /(?<=[aeiou])gn(?=[aeiou])/gu, 'ny'],
  ['g', /g(?=[eiy])/gu, 'j'],
  ['rz', /(?<=[bdgkpt])rz|rz$/gu, 'zh'],
  ['sz', /sz/gu, 'sh'],
  ['u', /(?<=[b-df-hj-np-tv-z][aeo])u(?=sk|$)/gu, 'v'],
];

/**
 * The x of Uzbek and Azerbaijani (`Xolmatov` Холматов). A c of Azerbaijani and Turkish is a dzh (`Cavadov` Джавадов), or a ch without
 * its cedilla (`Celik` Челик); read as ch it is near to the first, so that Cohn does not become John. Not in what is pinyin.
 */
const TURKIC: Rule[] = [
  ['x', /x(?!$)|(?<![iu])x$/gu, 'kh'],
  ['c', /(?<![st])c(?![chklqrstz]|$)/gu, 'ch'],
];

/** Romanises a Latin word: one reading, and others where a mark changes a sound, a spelling has two sounds, or the word is pinyin. */
export function readLatin(word: string): string[] {
  const readings: string[] = [];
  for (const reading of spellings(word)) {
    readings.push(reading);
    const pinyin = soundPinyin(reading);
    if (pinyin !== undefined) readings.push(pinyin);
    else
      for (const [hint, spelling, sounded] of TURKIC)
        if (word.includes(hint)) readings.push(reading.replace(spelling, sounded));
    for (const [hint, spelling, sounded] of ENDINGS)
      if (reading.endsWith(hint)) readings.push(reading.replace(spelling, sounded));
    for (const [hint, spelling, sounded] of INSIDE)
      if (reading.includes(hint)) readings.push(reading.replace(spelling, sounded));
  }
  return readings.length === 1 ? readings : [...new Set(readings)];
}

function spellings(word: string): string[] {
  if (PLAIN.test(word)) return [word];
  if (!SOUNDING_LETTER.test(word)) return [bare(word)];
  let sounding = '';
  for (const letter of word) sounding += SOUNDING[letter] ?? letter;
  return [bare(sounding), bare(word)];
}

function bare(word: string): string {
  let letters = '';
  for (const letter of word) letters += LETTERS[letter] ?? letter;
  return letters.normalize('NFD').replace(/[^a-z0-9]+/gu, '');
}
