/**
 * Names are read under Unicode 17.0, the tables of the Node.js the project ships. Nothing here asks
 * for a locale: the same text gives the same form on every machine.
 */
export const UNICODE_VERSION = '17.0';

/** The longest name that is read, in UTF-16 units; what lies beyond is cut and not looked at. */
export const LONGEST_NAME = 400;

const INVISIBLE =
  /\p{Cf}|\p{Cs}|\p{Co}|\p{Cn}|[\u115f\u1160\u3164\uffa0]|\u034f|[\u17b4\u17b5]|[\u180b-\u180f]|[\ufe00-\ufe0f]|\u0640/gu;
const NOT_TEXT = /[\p{Cc}\p{Z}]+/gu;

/** Latin and Russian letters and signs of one kind of space, which hold nothing to clean and which no normal form changes. */
const CLEAN = /^[!-~А-яЁё]+(?: [!-~А-яЁё]+)*$/u;

/**
 * A name without what a hostile or careless hand puts into it: NFKC, lower case; zero-width,
 * bidirectional and variation marks, tatweel, lone surrogates removed; white space made single
 * spaces. Cut to `LONGEST_NAME` before and after NFKC, which may make one character eighteen.
 */
export function cleanName(name: string): string {
  if (name.length <= LONGEST_NAME && CLEAN.test(name)) return name.toLowerCase();
  const bounded = name.length > LONGEST_NAME ? dropInvisible(name.slice(0, LONGEST_NAME * 8)) : name;
  const composed = bounded.slice(0, LONGEST_NAME).normalize('NFKC');
  return dropInvisible(composed).replace(NOT_TEXT, ' ').trim().slice(0, LONGEST_NAME).toLowerCase().normalize('NFC');
}

function dropInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
