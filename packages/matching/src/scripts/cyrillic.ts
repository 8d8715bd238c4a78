import { readTranscribed } from './transcribed.ts';

/**
 * Cyrillic as it sounds, in the digraphs of ICAO Doc 9303-3, 6.B (kh, zh, ts, ch, sh, shch, iu, ia):
 * Russian, Ukrainian, Belarusian, Serbian and Macedonian, Kazakh, Kyrgyz, Uzbek, Tajik, Mongolian.
 */
const LETTERS: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ё: 'yo',
  ґ: 'g',
  є: 'ye',
  і: 'i',
  ї: 'yi',
  ў: 'u',
  ә: 'a',
  ғ: 'gh',
  қ: 'q',
  ң: 'ng',
  ө: 'o',
  ұ: 'u',
  ү: 'u',
  һ: 'h',
  ҳ: 'h',
  ҷ: 'j',
  ӣ: 'i',
  ӯ: 'u',
  ҹ: 'j',
  ҝ: 'g',
  җ: 'j',
  ј: 'y',
  љ: 'ly',
  њ: 'ny',
  ћ: 'ch',
  ђ: 'dj',
  џ: 'dzh',
  ѓ: 'g',
  ќ: 'k',
  ѕ: 'dz',
  ѣ: 'e',
  ѳ: 'f',
  ѵ: 'i',
  ѫ: 'u',
  ӏ: '',
  ѐ: 'e',
  ѝ: 'i',
  ӑ: 'a',
  ӗ: 'e',
  ҫ: 's',
  ӳ: 'u',
  ҙ: 'z',
  ҡ: 'q',
};

/**
 * Romanises a Cyrillic word. A word with ё is read twice, since documents write it е and passports E; one that may be a name of
 * another tongue also as that tongue writes it.
 */
export function readCyrillic(word: string): string[] {
  const readings = [spell(word)];
  if (word.includes('ё')) readings.push(spell(word.replaceAll('ё', 'е')));
  return [...new Set([...readings, ...readTranscribed(word).map(spell)])];
}

/** A transcribed word is Latin already, or in part. */
const LATIN = /[a-z]/;

function spell(word: string): string {
  let latin = '';
  for (const letter of word) latin += LETTERS[letter] ?? (LATIN.test(letter) ? letter : '');
  return latin;
}
