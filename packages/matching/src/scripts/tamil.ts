import type { Syllable } from './syllable.ts';

/** Tamil writes one letter for a stop and its voiced twin; what stands before it tells. */
const VOICED: Record<string, string> = { k: 'g', ch: 's', t: 'd', p: 'b' };
const NASALS = new Set(['n', 'm', 'ng', 'ny']);

/** Stops as they sound: voiced between vowels and after a nasal (`கருணாநிதி` karunanidi), hard at the head and doubled; ச is s alone. */
export function voiceTamil(syllables: Syllable[]): Syllable[] {
  return syllables.map((syllable, at) => {
    const { consonant } = syllable;
    const before = syllables[at - 1];
    const after = syllables[at + 1];
    const isDoubled =
      (before?.consonant === consonant && before.vowel === '') ||
      (after?.consonant === consonant && syllable.vowel === '');
    if (isDoubled || VOICED[consonant] === undefined) return syllable;
    if (consonant === 'ch') return { ...syllable, consonant: isAfterNasal(before) ? 'j' : 's' };
    const isInside = before !== undefined && (before.vowel !== '' || isAfterNasal(before));
    return isInside ? { ...syllable, consonant: VOICED[consonant] } : syllable;
  });
}

function isAfterNasal(before: Syllable | undefined): boolean {
  return before !== undefined && before.vowel === '' && NASALS.has(before.consonant);
}
