import { DIGITS, SOUNDS, VOWELS } from './fold.ts';

const SIZE = SOUNDS.length;

/** Substitution costs between sounds that spellings and scripts exchange; all other pairs cost 1. */
const NEAR: Record<string, number> = {
  ae: 0.25,
  ao: 0.25,
  ai: 0.4,
  au: 0.4,
  ei: 0.15,
  eo: 0.35,
  eu: 0.45,
  io: 0.5,
  iu: 0.45,
  ou: 0.12,
  bp: 0.35,
  bv: 0.35,
  vf: 0.3,
  pf: 0.35,
  bf: 0.6,
  dt: 0.35,
  dD: 0.1,
  tQ: 0.1,
  DQ: 0.3,
  tD: 0.4,
  dQ: 0.4,
  sQ: 0.2,
  zD: 0.15,
  sD: 0.5,
  sz: 0.2,
  sT: 0.3,
  zT: 0.3,
  tT: 0.5,
  sS: 0.25,
  zS: 0.5,
  sC: 0.4,
  TC: 0.35,
  SC: 0.35,
  TS: 0.5,
  Sj: 0.4,
  Cj: 0.35,
  zj: 0.35,
  dj: 0.5,
  sj: 0.5,
  gj: 0.4,
  Tj: 0.4,
  kg: 0.3,
  kX: 0.3,
  gX: 0.35,
  hX: 0.15,
  gh: 0.3,
  kh: 0.5,
  kC: 0.5,
  XC: 0.5,
  kS: 0.6,
  ks: 0.6,
  XS: 0.6,
  hS: 0.7,
  fh: 0.6,
  mn: 0.5,
  lr: 0.5,
  nl: 0.7,
  uv: 0.25,
  ov: 0.5,
  ij: 0.3,
  ej: 0.5,
  hj: 0.6,
  vX: 0.8,
  fQ: 0.4,
  zd: 0.6,
  Xf: 0.8,
};

/** Where one side leaves vowels unwritten, a vowel against another says less. */
const NEAR_UNWRITTEN: Record<string, number> = {
  ei: 0.05,
  ou: 0.05,
  uv: 0.05,
  ov: 0.1,
  ij: 0.15,
  ae: 0.1,
  ao: 0.2,
  ai: 0.2,
  au: 0.25,
};

/** Where a script of syllables writes a foreign name, its nearest syllable stands for sounds it lacks. */
const NEAR_SYLLABIC: Record<string, number> = {
  lr: 0.15,
  pf: 0.15,
  bv: 0.15,
  bp: 0.25,
  zj: 0.2,
  sS: 0.15,
  sQ: 0.1,
  kX: 0.2,
  Xh: 0.1,
  kh: 0.35,
  gj: 0.25,
  dt: 0.25,
  kg: 0.25,
  sz: 0.2,
  sT: 0.2,
  zT: 0.2,
  sC: 0.3,
  mn: 0.35,
  fh: 0.4,
  vX: 0.5,
  uv: 0.1,
  ae: 0.15,
  ao: 0.15,
  ai: 0.25,
  au: 0.25,
  eo: 0.2,
  ei: 0.1,
  eu: 0.25,
  iu: 0.25,
  io: 0.3,
  dD: 0.1,
  tQ: 0.15,
  zQ: 0.3,
};

/** Cost of putting one sound for another, `[from * SIZE + to]`, symmetric. */
export const SUBSTITUTION = tableOf(NEAR);

/** The same where one form comes from a script that leaves short vowels unwritten. */
export const SUBSTITUTION_UNWRITTEN = tableOf({ ...NEAR, ...NEAR_UNWRITTEN });

/** The same where one form is written in syllables. */
export const SUBSTITUTION_SYLLABIC = tableOf({ ...NEAR, ...NEAR_SYLLABIC });

/** Cost of a sound that only one form has; also its weight in the length of a form. */
export const PRESENCE = Float32Array.from(SOUNDS, (sound, code) => presence(sound, code));

/** What a sound of the fully written form costs when the other form leaves vowels unwritten. */
export const PRESENCE_UNWRITTEN = Float32Array.from(SOUNDS, (_, code) => (code < VOWELS ? 0.06 : PRESENCE[code]!));

/** What a sound of the form in syllables costs: its vowels may be only there to carry a consonant. */
export const PRESENCE_SYLLABIC = Float32Array.from(SOUNDS, (sound, code) =>
  code < VOWELS ? 0.1 : sound === 'n' || sound === 'g' ? 0.6 : PRESENCE[code]!,
);

function presence(sound: string, code: number): number {
  if (code < VOWELS) return 0.4;
  if (sound === 'h') return 0.45;
  return sound === 'j' || sound === 'v' ? 0.85 : 1;
}

function tableOf(near: Record<string, number>): Float32Array {
  const table = new Float32Array(SIZE * SIZE).fill(1);
  for (let code = 0; code < SIZE; code++) table[code * SIZE + code] = 0;
  for (let from = 0; from < VOWELS; from++)
    for (let to = VOWELS; to < DIGITS; to++) table[from * SIZE + to] = table[to * SIZE + from] = 0.9;
  for (const [pair, cost] of Object.entries(near)) {
    const [from, to] = [SOUNDS.indexOf(pair[0]!), SOUNDS.indexOf(pair[1]!)];
    table[from * SIZE + to] = table[to * SIZE + from] = cost;
  }
  return table;
}
