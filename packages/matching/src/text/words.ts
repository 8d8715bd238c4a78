import { repairLookAlikes } from './lookalikes.ts';
import { type Script, scriptOf, scriptOfWord } from './script.ts';

/** A word of a cleaned name, in one script. */
export interface Word {
  text: string;
  script: Script;
  /** Letters of another script, drawn like its own, stood in it and were put right. */
  disguised?: true;
}

const RUN = /[\p{L}\p{M}\p{Nd}\p{Nl}'’‘`´ʹ′׳]+/gu;
const APOSTROPHES = /['’‘`´ʹʺʻʼʽʾʿˈ′׳]+/gu;

/** The most words that are read of one name. */
export const MOST_WORDS = 24;

/** The words of a cleaned name; look-alikes put right, apostrophes inside words dropped (Hebrew needs its own). */
export function splitWords(clean: string): Word[] {
  const words: Word[] = [];
  for (const [run] of clean.matchAll(RUN)) {
    for (const part of splitByScript(run)) {
      const script = scriptOfWord(part);
      const plain = script === 'hebrew' ? part : part.replace(APOSTROPHES, '');
      const text = script === 'hebrew' ? plain : repairLookAlikes(plain);
      if (text !== '' && /[\p{L}\p{N}]/u.test(text))
        words.push({ text, script: scriptOfWord(text), ...(text !== plain && { disguised: true }) });
      if (words.length === MOST_WORDS) return words;
    }
  }
  return words;
}

/** Han, Hangul and kana need no space towards other scripts; every other mixture is one word. */
function splitByScript(run: string): string[] {
  const parts: string[] = [];
  let kind = '';
  for (const char of run) {
    const next = blockOf(char, kind);
    if (next !== kind || parts.length === 0) parts.push(char);
    else parts[parts.length - 1] += char;
    kind = next;
  }
  return parts;
}

function blockOf(char: string, current: string): string {
  const code = char.codePointAt(0)!;
  if (code < 0x1100) return 'spaced';
  const script = scriptOf(code);
  if (script === 'han' || script === 'hangul' || script === 'kana') return script;
  return script === 'other' && current !== '' ? current : 'spaced';
}
