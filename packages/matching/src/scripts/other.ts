/**
 * A word in a script that is not romanised here, as digits made of its code points: it meets itself
 * and near writings of itself, and nothing else.
 */
export function readOther(word: string): string[] {
  let digits = '';
  for (const char of word) digits += String(char.codePointAt(0)! % 100).padStart(2, '0');
  return [digits];
}
