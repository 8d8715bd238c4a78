/** Initials of pinyin that Latin readers of other tongues sound otherwise. */
const INITIAL_SOUNDS: [RegExp, string][] = [
  [/^q/u, 'ch'],
  [/^x/u, 'sh'],
  [/^c(?!h)/u, 'ts'],
  [/^z(?!h)/u, 'ts'],
  [/^r/u, 'zh'],
];

/** A syllable of pinyin, spelt as it sounds to them. */
export function soundSyllable(syllable: string): string {
  for (const [initial, heard] of INITIAL_SOUNDS) if (initial.test(syllable)) return syllable.replace(initial, heard);
  return syllable;
}
