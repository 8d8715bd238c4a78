/** A syllable: its consonant, `undefined` for a vowel alone; `inherent` when its vowel is the unwritten one. */
export interface Syllable {
  consonant: string;
  vowel: string;
  inherent: boolean;
  nasal: string;
  /** It has a nukta. */
  dotted?: true;
  /** It is the hard r of the south. */
  hard?: true;
  /** Its nasal is written with the sign that Bengali sounds as ng. */
  anusvara?: true;
}
