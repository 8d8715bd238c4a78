import { asciiDigits } from './text/digits.ts';

/** Look-alikes that an optical reader confuses, each folded to one character of its pair. */
const LOOK_ALIKES: Record<string, string> = { O: '0', Q: '0', D: '0', I: '1', L: '1', B: '8', S: '5', Z: '2', G: '6' };

/** Cyrillic capitals that are drawn like Latin ones, as typed in passport series. */
const CYRILLIC_CAPITALS = 'АВЕКМНОРСТУХІ';
const LATIN_CAPITALS = 'ABEKMHOPCTYXI';

const LONGEST = 60;

/**
 * The form in which document numbers are compared: NFKC, capitals, letters and digits only,
 * Cyrillic letters drawn like Latin ones made Latin. Empty when nothing is left.
 */
export function foldDocumentNumber(number: string): string {
  const plain = number
    .slice(0, LONGEST * 4)
    .replaceAll('№', '')
    .normalize('NFKC');
  const capitals = asciiDigits(plain).toUpperCase();
  const kept = capitals.replace(/[^\p{L}\p{Nd}]+/gu, '').slice(0, LONGEST);
  return kept.replace(/[А-ЯІ]/gu, (letter) => LATIN_CAPITALS[CYRILLIC_CAPITALS.indexOf(letter)] ?? letter);
}

/** A folded number with optical look-alikes made one, so that `AO12` and `A012` meet. */
export function foldLookAlikes(folded: string): string {
  return folded.replace(/[OQDILBSZG]/g, (letter) => LOOK_ALIKES[letter]!);
}
