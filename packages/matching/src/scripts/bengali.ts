import type { Syllable } from './syllable.ts';

/**
 * Bengali as it sounds: য is j but for y after another consonant or with its dot, ওয়া is wa, ং is ng; the unwritten vowel is
 * spelt o as often as a (`মনমোহন` manmohan, monmohon). Two readings, most likely first.
 */
export function readBengali(syllables: Syllable[]): Syllable[][] {
  const heard = glide(syllables.map((syllable, at) => soundYa(syllable, syllables[at - 1]))).map(endNasal);
  return [
    heard,
    heard.map((syllable) => (syllable.inherent && syllable.vowel ? { ...syllable, vowel: 'o' } : syllable)),
  ];
}

function soundYa(syllable: Syllable, before: Syllable | undefined): Syllable {
  if (syllable.consonant !== 'y' || syllable.dotted) return syllable;
  const follows = before !== undefined && before.vowel === '' && !before.inherent;
  return follows ? syllable : { ...syllable, consonant: 'j' };
}

/** A vowel o before য় is the w of other scripts. */
function glide(syllables: Syllable[]): Syllable[] {
  return syllables.flatMap((syllable, at) => {
    const next = syllables[at + 1];
    const before = syllables[at - 1];
    if (next?.dotted && next.consonant === 'y' && syllable.vowel === 'o' && syllable.consonant === '') return [];
    if (syllable.dotted && syllable.consonant === 'y' && before?.vowel === 'o' && before.consonant === '')
      return [{ ...syllable, consonant: 'w' }];
    return [syllable];
  });
}

function endNasal(syllable: Syllable): Syllable {
  return syllable.nasal === 'n' && syllable.anusvara ? { ...syllable, nasal: 'ng' } : syllable;
}
