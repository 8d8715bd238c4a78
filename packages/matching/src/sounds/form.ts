/**
 * What a form's vowels are worth: `written` in Latin letters as they sound; `transcribed` in another alphabet that writes
 * them; `indic` in a script of India; `unwritten` where short ones are left out, as in Arabic script; `syllabic` where Han, Hangul or
 * kana write a foreign name and must put a vowel after every consonant. No two begin with one letter.
 */
export type Vowels = 'written' | 'transcribed' | 'indic' | 'unwritten' | 'syllabic';

/** One way a word sounds. */
export interface Form {
  /** Indices into `SOUNDS`. */
  codes: Uint8Array;
  /** For each sound its row in the tables of what a sound costs by its place: `place * SOUNDS.length + code`. */
  placed: Uint8Array;
  /** Which sounds it has, as bits; the last bit stands for all digits but the first four. */
  letters: number;
  /** The sum of what its sounds weigh. */
  weight: number;
  vowels: Vowels;
}
