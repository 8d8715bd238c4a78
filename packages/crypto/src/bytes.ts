import { Refusal, type RefusalCode } from './refusal.ts';

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** Reads lower-case hexadecimal of exactly `length` bytes; anything else is refused with `code`. */
export function fromHex(text: string, length: number, code: RefusalCode): Uint8Array {
  if (text.length !== length * 2 || !/^[0-9a-f]*$/.test(text)) {
    throw new Refusal(code, `${length * 2} lower-case hexadecimal digits are expected`);
  }
  return Buffer.from(text, 'hex');
}

/** Standard Base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/**
 * Reads Base64 strictly: Node skips what it does not know, so that many texts would name one value;
 * only the text that encoding gives back is accepted (RFC 4648, section 3.5).
 */
export function fromBase64(text: string, code: RefusalCode): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new Refusal(code, 'malformed Base64');
  return bytes;
}
