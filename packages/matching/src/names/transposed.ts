import { foldSounds } from '../sounds/fold.ts';

/** Longer words keep enough of their sounds for the distance between them; shorter ones say too little. */
const SHORT_LATIN = /^[a-z]{3,5}$/;

/**
 * How a short Latin word sounds with two neighbouring letters put the other way round, where that is another sound than its own:
 * a slip that parts the two letters of one sound (`coh` for Cho) leaves nothing that sounds alike.
 */
export function transposedSounds(word: string, own: readonly string[]): string[] {
  if (!SHORT_LATIN.test(word)) return [];
  const sounds = new Set<string>();
  for (let at = 0; at < word.length - 1; at++) {
    if (word[at] === word[at + 1]) continue;
    const sound = foldSounds(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
    if (sound !== '' && !own.includes(sound)) sounds.add(sound);
  }
  return [...sounds];
}
