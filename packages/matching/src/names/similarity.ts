import { type Form, formSimilarity, makeForm, type Vowels } from '../sounds/distance.ts';
import { LONGEST_FORM, SOUNDS } from '../sounds/fold.ts';
import { areShortForms } from './short-forms.ts';
import type { Token } from './token.ts';

/** `foldSounds` drops an h after an a at the end of a word, so a join does too. */
const FINAL_H = SOUNDS.indexOf('h');
const BEFORE_H = SOUNDS.indexOf('a');

/** Sounds to which the Arabic article gives up its l. */
const SUN_SOUNDS = new Set([...'tdDQrzsSnT'].map((sound) => SOUNDS.indexOf(sound)));

/** Below this two tokens are unlike. */
export const ALIKE = 0.68;

/** A name and a short form of it, or two of its short forms. */
export const SHORT_FORM = 0.87;

/** Equal sounds in other letters or another script are one shade less than equal letters. */
const SAME_SOUND = 0.99;

/** Other characters that sound the same are another name, unless somebody wrote down what he heard. */
const HOMOPHONE = 0.8;

/** How alike two tokens are, 0 to 1, over all their readings; 1 only when written alike. */
export function tokenSimilarity(left: Token, right: Token): number {
  if (left.text === right.text) return 1;
  const alike = left.script === 'han' && right.script === 'han' ? HOMOPHONE : SAME_SOUND;
  const sounding = formsSimilarity(left.forms, right.forms) * alike;
  return sounding < SHORT_FORM && isShortForm(left, right) ? SHORT_FORM : sounding;
}

/** Whether one token is a short form of the other: Sasha of Aleksandr. */
export function isShortForm(left: Token, right: Token): boolean {
  return left.sounds.some((one) => right.sounds.some((other) => areShortForms(one, other)));
}

/** The best similarity of any reading with any other; what cannot reach `least` may come out as `least` or 0. */
export function formsSimilarity(left: Form[], right: Form[], least = 0): number {
  let best = least;
  for (const one of left) {
    for (const other of right) {
      const similarity = formSimilarity(one, other, best);
      if (similarity > best) best = similarity;
    }
  }
  return best;
}

/**
 * Tokens written as one: the first readings of a run joined, as if they had been written without
 * spaces; and once more with the l of the article given up to the sound that follows (shams al-din, shamsuddin).
 */
export function joinForms(tokens: Token[]): Form[] {
  const plain = joinCodes(tokens, false);
  const assimilated = joinCodes(tokens, true);
  const vowels = vowelsOfRun(tokens);
  const forms = [makeForm(plain, vowels)];
  if (assimilated.length < plain.length) forms.push(makeForm(assimilated, vowels));
  return forms;
}

/** Syllables of Han and Hangul that stand apart are read as what they are. */
function vowelsOfRun(tokens: Token[]): Vowels {
  const kinds = tokens.map(({ forms }) => forms[0]!.vowels);
  if (kinds.includes('unwritten')) return 'unwritten';
  return kinds.find((kind) => kind === 'transcribed' || kind === 'indic') ?? 'written';
}

function joinCodes(tokens: Token[], assimilate: boolean): Uint8Array {
  const codes: number[] = [];
  for (const [at, token] of tokens.entries()) {
    const swallowed = assimilate && isArticle(token) && SUN_SOUNDS.has(tokens[at + 1]?.forms[0]?.codes[0] ?? -1);
    for (const code of swallowed ? token.forms[0]!.codes.subarray(0, 1) : token.forms[0]!.codes)
      if (code !== codes.at(-1)) codes.push(code);
  }
  if (codes.length > 4 && codes.at(-1) === FINAL_H && codes.at(-2) === BEFORE_H) codes.pop();
  return Uint8Array.from(codes.slice(0, LONGEST_FORM));
}

function isArticle({ sounds }: Token): boolean {
  return sounds[0] === 'al' || sounds[0] === 'el' || sounds[0] === 'ul';
}

/** Whether an initial stands for a name: `y` or `ю` for Yusuf, юрий. */
export function isInitialOf(initial: Token, name: Token): boolean {
  return initial.sounds.some((letter) =>
    name.sounds.some((form) => form.startsWith(letter) || nearFirst(letter, form)),
  );
}

function nearFirst(letter: string, form: string): boolean {
  return 'ckq'.includes(letter) ? 'kCX'.includes(form[0]!) : letter === 's' && form[0] === 'S';
}
