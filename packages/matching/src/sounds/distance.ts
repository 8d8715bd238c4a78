import {
  PRESENCE,
  PRESENCE_SYLLABIC,
  PRESENCE_UNWRITTEN,
  SUBSTITUTION,
  SUBSTITUTION_SYLLABIC,
  SUBSTITUTION_UNWRITTEN,
} from './costs.ts';
import { LONGEST_FORM, SOUNDS, VOWELS } from './fold.ts';

/**
 * What a form's vowels are worth: written as they sound; short ones left out, as in Arabic script;
 * or syllabic, as where Han or Hangul write a foreign name and must put a vowel after every consonant.
 */
export type Vowels = 'written' | 'unwritten' | 'syllabic';

/** One way a word sounds. */
export interface Form {
  /** Indices into `SOUNDS`. */
  codes: Uint8Array;
  /** The sum of what its sounds weigh. */
  weight: number;
  vowels: Vowels;
}

const SIZE = SOUNDS.length;
const WIDTH = LONGEST_FORM + 1;
const TRANSPOSED = 0.4;

/** Syllables fit a foreign name so loosely that the same distance says less. */
const SYLLABIC = 0.55;

/** Three rows of the distance table, reused: the comparison is synchronous and makes no garbage. */
const rows = [new Float64Array(WIDTH), new Float64Array(WIDTH), new Float64Array(WIDTH)];

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

const leftPlaces = new Float64Array(LONGEST_FORM);
const rightPlaces = new Float64Array(LONGEST_FORM);

/** A form from its sounds, see `foldSounds`. */
export function makeForm(codes: Uint8Array, vowels: Vowels): Form {
  let weight = 0;
  for (const code of codes) weight += PRESENCE[code]!;
  return { codes, weight, vowels };
}

/**
 * How alike two forms sound, 0 to 1: one less the weighted distance (optimal string alignment) over
 * the weight of the heavier form. Symmetric; 1 only for equal forms. What cannot reach `least` may come out as 0.
 */
export function formSimilarity(left: Form, right: Form, least = 0): number {
  const weight = Math.max(left.weight, right.weight, 1);
  const scale =
    left.vowels !== right.vowels && (left.vowels === 'syllabic' || right.vowels === 'syllabic') ? SYLLABIC : 1;
  const farthest = ((1 - least) * weight) / scale;
  return Math.max(0, 1 - (scale * distance(left, right, farthest)) / weight);
}

/** The distance, or infinity as soon as it is sure to lie beyond `farthest`. */
function distance(left: Form, right: Form, farthest: number): number {
  const substitution = substitutionOf(left.vowels, right.vowels);
  const a = left.codes;
  const b = right.codes;
  const leftCost = weighPlaces(leftPlaces, left, right.vowels);
  const rightCost = weighPlaces(rightPlaces, right, left.vowels);
  let [before, above, here] = rows as [Float64Array, Float64Array, Float64Array];
  above[0] = 0;
  for (let j = 1; j <= b.length; j++) above[j] = above[j - 1]! + rightCost[j - 1]!;
  let lowestAbove = 0;
  for (let i = 1; i <= a.length; i++) {
    const from = a[i - 1]!;
    const dropped = leftCost[i - 1]!;
    here[0] = above[0]! + dropped;
    let lowest = here[0]!;
    for (let j = 1; j <= b.length; j++) {
      const to = b[j - 1]!;
      let cost = above[j - 1]! + substitution[from * SIZE + to]!;
      const without = above[j]! + dropped;
      if (without < cost) cost = without;
      const within = here[j - 1]! + rightCost[j - 1]!;
      if (within < cost) cost = within;
      if (i > 1 && j > 1 && from === b[j - 2] && to === a[i - 2] && from !== to) {
        const swapped = before[j - 2]! + TRANSPOSED;
        if (swapped < cost) cost = swapped;
      }
      here[j] = cost;
      if (cost < lowest) lowest = cost;
    }
    // A swap reaches over one row, so two rows must lie beyond.
    if (lowest > farthest && lowestAbove > farthest) return Number.POSITIVE_INFINITY;
    lowestAbove = lowest;
    [before, above, here] = [above, here, before];
  }
  return above[b.length]!;
}

function substitutionOf(one: Vowels, other: Vowels): Float32Array {
  if (one === other) return SUBSTITUTION;
  return one === 'unwritten' || other === 'unwritten' ? SUBSTITUTION_UNWRITTEN : SUBSTITUTION_SYLLABIC;
}

/** What each sound of a form costs where the other form lacks it. */
function weighPlaces(places: Float64Array, { codes, vowels }: Form, other: Vowels): Float64Array {
  const presence = presenceOf(vowels, other);
  const last = codes.length - 1;
  for (let at = 0; at <= last; at++) {
    const code = codes[at]!;
    places[at] = presence[code]!;
    if (code === R && other === 'syllabic' && (at === last || codes[at + 1]! >= VOWELS)) places[at] = CODA_R;
  }
  const end = codes[last]!;
  if (last > 1 && end < VOWELS && vowels === 'written') {
    if (end === E) places[last] = Math.min(places[last]!, FINAL_E);
    else if (other === 'unwritten') places[last] = end === A ? FINAL_A_UNWRITTEN : FINAL_UNWRITTEN;
    else if (other === 'written') places[last] = FINAL;
  }
  return places;
}

/** What a sound costs that only the form of these vowels has. */
function presenceOf(own: Vowels, other: Vowels): Float32Array {
  if (own === other) return PRESENCE;
  if (other === 'unwritten') return PRESENCE_UNWRITTEN;
  return own === 'syllabic' ? PRESENCE_SYLLABIC : PRESENCE;
}
