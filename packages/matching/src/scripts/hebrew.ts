import { APART } from '../sounds/fold.ts';

/** Hebrew letters; vowels are mostly unwritten, as in Arabic. With geresh the letters of foreign names. */
const LETTERS: Record<string, string> = {
  א: 'a',
  ב: 'b',
  ג: 'g',
  ד: 'd',
  ה: 'h',
  ו: 'u',
  ז: 'z',
  ח: 'kh',
  ט: 't',
  י: 'i',
  כ: 'k',
  ך: 'kh',
  ל: 'l',
  מ: 'm',
  ם: 'm',
  נ: 'n',
  ן: 'n',
  ס: 's',
  ע: '',
  פ: 'p',
  ף: 'f',
  צ: 'ts',
  ץ: 'ts',
  ק: 'k',
  ר: 'r',
  ש: 'sh',
  ת: 't',
};

/** Letters with geresh. */
const GERESH: Record<string, string> = {
  ג: 'j',
  ז: 'zh',
  צ: 'ch',
  ץ: 'ch',
  ת: 'th',
  ח: 'kh',
  ד: 'dh',
  ר: 'gh',
  ו: 'w',
};

const MARKS = /\p{M}+/gu;

/** Romanises a Hebrew word; a geresh is written ', ’ or ׳. */
export function readHebrew(word: string): string[] {
  const letters = word.replace(MARKS, '').replaceAll('וו', 'w').replaceAll('יי', 'y');
  let latin = '';
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at]!;
    const marked = "'’׳".includes(letters[at + 1] ?? '-');
    if (letter === 'w') latin += 'v';
    else if (letter === 'y') latin += 'ai';
    else if (at === 0 && letter === 'ו') latin += 'v';
    else if (at === letters.length - 1 && letter === 'ה' && at > 1) latin += 'a';
    else if (letter === 'ה') latin += `${APART}h`;
    else latin += (marked ? GERESH[letter] : undefined) ?? LETTERS[letter] ?? '';
  }
  return [latin];
}
