import type { Exchange } from './exchange.ts';
import { DIGITS, SOUNDS, VOWELS } from './fold.ts';
import type { Vowels } from './form.ts';
import { PLACES, Place } from './places.ts';

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

/** Cost of a sound that only one form has, in a script that writes it; also its weight in the length of a form. */
export const PRESENCE = Float32Array.from(SOUNDS, (sound, code) => presence(sound, code));

/** What a sound of the fully written form costs when the other form leaves vowels unwritten. */
const PRESENCE_UNWRITTEN = Float32Array.from(SOUNDS, (_, code) => (code < VOWELS ? 0.06 : PRESENCE[code]!));

/** What a sound of the form in syllables costs: its vowels may be only there to carry a consonant. */
const PRESENCE_SYLLABIC = Float32Array.from(SOUNDS, (sound, code) =>
  code < VOWELS ? 0.1 : sound === 'n' || sound === 'g' ? 0.6 : PRESENCE[code]!,
);

const A = SOUNDS.indexOf('a');
const E = SOUNDS.indexOf('e');
const R = SOUNDS.indexOf('r');

/** An r that ends a syllable, against a script of syllables, which drops it. */
const CODA_R = 0.3;
/** The vowel that ends a word: it tells a man's name from a woman's; an e there may be silent. */
const FINAL = 0.6;
const FINAL_E = 0.2;
/** The same against a script that leaves short vowels out and yet writes the last; an a may be an -ah, whose h the form has dropped. */
const FINAL_UNWRITTEN = 0.5;
const FINAL_A_UNWRITTEN = 0.2;

/** Two sounds that changed places. */
const TRANSPOSED = 0.4;

/** Syllables fit a foreign name so loosely that the same distance says less. */
const SYLLABIC = 0.55;

/**
 * Costs set by hand: they hold within one script, and are where learning started for the others
 * (`bench/accuracy/learn.ts`).
 */
export function setByHand(left: Vowels, right: Vowels): Exchange {
  const scale = left !== right && (left === 'syllabic' || right === 'syllabic') ? SYLLABIC : 1;
  const substitution = tableOf(nearOf(left, right)).map((cost) => cost * scale);
  return {
    substitution,
    last: substitution,
    left: presences(left, right).map((cost) => cost * scale),
    right: presences(right, left).map((cost) => cost * scale),
    swap: TRANSPOSED * scale,
  };
}

function nearOf(left: Vowels, right: Vowels): Record<string, number> {
  if (left === right) return NEAR;
  const both = [left, right];
  if (both.includes('unwritten')) return { ...NEAR, ...NEAR_UNWRITTEN };
  return both.includes('syllabic') ? { ...NEAR, ...NEAR_SYLLABIC } : NEAR;
}

/** What each sound costs, by its place, that only the form of these vowels has. */
function presences(own: Vowels, other: Vowels): Float32Array {
  const table = new Float32Array(PLACES * SIZE);
  for (let place = 0; place < PLACES; place++)
    for (let code = 0; code < SIZE; code++) table[place * SIZE + code] = presenceAt(place, code, own, other);
  return table;
}

function presenceAt(place: number, code: number, own: Vowels, other: Vowels): number {
  const plain = presenceOf(own, other)[code]!;
  if (code === R && other === 'syllabic' && own !== other && place >= Place.coda) return CODA_R;
  if (place !== Place.last || code >= VOWELS || own === 'unwritten' || own === 'syllabic') return plain;
  if (code === E) return Math.min(plain, FINAL_E);
  if (other === 'unwritten') return code === A ? FINAL_A_UNWRITTEN : FINAL_UNWRITTEN;
  return other === 'syllabic' ? plain : FINAL;
}

function presenceOf(own: Vowels, other: Vowels): Float32Array {
  if (own === other) return PRESENCE;
  if (other === 'unwritten') return PRESENCE_UNWRITTEN;
  return own === 'syllabic' ? PRESENCE_SYLLABIC : PRESENCE;
}

function presence(sound: string, code: number): number {
  if (code < VOWELS) return 0.4;
  if (sound === 'h') return 0.45;
  return sound === 'j' || sound === 'v' ? 0.85 : 1;
}

/** Costs of putting one sound for another, `[from * SIZE + to]`, symmetric. */
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
