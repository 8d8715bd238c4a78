import { shortFormsOf } from '../names/short-forms.ts';
import { joinForms, LONGEST_RUN, SHORT_FORM, TRANSPOSED } from '../names/similarity.ts';
import type { Token } from '../names/token.ts';
import { makeForm } from '../sounds/distance.ts';
import { SOUNDS } from '../sounds/fold.ts';
import type { Likeness } from './most-alike.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * What a query name is sought by. Each name token has two bits of a mask: the token itself sets both,
 * a run written as one word the bits of all its tokens, each half of a word written apart one.
 */
export interface Probe {
  bits: number;
  /** The bits that have been sought in full once this probe is read: none for runs and halves, which are extras. */
  settles: number;
  likenesses: Likeness[];
  /** Tokens whose lists of subjects are to be read. */
  lists: number[];
  /** How near each of those is to the token itself, as bits: of a crowd that shares the name, the nearest go first. None for runs and halves. */
  nearness: number[];
  /** Common tokens that are but faintly like the sought one: no leads, but they tell among those whom another token leads to. */
  faint: number[];
  /** Subjects on all those lists together. */
  length: number;
}

export interface ProbedName {
  tokens: Token[];
  /** How many of them are names. */
  words: number;
  /** Weight of each bit, half its token's. */
  bitWeights: number[];
  probes: Probe[];
}

/** The most name tokens that are sought, two bits each; of more, those that weigh most. */
const MOST_TOKENS = 6;
/** The most bits of a name. */
export const MOST_BITS = 2 * MOST_TOKENS;
const JOINED = 0.8;

/** From these on a token is near the sought one by one step more: another name perhaps, a slip, a spelling of the same. */
const NEARER = [0.8, 0.9, 0.97];

/** From here down a token is but faintly like the sought one, and from so many subjects on common. */
const FAINT = 0.77;
const COMMON = 400;

/** al- and el-; abd ul-, abd ur-, abd al-, written together. */
const PREFIX = /^(?:a?bd[aeiou]l?|[ae]l)/u;
const SHORTEST_REST = 3;

const SHORTEST_TO_SPLIT = 5;
const SPLIT = 0.95;

/** Works out what to seek for a name. */
export function probeName(tokens: Token[], vocabulary: Vocabulary): ProbedName {
  const bits = tokens.map(() => 0);
  const bitWeights: number[] = [];
  for (const at of heaviest(tokens)) {
    const token = tokens[at]!;
    bits[at] = 3 << bitWeights.length;
    bitWeights.push(token.weight / 2, token.weight / 2);
  }
  const probes: Probe[] = [];
  const add = (mask: number, likenesses: Likeness[], { settles = 0, isWhole = true } = {}) => {
    const lists: number[] = [];
    const faint: number[] = [];
    const nearness: number[] = [];
    let length = 0;
    for (const { token, similarity } of likenesses) {
      const subjects = vocabulary.tokens.live(token);
      if (similarity < FAINT && subjects > COMMON) {
        faint.push(token);
        continue;
      }
      lists.push(token);
      length += subjects;
      if (isWhole) nearness.push(NEARER.filter((least) => similarity >= least).length);
    }
    if (likenesses.length > 0) probes.push({ bits: mask, settles, likenesses, lists, nearness, faint, length });
  };
  for (const [at, token] of tokens.entries()) {
    if (bits[at] === 0) continue;
    add(bits[at]!, vocabulary.alike(token.sounds, token.forms), { settles: bits[at]! });
    const short = shortForms(token, vocabulary);
    if (short.length > 0) add(bits[at]!, short);
    const slips = transpositionsOf(token, vocabulary);
    if (slips.length > 0) add(bits[at]!, slips);
    for (const [mask, halves] of splitsOf(token, bits[at]!, vocabulary)) add(mask, halves, { isWhole: false });
  }
  for (const { mask, likenesses } of runsOf(tokens, bits, vocabulary)) add(mask, likenesses, { isWhole: false });
  const words = tokens.filter(({ role }) => role === 'name').length;
  return { tokens, words, bitWeights, probes: probes.sort((a, b) => a.length - b.length || a.bits - b.bits) };
}

/** Places of the name tokens to seek. */
function heaviest(tokens: Token[]): number[] {
  const places = [...tokens.keys()].filter((at) => tokens[at]!.role === 'name');
  return places.sort((a, b) => tokens[b]!.weight - tokens[a]!.weight || a - b).slice(0, MOST_TOKENS);
}

function runsOf(tokens: Token[], bits: number[], vocabulary: Vocabulary): { mask: number; likenesses: Likeness[] }[] {
  const runs: { mask: number; likenesses: Likeness[] }[] = [];
  for (let from = 0; from < tokens.length - 1; from++) {
    for (let to = from + 2; to <= Math.min(tokens.length, from + LONGEST_RUN); to++) {
      const run = tokens.slice(from, to);
      const mask = bits.slice(from, to).reduce((all, bit) => all | bit, 0);
      if (mask === 0 || run.some((token) => token.role === 'initial')) continue;
      const likenesses = likeRun(run, vocabulary);
      if (likenesses.length > 0) runs.push({ mask, likenesses });
    }
  }
  return runs;
}

/** What a run is written as one; the parts of one written word are sought as that word. */
function likeRun(run: Token[], vocabulary: Vocabulary): Likeness[] {
  const whole = run[0]!.whole;
  if (whole && run.every((token) => token.whole === whole)) return vocabulary.alike(whole.sounds, whole.forms);
  const forms = joinForms(run);
  return vocabulary.alike(
    forms.map(({ codes }) => soundOf(codes)),
    forms,
    JOINED,
  );
}

/** Both halves of a word that are kept as words: `mohammadali` as mohammad and ali. */
function splitsOf(token: Token, bits: number, vocabulary: Vocabulary): [number, Likeness[]][] {
  const sound = token.sounds[0]!;
  const splits: [number, Likeness[]][] = [];
  const low = bits & -bits;
  for (let at = 2; sound.length >= SHORTEST_TO_SPLIT && at <= sound.length - 2; at++) {
    const heads = vocabulary.soundingLike(sound.slice(0, at));
    const tails = heads.length > 0 ? vocabulary.soundingLike(sound.slice(at)) : [];
    if (tails.length === 0) continue;
    splits.push([low, heads.map((number) => ({ token: number, similarity: SPLIT }))]);
    splits.push([bits ^ low, tails.map((number) => ({ token: number, similarity: SPLIT }))]);
  }
  return splits.concat(withoutPrefix(token, bits, vocabulary));
}

/** The forms a name goes by. */
function shortForms({ sounds }: Token, vocabulary: Vocabulary): Likeness[] {
  const tokens = new Set(sounds.flatMap(shortFormsOf).flatMap((form) => vocabulary.soundingLike(form)));
  return Array.from(tokens, (token) => ({ token, similarity: SHORT_FORM }));
}

/** What a short word may be if two of its letters changed places. */
function transpositionsOf({ transposed }: Token, vocabulary: Vocabulary): Likeness[] {
  const tokens = new Set((transposed ?? []).flatMap((sound) => vocabulary.soundingLike(sound)));
  return Array.from(tokens, (token) => ({ token, similarity: TRANSPOSED }));
}

/** A word that may have swallowed an article or a servant's name: `alzawahiri` also as zawahiri, `abdulrahman` as rahman. */
function withoutPrefix({ sounds, forms }: Token, bits: number, vocabulary: Vocabulary): [number, Likeness[]][] {
  const sound = sounds[0]!;
  const length = PREFIX.exec(sound)?.[0].length ?? 0;
  if (length === 0 || sound.length - length < SHORTEST_REST) return [];
  const form = makeForm(forms[0]!.codes.subarray(length), forms[0]!.vowels);
  const likenesses = vocabulary.alike([sound.slice(length)], [form], JOINED);
  return likenesses.length > 0 ? [[bits, likenesses]] : [];
}

function soundOf(codes: Uint8Array): string {
  let sound = '';
  for (const code of codes) sound += SOUNDS[code];
  return sound;
}
