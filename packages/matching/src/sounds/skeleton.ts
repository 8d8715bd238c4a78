/** Consonant classes of the retrieval key; vowels, h and doubtful y are left out. */
const CLASSES: Record<string, string> = {
  b: 'b',
  p: 'b',
  v: 'v',
  f: 'v',
  d: 't',
  t: 't',
  D: 't',
  Q: 't',
  s: 's',
  z: 's',
  T: 's',
  S: 'c',
  C: 'c',
  j: 'c',
  k: 'k',
  g: 'k',
  X: 'k',
  m: 'm',
  n: 'n',
  l: 'l',
  r: 'r',
};

/** The longest skeleton, in letters. */
const LONGEST = 12;

/**
 * The consonant skeleton under which a form is kept for retrieval. A form without consonants is its
 * own skeleton, so that it meets only its like.
 */
export function skeletonOf(form: string): string {
  let skeleton = '';
  for (const sound of form) skeleton += CLASSES[sound] ?? (sound >= '0' && sound <= '9' ? sound : '');
  return skeleton === '' ? `_${form}` : skeleton.slice(0, LONGEST);
}

/** An r that no vowel follows: English drops it, and so do Han, Hangul and kana when they spell an English name. */
const CODA_R = /r(?![aeiou])/gu;

/** The skeleton of a form without the r's that end a syllable. */
export function quietSkeletonOf(form: string): string {
  return skeletonOf(form.replace(CODA_R, ''));
}

/** The skeletons one letter shorter: what two skeletons share that differ by one letter. */
export function shorterSkeletons(skeleton: string): string[] {
  if (skeleton.length < 2 || skeleton[0] === '_') return [];
  const shorter = new Set<string>();
  for (let at = 0; at < skeleton.length; at++) shorter.add(skeleton.slice(0, at) + skeleton.slice(at + 1));
  return [...shorter];
}
