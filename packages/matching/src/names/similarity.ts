import { type Form, formSimilarity, makeForm, type Vowels } from '../sounds/distance.ts';
import { LONGEST_FORM, SOUNDS } from '../sounds/fold.ts';
import { areShortForms } from './short-forms.ts';
import type { Token } from './token.ts';

/** `foldSounds` drops an h after an a at the end of a word, so a join does too. */
const FINAL_H = SOUNDS.indexOf('h');
const BEFORE_H = SOUNDS.indexOf('a');

/** The most words of a run that are read as one. */
export const LONGEST_RUN = 3;

/** Sounds to which the Arabic article gives up its l. */
const SUN_SOUNDS = new Set([...'tdDQrzsSnT'].map((sound) => SOUNDS.indexOf(sound)));

/** Below this two tokens are unlike. */
export const ALIKE = 0.68;

/** A name and a short form of it, or two of its short forms. */
export const SHORT_FORM = 0.87;

/** A short word and what it is with two of its letters the other way round. */
export const TRANSPOSED = 0.84;

/** Equal sounds in other letters or another script are one shade less than equal letters. */
const SAME_SOUND = 0.99;

/** Other characters that sound the same are another name, unless somebody wrote down what he heard. */
const HOMOPHONE = 0.8;

/** How alike two tokens are, 0 to 1, over all their readings; 1 only when written alike. */
export function tokenSimilarity(left: Token, right: Token): number {
  if (left.text === right.text) return 1;
  const alike = left.script === 'han' && right.script === 'han' ? HOMOPHONE : SAME_SOUND;
  const sounding = formsSimilarity(left.forms, right.forms) * alike;
  if (sounding < SHORT_FORM && isShortForm(left, right)) return SHORT_FORM;
  return sounding < TRANSPOSED && (isTransposed(left, right) || isTransposed(right, left)) ? TRANSPOSED : sounding;
}

/** Whether a token is another with two of its letters the other way round. */
function isTransposed({ transposed }: Token, { sounds }: Token): boolean {
  return transposed?.some((sound) => sound === sounds[0]) ?? false;
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
export function joinForms(tokens: Token[], from = 0, to = tokens.length): Form[] {
  const vowels = vowelsOfRun(tokens, from, to);
  const forms = [makeForm(joinCodes(tokens, from, to, false), vowels)];
  for (let at = from; at < to - 1; at++)
    if (isSwallowed(tokens, at)) return [...forms, makeForm(joinCodes(tokens, from, to, true), vowels)];
  return forms;
}

/** Syllables of Han and Hangul that stand apart are read as what they are. */
export function vowelsOfRun(tokens: Token[], from: number, to: number): Vowels {
  let vowels: Vowels = 'written';
  for (let at = from; at < to; at++) {
    const own = tokens[at]!.forms[0]!.vowels;
    if (own === 'unwritten') return own;
    if (vowels === 'written' && own !== 'syllabic') vowels = own;
  }
  return vowels;
}

/** Sounds of the run at hand: joining makes no garbage but its result. */
const joined = new Uint8Array(LONGEST_RUN * LONGEST_FORM);

function joinCodes(tokens: Token[], from: number, to: number, assimilate: boolean): Uint8Array {
  let length = 0;
  for (let at = from; at < to; at++) {
    const { codes } = tokens[at]!.forms[0]!;
    const end = assimilate && at < to - 1 && isSwallowed(tokens, at) ? 1 : codes.length;
    for (let place = 0; place < end; place++)
      if (length === 0 || codes[place] !== joined[length - 1]) joined[length++] = codes[place]!;
  }
  if (length > 4 && joined[length - 1] === FINAL_H && joined[length - 2] === BEFORE_H) length -= 1;
  return joined.slice(0, Math.min(length, LONGEST_FORM));
}

/** Whether a token is an article whose l the next one takes. */
function isSwallowed(tokens: Token[], at: number): boolean {
  return isArticle(tokens[at]!) && SUN_SOUNDS.has(tokens[at + 1]!.forms[0]?.codes[0] ?? -1);
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
