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
  /** The sum of what its sounds weigh. */
  weight: number;
  vowels: Vowels;
}
