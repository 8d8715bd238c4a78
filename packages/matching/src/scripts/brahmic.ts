import { APART } from '../sounds/fold.ts';
import { readBengali } from './bengali.ts';
import type { Syllable } from './syllable.ts';
import { AYTHAM, softenAfterAytham, voiceTamil } from './tamil.ts';

/**
 * Scripts of India that Unicode lays out alike (the order of ISCII, one block of 128 each):
 * Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam.
 */
const FIRST_BLOCK = 0x0900;

const CONSONANTS: Record<number, string> = {
  21: 'k',
  22: 'kh',
  23: 'g',
  24: 'gh',
  25: 'ng',
  26: 'ch',
  27: 'chh',
  28: 'j',
  29: 'jh',
  30: 'ny',
  31: 't',
  32: 'th',
  33: 'd',
  34: 'dh',
  35: 'n',
  36: 't',
  37: 'th',
  38: 'd',
  39: 'dh',
  40: 'n',
  41: 'n',
  42: 'p',
  43: 'ph',
  44: 'b',
  45: 'bh',
  46: 'm',
  47: 'y',
  48: 'r',
  49: 'r',
  50: 'l',
  51: 'l',
  52: 'zh',
  53: 'v',
  54: 'sh',
  55: 'sh',
  56: 's',
  57: 'h',
  88: 'q',
  89: 'kh',
  90: 'gh',
  91: 'z',
  92: 'r',
  93: 'rh',
  94: 'f',
  95: 'y',
};

/** Letters at places that only one block uses so: Assamese r and w, the w of Odia, the chillus of Malayalam, which bear no vowel. */
const OWN_CONSONANTS: Record<number, Record<number, string>> = {
  1: { 112: 'r', 113: 'v' },
  4: { 113: 'w' },
};
const CHILLUS: Record<number, string> = { 122: 'n', 123: 'n', 124: 'r', 125: 'l', 126: 'l', 127: 'k' };

const VOWELS: Record<number, string> = {
  5: 'a',
  6: 'a',
  7: 'i',
  8: 'i',
  9: 'u',
  10: 'u',
  11: 'ri',
  13: 'e',
  14: 'e',
  15: 'e',
  16: 'ai',
  17: 'o',
  18: 'o',
  19: 'o',
  20: 'au',
  4: 'a',
  96: 'ri',
};

const SIGNS: Record<number, string> = {
  62: 'a',
  63: 'i',
  64: 'i',
  65: 'u',
  66: 'u',
  67: 'ri',
  69: 'e',
  70: 'e',
  71: 'e',
  72: 'ai',
  73: 'o',
  74: 'o',
  75: 'o',
  76: 'au',
  79: 'au',
  87: 'u',
};

/** The hard r of the south. */
const HARD_R = 49;

const VIRAMA = 0x4d;
const NUKTA = 0x3c;

/** What a nukta makes of a consonant. */
const WITH_NUKTA: Record<string, string> = {
  k: 'q',
  kh: 'kh',
  g: 'gh',
  j: 'z',
  jh: 'zh',
  ph: 'f',
  d: 'r',
  dh: 'rh',
  y: 'y',
};

/** Blocks whose languages drop the inherent vowel as Hindi does: Devanagari, Bengali, Gurmukhi, Gujarati. */
const DROPPING_BLOCKS = 4;

/** Blocks whose languages sound letters in ways of their own. */
const BENGALI = 1;
const TAMIL = 5;
const MALAYALAM = 8;

/** Romanises a word in a script of India; where the language drops the unwritten vowel, so does the reading. */
export function readBrahmic(word: string): string[] {
  const block = (word.codePointAt(0)! - FIRST_BLOCK) >> 7;
  const syllables = syllablesOf(word, block);
  if (block < DROPPING_BLOCKS) dropInherent(syllables);
  if (block === BENGALI) return readBengali(syllables).map(spell);
  if (block === TAMIL) return [voiceTamil(syllables), syllables].map((heard) => spell(softenAfterAytham(heard)));
  if (block === MALAYALAM) return [spell(hardenDoubledR(syllables))];
  return [spell(syllables)];
}

/** Malayalam writes t after a nasal and doubled with the letter of its hard r (`എസ്റ്റേറ്റ്` estate). */
function hardenDoubledR(syllables: Syllable[]): Syllable[] {
  return syllables.map((syllable, at) => {
    const before = syllables[at - 1];
    const after = syllables[at + 1];
    const isDoubled =
      (before?.hard && before.vowel === '') ||
      (after?.hard && syllable.vowel === '') ||
      (before?.consonant === 'n' && before.vowel === '');
    return syllable.hard && isDoubled ? { ...syllable, consonant: 't' } : syllable;
  });
}

/** `sh` and `ch` that meet are no Russian shch, `ij` is no Slavic ending. */
function spell(syllables: Syllable[]): string {
  let latin = '';
  for (const { consonant, vowel, nasal } of syllables) {
    if (consonant.startsWith('ch') && /sh?$/u.test(latin)) latin += APART;
    if (consonant === 'j' && latin.endsWith('i')) latin += APART;
    latin += consonant + vowel + nasal;
  }
  return latin;
}

function syllablesOf(word: string, block: number): Syllable[] {
  const syllables: Syllable[] = [];
  // NFC has the vowels of two parts (`போ`, `বো`) in one and the letters with a nukta in two.
  for (const char of word.normalize('NFC')) {
    const place = (char.codePointAt(0)! - FIRST_BLOCK) & 0x7f;
    const last = syllables.at(-1);
    const consonant = CONSONANTS[place] ?? OWN_CONSONANTS[block]?.[place];
    if (consonant)
      syllables.push({ consonant, vowel: 'a', inherent: true, nasal: '', ...(place === HARD_R && { hard: true }) });
    else if (block === MALAYALAM && CHILLUS[place])
      syllables.push({ consonant: CHILLUS[place], vowel: '', inherent: false, nasal: '' });
    else if (VOWELS[place]) syllables.push({ consonant: '', vowel: VOWELS[place], inherent: false, nasal: '' });
    else if (!last) {
      if (block === TAMIL && place === 0x03)
        syllables.push({ consonant: '', vowel: '', inherent: false, nasal: AYTHAM });
    } else if (SIGNS[place]) Object.assign(last, { vowel: SIGNS[place], inherent: false });
    else if (place === VIRAMA) Object.assign(last, { vowel: '', inherent: false });
    else if (place === NUKTA)
      Object.assign(last, { consonant: WITH_NUKTA[last.consonant] ?? last.consonant, dotted: true });
    else if (place === 0x02) Object.assign(last, { nasal: 'n', anusvara: true });
    else if (place === 0x01 || place === 0x70) last.nasal = 'n';
    else if (place === 0x03) last.nasal = block === TAMIL ? AYTHAM : 'h';
  }
  return syllables;
}

/**
 * Schwa deletion of Hindi: the unwritten vowel falls at the end of a word, and inside one between a
 * syllable with a vowel and one with a written vowel (`राजकुमार` rajkumar, `कमला` kamla).
 */
function dropInherent(syllables: Syllable[]): void {
  const last = syllables.at(-1);
  if (last?.inherent && syllables.length > 1 && !last.nasal) last.vowel = '';
  for (let at = syllables.length - 2; at > 0; at--) {
    const here = syllables[at]!;
    const next = syllables[at + 1]!;
    const before = syllables[at - 1]!;
    if (here.inherent && !here.nasal && before.vowel && next.consonant && next.vowel) here.vowel = '';
  }
}
