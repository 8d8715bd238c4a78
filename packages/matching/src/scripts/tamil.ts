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

/** The sign that makes the next letter one of another tongue. */
export const AYTHAM = 'ஃ';
const AFTER_AYTHAM: Record<string, string> = { p: 'f', b: 'f', j: 'z' };

/** `ஃப` is f and `ஃஜ` z: sounds that Tamil has not. */
export function softenAfterAytham(syllables: Syllable[]): Syllable[] {
  return syllables.map((syllable, at) => {
    const soft = syllables[at - 1]?.nasal === AYTHAM ? AFTER_AYTHAM[syllable.consonant] : undefined;
    return {
      ...syllable,
      consonant: soft ?? syllable.consonant,
      nasal: syllable.nasal === AYTHAM ? '' : syllable.nasal,
    };
  });
}

function isAfterNasal(before: Syllable | undefined): boolean {
  return before !== undefined && before.vowel === '' && NASALS.has(before.consonant);
}
