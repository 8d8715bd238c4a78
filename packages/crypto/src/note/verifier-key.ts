import { fromBase64, toBase64, toHex } from '../bytes.ts';
import { PUBLIC_KEY_BYTES } from '../ed25519.ts';
import { Refusal } from '../refusal.ts';
import { sha256 } from '../sha256.ts';

/** C2SP signed-note, "Signature types": 0x01 is Ed25519. */
const ED25519 = 0x01;
export const KEY_ID_BYTES = 4;

/** Who signs notes: a name, the key's short id, and the Ed25519 public key. */
export interface VerifierKey {
  name: string;
  id: Uint8Array;
  publicKey: Uint8Array;
}

/** A verifier key for a name and an Ed25519 public key; the id is derived as the specification recommends. */
export function verifierKeyOf(name: string, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new Refusal('malformed-key', 'a key name is not empty and has no space and no plus');
  if (publicKey.length !== PUBLIC_KEY_BYTES) throw new Refusal('malformed-key', 'an Ed25519 key has 32 bytes');
  const id = sha256(name, '\n', Uint8Array.of(ED25519), publicKey).subarray(0, KEY_ID_BYTES);
  return { name, id, publicKey };
}

/** `<name>+<id in hex>+<Base64 of type byte and key>`, the encoding the Go checksum database introduced. */
export function encodeVerifierKey({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${toHex(id)}+${toBase64(Uint8Array.of(ED25519, ...publicKey))}`;
}

/** Reads a verifier key; an id that does not belong to name and key is refused. */
export function parseVerifierKey(text: string): VerifierKey {
  // Base64 may hold plus signs, names may not: only the first two separate.
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(text) ?? [];
  if (name === undefined || id === undefined || encoded === undefined) {
    throw new Refusal('malformed-key', 'a verifier key reads name+id+key');
  }
  const bytes = fromBase64(encoded, 'malformed-key');
  if (bytes[0] !== ED25519) throw new Refusal('malformed-key', 'the verifier key is not of type Ed25519');
  const key = verifierKeyOf(name, bytes.subarray(1));
  if (toHex(key.id) !== id) throw new Refusal('malformed-key', 'the id does not belong to the name and key');
  return key;
}

/** "Key names MUST be non-empty and MUST NOT contain any Unicode spaces or plus characters"; nor, in a note, controls. */
export function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\s\u0085+\p{Cc}]+$/u.test(name);
}
