import { fromBase64 } from '../bytes.ts';
import { isKeyName } from '../note/verifier-key.ts';
import { Refusal } from '../refusal.ts';
import { equalBytes, sha256 } from '../sha256.ts';

export const KEY_ID_BYTES = 8;

/** A sealing key as it is written: a name, the key's short id, and the numbers of a suite with a key of it. */
export interface WrittenKey {
  name: string;
  id: Uint8Array;
  bytes: Uint8Array;
}

/**
 * Reads a sealing key whose name and id belong to it. That the bytes are a key, and of which suite, is for whoever seals
 * to it: a register names keys of suites that its reader need not have.
 */
export function readWrittenKey(text: string): WrittenKey {
  const written = takeApart(text);
  checkId(written);
  return written;
}

/** Takes a sealing key apart without believing it. */
export function takeApart(text: string): WrittenKey {
  // Base64 may hold plus signs, names may not: only the first two separate.
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{16})\+(.+)$/su.exec(text) ?? [];
  if (name === undefined || id === undefined || encoded === undefined || !isKeyName(name)) {
    throw new Refusal('malformed-key', 'a sealing key reads name+id+key');
  }
  return { name, id: Buffer.from(id, 'hex'), bytes: fromBase64(encoded, 'malformed-key') };
}

export function checkId({ id, bytes }: WrittenKey): void {
  if (!equalBytes(id, idOf(bytes))) throw new Refusal('malformed-key', 'the id does not belong to the key');
}

/** The first eight bytes of `SHA-256("entente-sealing-key" || suite || public key)`: which key, out of those one holds. */
export function idOf(bytes: Uint8Array): Uint8Array {
  return sha256('entente-sealing-key', bytes).subarray(0, KEY_ID_BYTES);
}
