import { foldLookAlikes } from '../document-number.ts';
import { isChinesePlate, simplifyCharacters, withoutCharacters } from './chinese-plate.ts';
import { foldIdentifier } from './folding.ts';
import { dropStateSign } from './plate-signs.ts';
import { noCheckDigit, type Scheme } from './scheme.ts';

/** The letters of Iranian plates in one spelling: alef is written out, yeh and kaf have two code points. */
const ARABIC: [RegExp, string][] = [
  [/[يى]/gu, 'ی'],
  [/ك/gu, 'ک'],
  [/الف/gu, 'ا'],
];

/** Letters drawn like digits or like each other that only plates meet: Cyrillic ze, Mongolian straight u and barred o. */
const PLATE_LOOK_ALIKES: Record<string, string> = { З: '3', Ү: 'Y', Ө: 'O' };

/** Letters and at least two digits in runs as short as plates have them; more digits only at the end; Arabic letters singly. */
const RUNS = /^(?=.{4,11}$)(?=.*\d.*\d)(?=\d*[^\d])(?:\d{1,5}(?!\d)|[A-ZА-ЯҮӨ]{1,3}(?![A-ZА-ЯҮӨ]))+$/u;
const DIGITS_LAST = /^[A-ZА-ЯҮӨ]{1,3}\d{6,7}$/u;
const IRANIAN = /^\d{2}\p{Script=Arabic}\d{5}$/u;

/**
 * Vehicle registration plates (Convention on Road Traffic of 1968, annex 2: capitals and Arabic
 * numerals, if need be beside the state's own). They have no common form and no check digit: a form
 * that no state of the region uses today is compared like any other. One form serves all states,
 * so that a plate whose state was not read is found.
 */
export const plate: Scheme = {
  normalise: normalisePlate,
  isWellFormed: (normal) => isChinesePlate(normal) || [IRANIAN, RUNS, DIGITS_LAST].some((form) => form.test(normal)),
  checkDigit: noCheckDigit,
  // Without any zero, because a letter folded to a digit may make one that was at the head stand within a run.
  blur: (normal) => foldDrawn(withoutCharacters(normal)).replaceAll('0', ''),
  isNear: isNearPlate,
};

function normalisePlate(value: string): string {
  const folded = simplifyCharacters(foldIdentifier(value));
  return dropStateSign(ARABIC.reduce((text, [letter, one]) => text.replace(letter, one), folded));
}

/**
 * Near: the same but for characters drawn alike (0 O Q D, 1 I L, 2 Z, 3 З, 5 S, 6 G, 8 B), but for
 * zeros at the head of a run of digits (`DL 3C`, `DL 03C`), or but for Chinese characters where one
 * of the two has none. Two provinces are never near each other.
 */
function isNearPlate(left: string, right: string): boolean {
  const [a, b] = [withoutCharacters(left), withoutCharacters(right)];
  if (left !== a && right !== b && charactersOf(left) !== charactersOf(right)) return false;
  return a === b || foldDrawn(a) === foldDrawn(b) || dropZeros(a) === dropZeros(b);
}

function foldDrawn(normal: string): string {
  return foldLookAlikes(normal.replace(/[ЗҮӨ]/gu, (letter) => PLATE_LOOK_ALIKES[letter]!));
}

function dropZeros(normal: string): string {
  return normal.replace(/(?<!\d)0+(?=\d)/g, '');
}

function charactersOf(normal: string): string {
  return normal.replace(/\P{Script=Han}/gu, '');
}
