import { APART } from '../sounds/fold.ts';

/**
 * Arabic script of Arabic, Persian, Urdu, Pashto, Kurdish and Uyghur, letter by letter. Short vowels
 * are not written, so a reading holds the consonants and the long vowels only; the comparison knows.
 */
const LETTERS: Record<string, string> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ٱ: 'a',
  ء: '',
  ؤ: 'u',
  ئ: 'i',
  ٲ: 'a',
  ٳ: 'i',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'dh',
  ط: 't',
  ظ: 'dh',
  ع: '',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  ة: 'a',
  و: 'u',
  ي: 'i',
  ى: 'a',
  پ: 'p',
  چ: 'ch',
  ژ: 'zh',
  گ: 'g',
  ک: 'k',
  ی: 'i',
  ۀ: 'h',
  ە: 'e',
  ہ: 'h',
  ۂ: 'h',
  ۃ: 'a',
  ھ: 'h',
  ے: 'e',
  ۓ: 'e',
  ٹ: 't',
  ڈ: 'd',
  ڑ: 'r',
  ں: 'n',
  ټ: 't',
  ډ: 'd',
  ړ: 'r',
  ښ: 'sh',
  ږ: 'zh',
  ځ: 'dz',
  څ: 'ts',
  ڼ: 'n',
  ې: 'e',
  ۍ: 'i',
  ګ: 'g',
  ڤ: 'v',
  ڭ: 'ng',
  ڵ: 'l',
  ڕ: 'r',
  ێ: 'e',
  ۆ: 'o',
  ۇ: 'u',
  ۈ: 'u',
  ۋ: 'v',
  ێٔ: 'e',
  ڠ: 'ng',
  ڞ: 'p',
  ڨ: 'g',
  ڥ: 'v',
  ڽ: 'ny',
  ۏ: 'v',
};

const MARKS = /\p{M}+/gu;

/** An alif that only carries the long vowel at the head of a word: `ایران` is Iran, `اولاف` Olaf; or is a vowel before it. */
const CARRIED = /^[اأإٱ](?=[ويی])/u;

/**
 * What the last letter may be besides: the feminine ending sounds at before another word and in names (`حیات` and `حياة` are Hayat); a
 * yeh without dots is also the i of Egypt, Iran and their neighbours (`حنفى` Hanafi); a heh after a consonant is also the silent
 * one of Persian and Urdu, and the feminine ending without its dots (`زاده` Zada, `شحاته` Shehata).
 */
const ENDINGS: [RegExp, string][] = [
  [/(?<=..)ة$/u, 'ت'],
  [/(?<=..)ى$/u, 'ي'],
  [/(?<=.[^اويیہه])[هہ]$/u, 'ا'],
];

/** Names that Arabic spells otherwise than they sound, and those whose last a Persian and Urdu write as an i. */
const SPELT_OTHERWISE: Record<string, string> = { طه: 'طاها', عمرو: 'عمر' };
for (const name of ['عيسى', 'موسى', 'مصطفى', 'يحيى', 'مرتضى', 'مجتبى', 'ليلى', 'هدى', 'رضى'])
  SPELT_OTHERWISE[name.replaceAll('ى', 'ی').replaceAll('ي', 'ی')] = name.replace(/ى$/u, 'ا');

/** Sounds of two letters that would be read as one. */
const TWO_LETTERS = /([td])(?=[sz])/gu;

/** Romanises a word in Arabic script without its vowel marks. */
export function readArabic(word: string): string[] {
  const letters = word.replace(MARKS, '');
  const spellings = [letters, ...ENDINGS.map(([ending, instead]) => letters.replace(ending, instead))];
  const otherwise = SPELT_OTHERWISE[letters];
  if (otherwise) spellings.push(otherwise);
  const readings = [...new Set(spellings)].map(spell);
  if (letters.length > 2 && CARRIED.test(letters)) readings.push(spell(letters.replace(CARRIED, APART)));
  return readings.flatMap((reading) => [...new Set([reading, reading.replace(TWO_LETTERS, `$1${APART}`)])]);
}

function spell(letters: string): string {
  let latin = '';
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at]!;
    const sound = at === 0 ? initial(letter) : (LETTERS[letter] ?? '');
    latin += sound === 'h' ? APART + sound : sound;
  }
  return latin;
}

/** Waw and yeh open a word as consonants; inside they are vowels more often than not. */
function initial(letter: string): string {
  if (letter === 'و') return 'w';
  if (letter === 'ي' || letter === 'ی') return 'y';
  return LETTERS[letter] ?? '';
}

/** The article at the head of a written word (`الظواهري`), told apart from God's name, which only begins like it. */
export function splitArabicArticle(word: string): string[] {
  return word.startsWith('ال') && word.length >= 4 && !/^الل[هہ]$/u.test(word) ? ['ال', word.slice(2)] : [word];
}
