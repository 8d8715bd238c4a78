/** The hash made last: two halves of 32 bits. A place of its own, so that hashing makes no garbage. */
export const hashed = { low: 0, high: 0 };

/** Hashes a text's UTF-16 units to 64 bits: two lanes of FNV-1a with different primes, mixed at the end as in MurmurHash3. */
export function hashText(kind: number, text: string): void {
  let low = 0x811c9dc5 ^ kind;
  let high = 0x9e3779b9 ^ kind;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) ^ (low >>> 15);
  }
  mixInto(low, high ^ text.length);
}

/** Spreads two numbers of 32 bits over all 64, one to one: different pairs stay different. */
export function mixInto(low: number, high: number): void {
  const first = mix(low ^ mix(high));
  hashed.low = first;
  hashed.high = (high ^ mix(first + 0x9e3779b9)) >>> 0;
}

function mix(number: number): number {
  let mixed = number | 0;
  mixed ^= mixed >>> 16;
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
