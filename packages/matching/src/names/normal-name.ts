import { makeForm } from '../sounds/distance.ts';
import { encodeForm, foldSounds } from '../sounds/fold.ts';
import { cleanName } from '../text/clean.ts';
import { splitWords, type Word } from '../text/words.ts';
import { isLegalForm, isParticle, isTitle, isVeryCommon } from './particles.ts';
import { partWord, readWord, vowelsOf } from './read.ts';
import type { Role, Token } from './token.ts';
import { transposedSounds } from './transposed.ts';

/** Words read lately, so that the names of a list are not romanised a thousand times; a cache, never state. */
const known = new Map<string, Token>();
const MOST_KNOWN = 100_000;

/** The normal form of a name: its tokens in written order. Empty when nothing of it can be read. */
export function normalName(name: string): Token[] {
  const tokens: Token[] = [];
  const words = splitWords(cleanName(name));
  for (const word of words) {
    const alone = words.every((other) => other === word || other.script !== word.script);
    const parts = partWord(word, alone);
    const read = parts.map((part) => readToken(part, tokens.length === 0 ? 'first' : 'later'));
    const whole = parts.length > 1 && word.script !== 'arabic' ? readToken(word, 'whole') : undefined;
    for (const token of read) if (token.forms.length > 0) tokens.push(asWritten(token, word, whole));
  }
  return giveRoles(tokens);
}

/** A token as it stands in this name: what is remembered of a word is the same for every name. */
function asWritten(token: Token, { disguised }: Word, whole: Token | undefined): Token {
  const isPart = whole !== undefined && whole.forms.length > 0;
  if (!isPart && !disguised) return token;
  return { ...token, ...(isPart && { whole }), ...(disguised && { disguised }) };
}

/** Where a word stands matters to scripts that write names without spaces. */
type Standing = 'first' | 'later' | 'whole';

function readToken(word: Word, standing: Standing): Token {
  const key = word.script === 'han' || word.script === 'hangul' ? `${word.text} ${standing}` : word.text;
  const cached = known.get(key);
  if (cached) return cached;
  const sounds = [...new Set(readWord(word, standing === 'first').map(foldSounds))].filter((form) => form !== '');
  const vowels = vowelsOf(word, standing === 'whole');
  const forms = sounds.map((form) => makeForm(encodeForm(form), vowels));
  const letters = [...word.text].length;
  const role: Role = letters === 1 && word.script !== 'han' && word.script !== 'hangul' ? 'initial' : 'name';
  const transposed = transposedSounds(word.text, sounds);
  const token: Token = {
    text: word.text,
    script: word.script,
    role,
    forms,
    sounds,
    ...(transposed.length > 0 && { transposed }),
    weight: forms[0] ? nameWeight(sounds[0]!, forms[0].weight) : 0,
  };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, token);
  return token;
}

/** A longer name says more; a name that millions bear says less. */
function nameWeight(form: string, sounds: number): number {
  const byLength = Math.min(1.2, 0.55 + 0.16 * sounds);
  return isVeryCommon(form) ? byLength * 0.7 : byLength;
}

/** Particles, titles and initials are told by their company; in a name of nothing else they are names. */
function giveRoles(tokens: Token[]): Token[] {
  const roles = tokens.map((token, at) => roleAmong(token, at, tokens.length));
  if (!roles.includes('name')) return tokens.map((token) => ({ ...token, role: 'name' }));
  return tokens.map((token, at) => {
    const role = roles[at]!;
    if (role === 'particle')
      return { ...token, role, weight: isTitle(token.sounds[0]!, token.forms[0]!.vowels, 2) ? 0.2 : 0.1 };
    return role === 'initial' ? { ...token, role, weight: 0.3 } : token;
  });
}

function roleAmong(token: Token, at: number, count: number): Role {
  const form = token.sounds[0]!;
  const { vowels } = token.forms[0]!;
  if (isParticle(form, vowels, at, count) || isTitle(form, vowels, count) || isLegalForm(form, at, count))
    return 'particle';
  return token.role;
}
