/** Whether the digits, the last of them a check digit, are right by Verhoeff's scheme over the dihedral group of order ten (1969). */
export function isVerhoeff(digits: string): boolean {
  let check = 0;
  for (let at = 0; at < digits.length; at++)
    check = multiply(check, permute(Number(digits[digits.length - 1 - at]), at));
  return check === 0;
}

/** Rotations are 0 to 4, reflections 5 to 9. */
function multiply(left: number, right: number): number {
  const turned = left < 5 ? left + right : left - right;
  return (((turned % 5) + 5) % 5) + (left < 5 === right < 5 ? 0 : 5);
}

/** Verhoeff's permutation, as often as the digit's place says. */
const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

function permute(digit: number, times: number): number {
  let permuted = digit;
  for (let time = 0; time < times % 8; time++) permuted = PERMUTATION[permuted]!;
  return permuted;
}
