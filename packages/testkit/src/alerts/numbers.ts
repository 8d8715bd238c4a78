import type { Random } from '../people/random.ts';

/** An invented IMO ship number with its check digit (IMO resolution A.1117(30)). */
export function inventImo(random: Random): string {
  const digits = digitsOf(random, 6);
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (7 - at), 0);
  return `IMO ${digits}${sum % 10}`;
}

/** An invented container number with its check digit (ISO 6346, annex A). */
export function inventContainer(random: Random): string {
  const body = `${lettersOf(random, 3)}U${digitsOf(random, 6)}`;
  const sum = [...body].reduce((total, character, at) => total + containerValue(character) * 2 ** at, 0);
  return `${body}${(sum % 11) % 10}`;
}

/** Letters count from 10 and leave out the multiples of 11 (ISO 6346, annex A). */
function containerValue(character: string): number {
  if (/\d/.test(character)) return Number(character);
  const plain = character.charCodeAt(0) - 65 + 10;
  return plain + Math.floor((plain - 1) / 10);
}

/** An invented plate in the form Kazakhstan has used since 2012. */
export function inventPlate(random: Random): string {
  return `${digitsOf(random, 3)} ${lettersOf(random, 3)} ${String(1 + random.below(20)).padStart(2, '0')}`;
}

/** An invented vehicle identification number of a maker whose numbers have no check digit. */
export function inventVin(random: Random): string {
  return `XTA${digitsOf(random, 6)}${lettersOf(random, 1)}${digitsOf(random, 7)}`;
}

/** An invented passport number in the form of the demonstration's documents. */
export function inventPassportNumber(random: Random): string {
  return `N${digitsOf(random, 8)}`;
}

export function digitsOf(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.below(10)).join('');
}

/** Letters that no reader takes for a digit. */
export function lettersOf(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick([...'ABCEHKMNPRTX'])).join('');
}
