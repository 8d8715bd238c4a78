import { isUtf8 } from 'node:buffer';
import type { PassengerEncoding } from '@entente/contracts/screening/passenger-list';

/** A file's text, or why it has none. */
export type Decoded =
  | { ok: true; text: string; encoding: PassengerEncoding }
  | { ok: false; code: 'unknown-encoding' | 'not-text' };

/** How many bytes tell UTF-16 without a mark. */
const HEAD = 512;

/**
 * The text of a file. UTF-8 and UTF-16 are told by their bytes. Nothing else is guessed: one byte taken for another letter is
 * another name. An encoding the officer names is read as he says; bytes it has no character for refuse the file.
 */
export function decodeText(bytes: Uint8Array, named?: PassengerEncoding): Decoded {
  const encoding = named ?? tellEncoding(bytes);
  if (encoding === undefined) return { ok: false, code: 'unknown-encoding' };
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? { ok: false, code: 'not-text' } : { ok: true, text, encoding };
  } catch {
    return { ok: false, code: 'unknown-encoding' };
  }
}

function tellEncoding(bytes: Uint8Array): PassengerEncoding | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, HEAD);
  // A title or a separator in ASCII is a nought and its letter; no text in another encoding holds noughts.
  const noughts = [0, 1].map((parity) => head.filter((byte, at) => byte === 0 && at % 2 === parity).length);
  if (noughts[1]! > 0 && noughts[0] === 0) return 'utf-16le';
  if (noughts[0]! > 0 && noughts[1] === 0) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : undefined;
}
