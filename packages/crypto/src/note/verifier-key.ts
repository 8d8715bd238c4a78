import { fromBase64, toBase64, toHex } from '../bytes.ts';
import { PUBLIC_KEY_BYTES } from '../ed25519.ts';
import { Refusal } from '../refusal.ts';
import { sha256 } from '../sha256.ts';

/** C2SP signed-note, "Signature types": Ed25519 over the text, and timestamped cosignatures by Ed25519. */
const TYPE_BYTES = { note: 0x01, cosignature: 0x04 } as const;
export const KEY_ID_BYTES = 4;

/** What a key signs. One Ed25519 key under one name has another id for each, so that neither signature passes for the other. */
export type SignatureType = keyof typeof TYPE_BYTES;

/** A name, the key's short id, and the Ed25519 public key. */
export interface KeyOfType<Type extends SignatureType> {
  type: Type;
  name: string;
  id: Uint8Array;
  publicKey: Uint8Array;
}

/** Who signs notes. */
export type VerifierKey = KeyOfType<'note'>;

/** Who cosigns the checkpoints of others (C2SP tlog-cosignature, "Format"). */
export type WitnessKey = KeyOfType<'cosignature'>;

/** A verifier key for a name and an Ed25519 public key; the id is derived as the specification recommends. */
export function verifierKeyOf(name: string, publicKey: Uint8Array): VerifierKey {
  return keyOfType('note', name, publicKey);
}

/** The same for a witness: `SHA-256(name || "\n" || 0x04 || public key)[:4]`. */
export function witnessKeyOf(name: string, publicKey: Uint8Array): WitnessKey {
  return keyOfType('cosignature', name, publicKey);
}

function keyOfType<Type extends SignatureType>(type: Type, name: string, publicKey: Uint8Array): KeyOfType<Type> {
  if (!isKeyName(name)) throw new Refusal('malformed-key', 'a key name is not empty and has no space and no plus');
  if (publicKey.length !== PUBLIC_KEY_BYTES) throw new Refusal('malformed-key', 'an Ed25519 key has 32 bytes');
  const id = sha256(name, '\n', Uint8Array.of(TYPE_BYTES[type]), publicKey).subarray(0, KEY_ID_BYTES);
  return { type, name, id, publicKey };
}

/** `<name>+<id in hex>+<Base64 of type byte and key>`, the encoding the Go checksum database introduced. */
export function encodeVerifierKey({ type, name, id, publicKey }: VerifierKey | WitnessKey): string {
  return `${name}+${toHex(id)}+${toBase64(Uint8Array.of(TYPE_BYTES[type], ...publicKey))}`;
}

/** Reads a verifier key; an id that does not belong to name and key is refused, and so is a witness's key. */
export function parseVerifierKey(text: string): VerifierKey {
  return parseKeyOfType('note', text);
}

/** Reads the key of a witness, and no other. */
export function parseWitnessKey(text: string): WitnessKey {
  return parseKeyOfType('cosignature', text);
}

function parseKeyOfType<Type extends SignatureType>(type: Type, text: string): KeyOfType<Type> {
  // Base64 may hold plus signs, names may not: only the first two separate.
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(text) ?? [];
  if (name === undefined || id === undefined || encoded === undefined) {
    throw new Refusal('malformed-key', 'a verifier key reads name+id+key');
  }
  const bytes = fromBase64(encoded, 'malformed-key');
  if (bytes[0] !== TYPE_BYTES[type]) throw new Refusal('malformed-key', `not an Ed25519 key of type ${type}`);
  const key = keyOfType(type, name, bytes.subarray(1));
  if (toHex(key.id) !== id) throw new Refusal('malformed-key', 'the id does not belong to the name and key');
  return key;
}

/** "Key names MUST be non-empty and MUST NOT contain any Unicode spaces or plus characters"; nor, in a note, controls. */
export function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\s\u0085+\p{Cc}]+$/u.test(name);
}
