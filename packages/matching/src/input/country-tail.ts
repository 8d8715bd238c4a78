import { parseCountry } from '../country.ts';

/** A nationality or an issuer at the end of the text: a code, or a state's name of up to four words. */
export function takeCountry(text: string): { rest: string; country: string | undefined } {
  const words = text.trim().split(/[\s,;]+/u);
  for (let count = Math.min(4, words.length - 1); count >= 1; count--) {
    const country = parseCountry(words.slice(-count).join(' '));
    if (country !== undefined && /\p{L}/u.test(words.at(-1)!))
      return { rest: words.slice(0, -count).join(' '), country };
  }
  return { rest: text, country: undefined };
}

/** Without a date only a code in capitals is a nationality: `Chad`, `Jordan` and `Georgia` are names too. */
export function takeCode(text: string): { rest: string; country: string | undefined } {
  const last = /(?<=\p{L}.*[\s,;])[A-Z]{3}$/u.exec(text.trim());
  const country = last && /\p{Ll}/u.test(text) ? parseCountry(last[0]) : undefined;
  return country === undefined || !last
    ? { rest: text, country: undefined }
    : { rest: text.slice(0, last.index), country };
}
