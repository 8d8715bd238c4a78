const WEIGHTS = [7, 3, 1];

/** The check digit of a run of characters (ICAO Doc 9303-3, 4.9): weights 7, 3, 1, modulo 10; A is 10, the filler 0. */
export function checkDigitOf(characters: string): string {
  let sum = 0;
  for (let at = 0; at < characters.length; at++) sum += weighable(characters.charCodeAt(at)) * WEIGHTS[at % 3]!;
  return String(sum % 10);
}

function weighable(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0x41 && code <= 0x5a ? code - 0x37 : 0;
}
