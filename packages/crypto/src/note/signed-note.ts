import { fromBase64, toBase64 } from '../bytes.ts';
import { type PrivateKey, publicKeyOf, signBytes, verifyBytes } from '../ed25519.ts';
import { Refusal } from '../refusal.ts';
import { equalBytes } from '../sha256.ts';
import {
  isKeyName,
  KEY_ID_BYTES,
  type KeyOfType,
  type SignatureType,
  type VerifierKey,
  verifierKeyOf,
} from './verifier-key.ts';

/** More than any federation needs, and a bound on what a stranger can make us verify. */
const MAX_SIGNATURES = 100;
const MAX_CHARACTERS = 1_000_000;

export interface NoteSignature {
  name: string;
  id: Uint8Array;
  signature: Uint8Array;
}

export interface SignedNote {
  /** The signed text, its last newline included. */
  text: string;
  signatures: NoteSignature[];
}

/** Signs a text (C2SP signed-note) with an Ed25519 key under a name. The text ends in a newline. */
export function signNote(text: string, name: string, key: PrivateKey): string {
  if (!text.endsWith('\n') || !isNoteText(text)) {
    throw new Refusal('malformed-note', 'a note ends in a newline and has no other control characters');
  }
  const { id } = verifierKeyOf(name, publicKeyOf(key));
  const signature = signBytes(Buffer.from(text), key);
  return `${text}\n${signatureLine({ name, id, signature })}`;
}

/** "Em dash, space, key name, space, base64-encoded signature, newline." */
export function signatureLine({ name, id, signature }: NoteSignature): string {
  return `— ${name} ${toBase64(Uint8Array.of(...id, ...signature))}\n`;
}

/** Takes a note apart without believing it: signatures are not checked yet. */
export function parseNote(note: string): SignedNote {
  if (note.length > MAX_CHARACTERS) throw new Refusal('malformed-note', 'the note is too long');
  if (!isNoteText(note)) throw new Refusal('malformed-note', 'control characters or half a surrogate pair in the note');
  // "The text is separated from the signatures by the last empty line in the note."
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0 || !note.endsWith('\n')) throw new Refusal('malformed-note', 'no blank line before the signatures');
  const lines = note.slice(blank + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) throw new Refusal('malformed-note', `more than ${MAX_SIGNATURES} signatures`);
  return { text: note.slice(0, blank + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): NoteSignature {
  const [dash, name, encoded, ...rest] = line.split(' ');
  if (dash !== '—' || name === undefined || encoded === undefined || rest.length > 0 || !isKeyName(name)) {
    throw new Refusal('malformed-note', 'a signature line reads "— name signature"');
  }
  const bytes = fromBase64(encoded, 'malformed-note');
  if (bytes.length <= KEY_ID_BYTES) throw new Refusal('malformed-note', 'a signature is too short');
  return { name, id: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) };
}

/**
 * The note's text, once a known key has signed it. Signatures of unknown keys are passed over; one by a
 * known key that does not verify condemns the note ("clients SHOULD reject the whole note").
 */
export function openNote(note: string, keys: VerifierKey[]): string {
  const { text, signatures } = parseNote(note);
  let known = false;
  for (const signature of signatures) {
    const key = signerOf(signature, keys);
    if (key === undefined) continue;
    if (!verifyBytes(Buffer.from(text), signature.signature, key.publicKey)) {
      throw new Refusal('bad-signature', `the signature of ${key.name} does not verify`);
    }
    known = true;
  }
  if (!known) throw new Refusal('unknown-signer', 'the note carries no signature of a known key');
  return text;
}

/** "The tuple of key name and key ID uniquely identifies the key": undefined for one that shares only a name or an id. */
export function signerOf<Type extends SignatureType>(
  { name, id }: NoteSignature,
  keys: readonly KeyOfType<Type>[],
): KeyOfType<Type> | undefined {
  return keys.find((key) => key.name === name && equalBytes(key.id, id));
}

/** "MUST be valid UTF-8 and MUST NOT contain any ASCII control characters … other than newline." */
function isNoteText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}
