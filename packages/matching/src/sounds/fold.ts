/**
 * The alphabet of the normal form. Small letters are what they are; X is kh, S sh, C ch, T ts,
 * j dzh or zh, Q th (as in thin), D dh. Vowels come first, digits last.
 */
export const SOUNDS = 'aeioubpvfdtDQszTSCjkgXhmnlr0123456789';

/** Sounds below this index are vowels. */
export const VOWELS = 5;

/** Sounds from this index on are digits. */
export const DIGITS = SOUNDS.indexOf('0');

/** The longest form, in sounds; what lies beyond is cut. */
export const LONGEST_FORM = 32;

/** Keeps two letters of another script from being read as one Latin spelling: `s'h` in Suhail is no sh. */
export const APART = "'";

/** A consonant written twice sounds once, and must not turn into two spellings (`xx`). */
const DOUBLED = /([b-df-hj-np-tv-z])\1+/gu;

const CODE_OF = new Map([...SOUNDS].map((sound, code) => [sound, code]));

/** Spellings and their sounds, longest first; tried at each place of a romanised word. */
const SPELLINGS: [string, string][] = Object.entries({
  tzsch: 'C',
  dzsch: 'j',
  shch: 'S',
  tsch: 'C',
  dsch: 'j',
  sch: 'S',
  tch: 'C',
  tsh: 'C',
  dzh: 'j',
  dzs: 'j',
  dge: 'j',
  ight: 'ait',
  chh: 'C',
  chr: 'kr',
  chl: 'kl',
  chm: 'km',
  ch: 'C',
  cz: 'C',
  cs: 'C',
  zs: 'j',
  ck: 'k',
  cq: 'k',
  ce: 'se',
  ci: 'si',
  cy: 'si',
  c: 'k',
  sh: 'S',
  sz: 's',
  zh: 'j',
  dj: 'j',
  dz: 'z',
  ts: 'T',
  tz: 'T',
  kh: 'X',
  gh: 'g',
  ph: 'f',
  th: 'Q',
  dh: 'D',
  bh: 'b',
  jh: 'j',
  rh: 'r',
  wh: 'v',
  ks: 'ks',
  x: 'ks',
  q: 'k',
  w: 'v',
  y: 'i',
  ou: 'u',
  oo: 'u',
  ee: 'i',
}).sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));

const BY_FIRST = new Map<string, [string, string][]>();
for (const spelling of SPELLINGS) {
  const first = spelling[0][0]!;
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), spelling]);
}

/**
 * The normal form of a romanised word (`a-z`, digits, `APART`): one letter per sound, doubles made single,
 * the endings in which romanisations differ made one. Empty when the word holds nothing to sound.
 */
export function foldSounds(latin: string): string {
  const word = normalEnding(latin).replace(DOUBLED, '$1');
  let form = '';
  for (let at = 0; at < word.length; ) {
    if (word[at] === APART) {
      at++;
      continue;
    }
    const [spelling, sounds] = spellingAt(word, at);
    at += spelling.length;
    for (const sound of sounds) if (sound !== form.at(-1) || sound <= '9') form += sound;
  }
  if (form.length > 4 && form.endsWith('ah')) form = form.slice(0, -1);
  return form.slice(0, LONGEST_FORM);
}

/** The form as indices into `SOUNDS`. */
export function encodeForm(form: string): Uint8Array {
  return Uint8Array.from(form, (sound) => CODE_OF.get(sound)!);
}

function spellingAt(word: string, at: number): [string, string] {
  for (const spelling of BY_FIRST.get(word[at]!) ?? []) if (word.startsWith(spelling[0], at)) return spelling;
  return [word[at]!, word[at]!];
}

/** -off, -ow, -of and -ov; -iy, -ij, -yi, -yy and -i; -ej and -ei. */
function normalEnding(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/([oe])(?:ff?|w)$/u, '$1v')
    .replace(/(?:iy|ij|yi|yy|yj|ii)$/u, 'i')
    .replace(/ej$/u, 'ei');
}
