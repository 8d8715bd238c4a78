/** The scripts a word is read in; `other` words are kept as they are and match only themselves. */
export type Script =
  | 'latin'
  | 'cyrillic'
  | 'arabic'
  | 'han'
  | 'brahmic'
  | 'hangul'
  | 'hebrew'
  | 'greek'
  | 'georgian'
  | 'armenian'
  | 'kana'
  | 'digit'
  | 'other';

/** First code point of each range, with the script it belongs to, ascending; a range ends where the next begins. */
const RANGES: [number, Script][] = [
  [0x0000, 'other'],
  [0x0030, 'digit'],
  [0x003a, 'other'],
  [0x0041, 'latin'],
  [0x005b, 'other'],
  [0x0061, 'latin'],
  [0x007b, 'other'],
  [0x00c0, 'latin'],
  [0x0300, 'other'],
  [0x0370, 'greek'],
  [0x0400, 'cyrillic'],
  [0x0530, 'armenian'],
  [0x0590, 'hebrew'],
  [0x0600, 'arabic'],
  [0x0700, 'other'],
  [0x0750, 'arabic'],
  [0x0780, 'other'],
  [0x08a0, 'arabic'],
  [0x0900, 'brahmic'],
  [0x0d80, 'other'],
  [0x10a0, 'georgian'],
  [0x1100, 'hangul'],
  [0x1200, 'other'],
  [0x1c80, 'cyrillic'],
  [0x1c90, 'georgian'],
  [0x1cc0, 'other'],
  [0x1d00, 'latin'],
  [0x1d2b, 'other'],
  [0x1e00, 'latin'],
  [0x1f00, 'greek'],
  [0x2000, 'other'],
  [0x2c60, 'latin'],
  [0x2c80, 'other'],
  [0x2d00, 'georgian'],
  [0x2d30, 'other'],
  [0x2de0, 'cyrillic'],
  [0x2e00, 'other'],
  [0x3005, 'han'],
  [0x3006, 'other'],
  [0x3041, 'kana'],
  [0x3100, 'other'],
  [0x3130, 'hangul'],
  [0x3190, 'other'],
  [0x31f0, 'kana'],
  [0x3200, 'other'],
  [0x3400, 'han'],
  [0xa000, 'other'],
  [0xa640, 'cyrillic'],
  [0xa6a0, 'other'],
  [0xa720, 'latin'],
  [0xa800, 'other'],
  [0xac00, 'hangul'],
  [0xd7a4, 'other'],
  [0xf900, 'han'],
  [0xfb00, 'other'],
  [0x20000, 'han'],
  [0x40000, 'other'],
];

const BELOW = 0x3000;
const LOW_PLANE = new Array<Script>(BELOW);
for (let code = 0; code < BELOW; code++) LOW_PLANE[code] = searchRange(code);

/** The script a code point is read in. */
export function scriptOf(code: number): Script {
  return code < BELOW ? LOW_PLANE[code]! : searchRange(code);
}

/** The script of a word: that of its first letter which has one; digits only when there are no letters. */
export function scriptOfWord(word: string): Script {
  let found: Script = 'other';
  for (let at = 0; at < word.length; at++) {
    const script = scriptOf(word.codePointAt(at)!);
    if (script !== 'other' && script !== 'digit') return script;
    if (script === 'digit') found = 'digit';
  }
  return found;
}

function searchRange(code: number): Script {
  let low = 0;
  let high = RANGES.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (RANGES[middle]![0] <= code) low = middle;
    else high = middle - 1;
  }
  return RANGES[low]![1];
}
