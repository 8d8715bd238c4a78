import { readArmenian, readGeorgian, readGreek, readKana } from '../scripts/alphabets.ts';
import { readArabic, splitArabicArticle } from '../scripts/arabic.ts';
import { readBrahmic } from '../scripts/brahmic.ts';
import { readCyrillic } from '../scripts/cyrillic.ts';
import { readHan, splitHanName, toSimplified } from '../scripts/han.ts';
import { readHangul, splitKoreanName } from '../scripts/hangul.ts';
import { readHebrew } from '../scripts/hebrew.ts';
import { readLatin } from '../scripts/latin.ts';
import { readOther } from '../scripts/other.ts';
import type { Vowels } from '../sounds/distance.ts';
import type { Script } from '../text/script.ts';
import type { Word } from '../text/words.ts';

const READERS: Record<Script, (word: string, first: boolean) => string[]> = {
  latin: readLatin,
  digit: readLatin,
  cyrillic: readCyrillic,
  arabic: readArabic,
  han: readHan,
  brahmic: readBrahmic,
  hangul: readHangul,
  hebrew: readHebrew,
  greek: readGreek,
  georgian: readGeorgian,
  armenian: readArmenian,
  kana: readKana,
  other: readOther,
};

/** Romanises a word: every reading its script allows, most likely first. `first`: it opens the name. */
export function readWord({ text, script }: Word, first: boolean): string[] {
  const readings = READERS[script](text, first);
  return readings.some((reading) => reading !== '') ? readings : readOther(text);
}

/** The fewest characters of a script of syllables that may spell a foreign name, when they stand as one word. */
const SYLLABLES: Partial<Record<Script, number>> = { han: 3, hangul: 1, kana: 2 };

/** Alphabets other than Latin that write every vowel. */
const TRANSCRIBED = new Set<Script>(['cyrillic', 'greek', 'georgian', 'armenian']);

/** What the vowels of a word are worth. `whole`: the word was parted, and is read as one all the same. */
export function vowelsOf({ text, script }: Word, whole: boolean): Vowels {
  if (script === 'arabic' || script === 'hebrew') return 'unwritten';
  if (whole || text.length >= (SYLLABLES[script] ?? Number.POSITIVE_INFINITY)) return 'syllabic';
  if (script === 'brahmic') return 'indic';
  return TRANSCRIBED.has(script) ? 'transcribed' : 'written';
}

/**
 * Parts a written word that holds more than one word of a name. `alone`: it is the name's only word of its script; Han and Hangul
 * that are spaced are parted already.
 */
export function partWord(word: Word, alone: boolean): Word[] {
  return parts(word, alone).map((text) => ({ text, script: word.script }));
}

function parts({ text, script }: Word, alone: boolean): string[] {
  if (script === 'arabic') return splitArabicArticle(text);
  if (script === 'han') return alone ? splitHanName(text) : [toSimplified(text)];
  if (script === 'hangul' && alone) return splitKoreanName(text);
  return [text];
}
