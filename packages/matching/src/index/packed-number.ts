import { hashed, hashText, mixInto } from '../memory/hash.ts';

/** Letters and digits of a number that two halves of 32 bits hold: six each, in base 37, 0 where the number has ended. */
const LONGEST = 12;
const HALF = LONGEST / 2;
const BASE = 37;

/** No packed half is as high: from here on a hash begins. */
const BEYOND = BASE ** HALF;
const ROOM = 2 ** 32 - BEYOND;

/** Of the kinds of what is hashed; those of words are others. */
const DOCUMENT = 32;

/**
 * Makes the key of a folded number, left in `hashed`: the number itself, written in 64 bits and spread one to one, where it is packed;
 * a hash where it is not. The two never meet.
 */
export function packNumber(folded: string): void {
  if (isPacked(folded)) mixInto(half(folded, 0), half(folded, HALF));
  else {
    hashText(DOCUMENT, folded);
    mixInto(BEYOND + (hashed.low % ROOM), hashed.high);
  }
}

/** Whether the key is the number itself. */
export function isPacked(folded: string): boolean {
  if (folded.length > LONGEST) return false;
  for (let at = 0; at < folded.length; at++) if (digitOf(folded.charCodeAt(at)) === 0) return false;
  return true;
}

function half(folded: string, from: number): number {
  let packed = 0;
  for (let at = from; at < from + HALF; at++)
    packed = packed * BASE + (at < folded.length ? digitOf(folded.charCodeAt(at)) : 0);
  return packed;
}

/** 1 to 10 for a digit, 11 to 36 for a Latin capital, 0 for anything else. */
function digitOf(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x2f;
  return unit >= 0x41 && unit <= 0x5a ? unit - 0x36 : 0;
}
