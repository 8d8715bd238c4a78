import { randomBytes } from 'node:crypto';

/** Makes UUIDs whose order is that of the moments they are given for; two of one millisecond keep the order of the calls. */
export type IdSource = (at: Date) => string;

/**
 * UUID version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, a 12-bit counter that begins low and
 * at random in each millisecond (section 6.2, method 1), and 62 random bits.
 */
export function createIdSource(): IdSource {
  let last = -1;
  let counter = 0;
  return (at) => {
    const bytes = randomBytes(16);
    const milliseconds = at.getTime();
    counter = milliseconds === last ? (counter + 1) % 4096 : bytes.readUInt16BE(6) % 1024;
    last = milliseconds;
    bytes.writeUIntBE(milliseconds, 0, 6);
    bytes.writeUInt16BE(0x7000 | counter, 6);
    bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
}

/** The moment in a UUIDv7, in milliseconds since 1970; undefined for another version. */
export function momentOfId(id: string): number | undefined {
  return id[14] === '7' ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined;
}

/** The smallest UUIDv7 of a moment: where a search "from then on" begins. */
export function firstIdOf(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
