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
  ḥ: 'h',
  ḫ: 'kh',
  ẖ: 'kh',
  ṯ: 'th',
  ḏ: 'dh',
  ġ: 'gh',
};

const SOUNDING_LETTER = new RegExp(`[${Object.keys(SOUNDING).join('')}]`, 'u');
const PLAIN = /^[a-z0-9]*$/;

/** Endings that French does not sound, and Latin ones that Slavic languages write otherwise (`Arnaud` Арно, `Lucius` Луций). */
const ENDINGS: [RegExp, string][] = [
  [/(?:eaux?|au(?:d|t|lt|x)s?)$/u, 'o'],
  [/(?<=[b-df-hj-np-tv-z])oi[sxt]?$/u, 'wa'],
  [/(?<=[b-df-hj-np-tv-z])ier$/u, 'ye'],
  [/(?<=[b-df-hj-np-tv-z])ius$/u, 'iy'],
  [/(?<=[aeiouy].*[b-df-hj-np-tv-z])us$/u, ''],
  [/ij$/u, `i${APART}j`],
];

/** Spellings that tongues sound in two ways, wherever they stand: qu before e and i in French, Spanish and Portuguese; gn in French and Italian; double l in Spanish. */
const INSIDE: [RegExp, string][] = [
  [/qu(?=[ei])/gu, 'k'],
  [/(?<=[aeiou])gn(?=[aeiou])/gu, 'ny'],
];

/** A g that English, French and Italian soften. */
const SOFT_G = /g(?=[eiy])/gu;

/** Romanises a Latin word: one reading, and others where a mark changes a sound, a g may be soft, or the word is pinyin. */
export function readLatin(word: string): string[] {
  const readings = spellings(word).flatMap((reading) => [
    reading,
    soundPinyin(reading) ?? reading,
    ...ENDINGS.map(([ending, sounded]) => reading.replace(ending, sounded)),
    ...INSIDE.map(([spelling, sounded]) => reading.replace(spelling, sounded)),
    reading.replace(SOFT_G, 'j'),
  ]);
  return [...new Set(readings)];
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
