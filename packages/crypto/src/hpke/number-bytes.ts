/** I2OSP(n, 2) (RFC 8017, section 4.1): two bytes, the higher first. */
export function numberBytes(value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff) throw new RangeError(`${value} has no two-byte form`);
  return Uint8Array.of(value >> 8, value & 0xff);
}
